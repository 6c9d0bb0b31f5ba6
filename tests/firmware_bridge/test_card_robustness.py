"""The card's download side under power loss at every command and under packages that are spoiled at random."""

from __future__ import annotations

import contextlib
import copy
import itertools
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.clock import Clock
from core.faults import Faults
from core.randomness import SeededRandomness
from core.rsp import messages_bpp as bpp
from core.rsp.tlv import TlvError
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.card.element_files import FilledFile
from firmware_bridge.virtual.card.elements import ElementError, ElementReader
from firmware_bridge.virtual.card.memory import CardMemory
from firmware_bridge.virtual.card.package_stream import PackageStream, Part, StructureError
from tests.firmware_bridge.download_server import ICCID, IMSI, Client, Server, make_issuer, package, pieces
from tests.firmware_bridge.soak import examples

CLOCK = Clock(start=datetime(2026, 4, 1, tzinfo=UTC), rate=0)


def make_card(folder: Path) -> Card:
    folder.mkdir(exist_ok=True)
    randomness = SeededRandomness(3)
    return Card(folder, clock=CLOCK, faults=Faults(), randomness=randomness, pki=folder.parent / "pki")


def make_server(folder: Path) -> Server:
    return Server(make_issuer(folder / "pki", CLOCK))


def state(folder: Path) -> str:
    """ "gone" or "whole"; anything between is a failure."""
    memory = CardMemory(folder)
    assert memory.damaged is None
    profile = memory.find(ICCID, None)
    if profile is None:
        assert len(memory.profiles) == 2
        assert memory.notifications == []
        return "gone"
    assert (profile.imsi, profile.name, profile.enabled) == (IMSI, "Travel", False)
    assert profile.keys["opc"] == bytes(range(16, 32)).hex()
    assert [item.sequence for item in memory.notifications] == [0, 1]
    return "whole"


@pytest.mark.parametrize("block", [120, 255])
def test_power_lost_at_any_command_leaves_the_profile_gone_or_whole(
    tmp_path: Path, block: int, record_property: Callable[[str, object], None]
) -> None:
    card = make_card(tmp_path / "card")
    server = make_server(tmp_path)
    server.elements = package(filler=3000)
    states: list[str] = []

    def look() -> None:
        shutil.copy(tmp_path / "card" / "card.json", tmp_path / "copy" / "card.json")
        states.append(state(tmp_path / "copy"))

    (tmp_path / "copy").mkdir()
    client = Client(card, block, after_each=look)
    assert client.download(server).result.success is not None
    record_property("power_losses", len(states))
    # Whole from the command on that the card answers with success, not before; the last ones only fetch the result.
    first = states.index("whole")
    assert states == ["gone"] * first + ["whole"] * (len(states) - first)
    assert len(states) - first <= 2


class PowerLoss(BaseException):
    """Nothing catches it."""


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("after", [False, True])
def test_power_lost_while_the_result_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    card = make_card(tmp_path / "card")
    server = make_server(tmp_path)
    client = Client(card)
    good = list(pieces(server.bind(client.one_time_key(server), card.memory.eid)))
    for piece in good[:-1]:
        client.ask(piece)
    owner = os if step == "fsync" else Path
    real = getattr(owner, step)

    def fail(*arguments: object) -> None:
        if after:
            real(*arguments)
        raise PowerLoss

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, fail)
        with pytest.raises(PowerLoss):
            client.send(good[-1])
    assert state(tmp_path / "card") == ("whole" if (step, after) == ("replace", True) else "gone")


@pytest.mark.parametrize("at", [0, 5, 12, 20])
def test_after_a_power_loss_the_download_can_be_repeated(tmp_path: Path, at: int) -> None:
    card = make_card(tmp_path / "card")
    server = make_server(tmp_path)

    def lose() -> None:
        if client_apdus[0] == at:
            raise PowerLoss
        client_apdus[0] += 1

    client_apdus = [-1]
    with pytest.raises(PowerLoss):
        Client(card, after_each=lose).download(server)
    again = make_card(tmp_path / "card")
    assert Client(again).download(server).result.success is not None


def test_a_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = make_card(tmp_path / "card")
    server = make_server(tmp_path)
    client = Client(card)
    good = list(pieces(server.bind(client.one_time_key(server), card.memory.eid)))
    for piece in good[:-1]:
        client.ask(piece)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert client.send(good[-1]).status == 0x6581
    assert card.memory.find(ICCID, None) is None
    assert state(tmp_path / "card") == "gone"
    assert client.download(server).result.success is not None


class Spoiled:
    """One card and a package for each example; the card is put back as it was."""

    def __init__(self, folder: Path) -> None:
        self.card = make_card(folder / "card")
        self.server = make_server(folder)
        self.server.elements = package(filler=1500)
        self.client = Client(self.card)
        self.before = copy.deepcopy(self.card.memory.profiles)

    def fresh(self) -> list[bytes]:
        self.card.memory.profiles = copy.deepcopy(self.before)
        self.card.memory.notifications.clear()
        self.card.memory.save()
        key = self.client.one_time_key(self.server)
        return list(pieces(self.server.bind(key, self.card.memory.eid)))

    def send(self, sent: list[bytes], block: int = 255) -> None:
        results = 0
        for piece in sent:
            response = self.client.send(piece, block)
            assert response.status in (0x9000, 0x6A80, 0x6A88, 0x6985), f"{response.status:04X}"
            results += response.data.startswith(b"\xbf\x37")
        assert results <= 1
        self.check(results)

    def check(self, results: int) -> None:
        memory = CardMemory(self.card.memory._store.path.parent)
        assert memory.damaged is None
        profile = memory.find(ICCID, None)
        if profile is not None:
            assert results == 1
            assert profile.imsi == IMSI
        assert len(memory.profiles) == (3 if profile is not None else 2)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Spoiled:
    return Spoiled(tmp_path_factory.mktemp("spoiled"))


