"""The messages of a download, in the shapes of SGP.22, written and read."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rsp import messages_admin as admin
from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp.codecs import OID
from core.rsp.messages import NotificationConfiguration
from core.rsp.schema import Message
from core.rsp.tlv import TlvError

KINDS: list[type[Message]] = [
    kind
    for module in (auth, bpp, admin)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Message) and kind.__module__ == module.__name__
]


def test_two_fields_of_one_tag_are_read_in_their_order() -> None:
    signed = auth.ServerSigned1(bytes(16), bytes(16), "rsp.example.com", bytes(16)).to_bytes()
    context = auth.ContextParameters(
        matching_id="ABC", device=auth.DeviceInfo(bytes.fromhex("35290611"), auth.DeviceCapabilities())
    )
    request = auth.AuthenticateServer(signed, bytes(64), bytes(20), bytes.fromhex("3003020101"), context.to_bytes())
    again = auth.AuthenticateServer.from_bytes(request.to_bytes())
    assert again.signed == signed
    assert again.certificate.hex() == "3003020101"
    assert again.context.hex() == "a00f8003414243a108800435290611a100"
    assert auth.ContextParameters.from_bytes(again.context).matching_id == "ABC"


def test_the_order_and_tags_of_a_bound_profile_package() -> None:
    control = bpp.ControlReference(bpp.KEY_TYPE_AES, bpp.KEY_LENGTH, b"host")
    channel = bpp.InitialiseSecureChannel(1, bytes(2), control, b"\x04" * 65, b"\x05" * 64)
    assert channel.to_bytes().hex().startswith("bf23819c8201018002" + "0000a60c8001888101108404686f7374" + "5f494104")
    assert channel.signed_part(b"\x06" * 65) == channel.value_bytes()[:-67] + b"\x5f\x49\x41" + b"\x06" * 65
    package = bpp.BoundProfilePackage(
        secure_channel=channel.to_bytes(), configure=[b"c"], metadata=[b"m"], elements=[b"1", b"2"]
    )
    assert package.to_bytes()[-18:].hex() == "a003870163a10388016da306860131860132"
    assert bpp.BoundProfilePackage.from_bytes(package.to_bytes()).elements == [b"1", b"2"]


def test_the_metadata_of_a_profile() -> None:
    metadata = bpp.StoreMetadata(
        iccid="8981100000000000011",
        provider="Bench Mobile",
        name="One",
        notifications=[NotificationConfiguration(frozenset({0, 3}), "rsp.example.com")],
        owner=bpp.OperatorId(bytes.fromhex("44F001")),
        rules=frozenset({1}),
    )
    again = bpp.StoreMetadata.from_bytes(metadata.to_bytes())
    assert again.to_bytes() == metadata.to_bytes()
    assert again.notifications is not None
    assert again.notifications[0].operations == {0, 3}


def test_the_stock_shapes_of_the_small_requests() -> None:
    assert auth.GetEuiccChallenge().to_bytes().hex() == "bf2e00"
    assert admin.DeleteProfile(iccid="8981000000000000011").to_bytes().hex() == "bf330c5a0a981800000000000010f1"
    assert admin.MemoryReset.from_bytes(bytes.fromhex("BF3404820205E0")).options == {0, 1, 2}
    assert auth.CancelSession(b"\x01", auth.CancelReason.POSTPONED).to_bytes().hex() == "bf4106800101810101"


@pytest.mark.parametrize("text", ["1.3.6.1.4.1.46304.1", "2.23.146.1.2.1.4", "2.999.3"])
def test_object_identifiers(text: str) -> None:
    assert OID.decode(OID.encode(text)) == text


@given(kind=st.sampled_from(KINDS), data=st.binary(max_size=120))
def test_no_bytes_break_a_reader(kind: type[Message], data: bytes) -> None:
    with contextlib.suppress(TlvError):
        kind.from_value(data).to_bytes()