EXAMPLES = examples(60)
FEW = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(where=st.integers(0, 20), position=st.integers(0, 5000), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere(spoiled: Spoiled, where: int, position: int, bit: int) -> None:
    sent = spoiled.fresh()
    where %= len(sent)
    piece = bytearray(sent[where])
    piece[position % len(piece)] ^= 1 << bit
    sent[where] = bytes(piece)
    spoiled.send(sent)
    assert spoiled.card.memory.find(ICCID, None) is None


@FEW
@given(data=st.data())
def test_pieces_left_out_doubled_exchanged_and_cut(spoiled: Spoiled, data: st.DataObject) -> None:
    sent = spoiled.fresh()
    whole = b"".join(sent)
    for _ in range(data.draw(st.integers(1, 3))):
        if not sent:
            break
        at = data.draw(st.integers(0, len(sent) - 1))
        kind = data.draw(st.sampled_from(["drop", "double", "swap", "cut", "junk"]))
        if kind == "drop":
            del sent[at]
        elif kind == "double":
            sent.insert(at, sent[at])
        elif kind == "swap":
            other = data.draw(st.integers(0, len(sent) - 1))
            sent[at], sent[other] = sent[other], sent[at]
        elif kind == "cut":
            sent[at] = sent[at][: data.draw(st.integers(0, len(sent[at])))]
        else:
            sent.insert(at, data.draw(st.binary(max_size=40)))
    spoiled.send(sent)
    assert spoiled.card.memory.find(ICCID, None) is None or whole in b"".join(sent)


@FEW
@given(cuts=st.lists(st.integers(1, 3000), max_size=12), block=st.sampled_from([1, 17, 120, 255]))
def test_any_cutting_of_the_whole_is_loaded(spoiled: Spoiled, cuts: list[int], block: int) -> None:
    whole = b"".join(spoiled.fresh())
    edges = sorted({0, len(whole), *(cut % len(whole) for cut in cuts)})
    parts = [whole[start:end] for start, end in itertools.pairwise(edges)]
    if len(parts[0]) < 4:  # a chain that does not even show its tag is no package
        parts[:2] = [b"".join(parts[:2])]
    spoiled.send(parts, max(block, 4))
    assert spoiled.card.memory.find(ICCID, None) is not None


@FEW
@given(tag=st.sampled_from([0xBF38, 0xBF21, 0xBF41, 0xBF33, 0xBF34, 0xBF3F, 0xBF36]), value=st.binary(max_size=200))
def test_junk_in_each_function(spoiled: Spoiled, tag: int, value: bytes) -> None:
    response = spoiled.client.send(tag.to_bytes(2, "big") + bytes((0x81, len(value))) + value)
    assert response.status in (0x9000, 0x6A80, 0x6985)
    assert len(CardMemory(spoiled.card.memory._store.path.parent).profiles) >= 2


@settings(max_examples=examples(150), deadline=None)
@given(data=st.binary(max_size=300), sizes=st.lists(st.integers(1, 50), max_size=10))
def test_the_parsers_take_any_bytes(data: bytes, sizes: list[int]) -> None:
    def in_pieces(feed: Callable[[bytes], object]) -> None:
        at = 0
        for size in [*sizes, len(data)]:
            feed(data[at : at + size])
            at += size

    for start in (b"", b"\xbf\x36\x81\xff", b"\xa0\x13\x80\x01\x02\x81\x01\x03\x83\x0a" + bytes(10)):
        stream, reader = PackageStream(strict=True), ElementReader(1000)
        parts: list[Part] = []

        def cut(piece: bytes, stream: PackageStream = stream, parts: list[Part] = parts) -> None:
            parts.extend(stream.feed(piece))

        for feed in (cut, reader.feed):
            with contextlib.suppress(StructureError, ElementError):
                feed(start)
                in_pieces(feed)
        assert isinstance(stream.command, bpp.BppCommand)
    with contextlib.suppress(TlvError):
        FilledFile.from_value(data).records()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_memory_with_any_value_changed_is_used_or_set_aside(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / "card"
    shutil.rmtree(folder, ignore_errors=True)
    card = make_card(folder)
    Client(card).download(make_server(tmp_path))
    card.memory.profiles[2].enabled = True
    card.memory.save()
    content = json.loads((folder / "card.json").read_text())
    place = content
    if data.draw(st.booleans()):
        place = data.draw(st.sampled_from([*content["profiles"], *content["notifications"]]))
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(JSON)
    (folder / "card.json").write_text(json.dumps(content))
    again = make_card(folder)
    client = Client(again)
    for command in ("BF2D00", "BF2800", "BF2B00", "BF2200", "BF3C00", "BF31 0F A00A 4F00 810100", "BF3404820205E0"):
        assert client.send(bytes.fromhex(command)).status in (0x9000, 0x6A80)
    files = again.files()
    assert files is None or files.root.control_parameters()


@pytest.mark.parametrize("value", [False, 0, "", {}, [1], [{}]])
def test_a_list_of_reports_that_is_none_is_set_aside(tmp_path: Path, value: object) -> None:
    folder = tmp_path / "card"
    make_card(folder)
    content = json.loads((folder / "card.json").read_text())
    content["profiles"][0]["notify"] = value
    (folder / "card.json").write_text(json.dumps(content))
    assert make_card(folder).memory.damaged is not None
