"""A download station by station, and what is told when each of them breaks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lpa_desk import ADDRESS, AID, ICCID, MNO, TID, Desk, package

from core.clock import Clock
from core.errors import BenchError
from core.rsp import messages_admin as admin
from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp.activation_code import ActivationCode
from firmware_bridge.lpa.download import Download
from firmware_bridge.lpa.kept import KeptPackages
from firmware_bridge.lpa.offer import Station, Step
from firmware_bridge.lpa.transport import HttpAnswer
from firmware_bridge.types import Profile

CODE = ActivationCode(ADDRESS, "MATCHING-1")


@pytest.fixture
def desk() -> Iterator[Desk]:
    clock = Clock(rate=0)
    yield Desk(clock)
    clock.close()


@pytest.fixture
def steps() -> list[Step]:
    return []


@pytest.fixture
def download(desk: Desk, steps: list[Step]) -> Callable[..., Profile]:
    def download(
        code: ActivationCode = CODE,
        *,
        kept: Path | None = None,
        consent: bool | None = True,
        confirmation: str | None = None,
    ) -> Profile:
        return Download(
            code,
            conversation=desk.conversation,
            recover=desk.recover,
            server=desk.es9,
            kept=KeptPackages(kept),
            imei="352906110000017",
            consent=lambda offer: consent,
            confirmation_code=lambda offer: confirmation,
            report=steps.append,
        ).run()

    return download


def test_all_stations(desk: Desk, download: Any, steps: list[Step]) -> None:
    profile = download()
    assert (profile.iccid, profile.aid, profile.state, profile.provider) == (
        ICCID,
        AID.hex().upper(),
        "disabled",
        "Bench",
    )
    assert list(dict.fromkeys(step.station for step in steps)) == list(Station)
    blocks = [step for step in steps if step.total]
    assert [step.done for step in blocks] == list(range(1, blocks[0].total + 1))
    assert desk.server.calls == [
        "initiateAuthentication", "authenticateClient", "getBoundProfilePackage", "handleNotification",
    ]  # fmt: skip
    assert len(desk.server.reported) == 1
    assert desk.card.pending == {}
    assert desk.card.device is not None
    assert desk.card.device.tac == bytes.fromhex("53926011")  # halves swapped, and no more of the IMEI than that
    assert desk.card.device.imei is None
    assert desk.card.sessions == 1


def test_a_card_or_modem_that_takes_short_blocks_only(desk: Desk, download: Any) -> None:
    desk.card.longest = 120
    assert download().iccid == ICCID
    assert desk.sizes.now == 120


@pytest.mark.parametrize("segment", [100, 1016, 1020, 1036, 2000])
def test_segments_of_any_length(desk: Desk, download: Any, segment: int) -> None:
    desk.server.package = package(segment=segment)
    assert download().iccid == ICCID


@pytest.mark.parametrize(
    ("answer", "code", "reason"),
    [
        (False, "esim.declined", auth.CancelReason.END_USER_REJECTION),
        (None, "esim.postponed", auth.CancelReason.POSTPONED),
    ],
)
def test_the_person_says_no_or_not_now(desk: Desk, download: Any, answer: bool | None, code: str, reason: int) -> None:
    with pytest.raises(BenchError) as told:
        download(consent=answer)
    assert told.value.code == code
    assert desk.card.cancelled == [reason]
    assert desk.server.calls[-1] == "cancelSession"


def test_the_confirmation_code_is_asked_when_the_server_wants_it(desk: Desk, download: Any) -> None:
    desk.server.confirmation_required = True
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == "esim.code_needed"
    download(confirmation="1234")
    assert desk.card.hash_cc == hashlib.sha256(hashlib.sha256(b"1234").digest() + TID).digest()


@pytest.mark.parametrize(
    ("plmn", "rule", "allowed"),
    [("00F110", 1, True), ("EEEEEE", 1, True), ("00F1E0", 1, True), ("00F120", 1, False), ("00F110", 2, False)],
)
def test_policy_rules_are_respected(desk: Desk, download: Any, plmn: str, rule: int, allowed: bool) -> None:
    desk.server.metadata = bpp.StoreMetadata(ICCID, "Bench", "Test", owner=MNO, rules=frozenset({1}))
    desk.card.rat = [admin.AuthorisationRule(frozenset({rule}), [bpp.OperatorId(bytes.fromhex(plmn))], frozenset({0}))]
    if allowed:
        download()
        return
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == "esim.ppr_not_allowed"
    assert desk.card.cancelled == [auth.CancelReason.PPR_NOT_ALLOWED]


def refused(answer: dict[str, Any]) -> dict[str, Any]:
    code = {"subjectCode": "8.2.6", "reasonCode": "3.8", "message": "Refused"}
    return {"header": {"functionExecutionStatus": {"status": "Failed", "statusCodeData": code}}}


def other_transaction(answer: dict[str, Any]) -> dict[str, Any]:
    return answer | {"transactionId": "00" * 16}


def unreachable(answer: dict[str, Any]) -> dict[str, Any]:
    raise BenchError("smdp.unreachable", address=ADDRESS, reason="reset")


FUNCTIONS = ("initiateAuthentication", "authenticateClient", "getBoundProfilePackage")
SPOILT = {
    "smdp.http": lambda answer: HttpAnswer(500, b"<html>"),
    "smdp.not_json": lambda answer: HttpAnswer(200, b"<html>"),
    "smdp.refused": refused,
    "smdp.incomplete": lambda answer: {"header": answer["header"], "transactionId": answer["transactionId"]},
    "smdp.mismatch": other_transaction,
    "smdp.unreachable": unreachable,
}


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("code", SPOILT)
def test_a_server_that_fails_at_each_step(desk: Desk, download: Any, function: str, code: str) -> None:
    desk.server.spoil[function] = SPOILT[code]
    desk.server.spoil["cancelSession"] = lambda answer: HttpAnswer(500, b"<html>")  # tolerated
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == code
    assert desk.card.profiles == []
    assert ("cancelSession" in desk.server.calls) == (function != "initiateAuthentication")
    desk.server.spoil.clear()
    assert download().iccid == ICCID  # nothing stands in the way of the next try


@pytest.mark.parametrize("key", ["serverSigned1", "serverSignature1", "euiccCiPKIdToBeUsed", "serverCertificate"])
@pytest.mark.parametrize("value", ["", "!!!", "BFBFBFBF", "MAA", 7, None])
def test_nonsense_in_each_part(desk: Desk, download: Any, key: str, value: Any) -> None:
    desk.server.spoil["initiateAuthentication"] = lambda answer: answer | {key: value}
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == "smdp.incomplete"


def test_a_server_of_another_name(desk: Desk, download: Any) -> None:
    real = desk.server.initiateAuthentication
    desk.server.initiateAuthentication = lambda request: real(request | {"smdpAddress": "evil.example"})  # type: ignore[method-assign]
    with pytest.raises(BenchError) as told:
        download()
    assert (told.value.code, told.value.params["what"]) == ("smdp.mismatch", "serverAddress")


def test_a_package_that_is_none(desk: Desk, download: Any) -> None:
    for wrong in (b"", package()[:-1], package() + b"\x00", b"\xbf\x36\x00"):
        desk.server.package = wrong
        with pytest.raises(BenchError) as told:
            download()
        assert (told.value.code, told.value.params["missing"]) == ("smdp.incomplete", "boundProfilePackage")


@pytest.mark.parametrize(
    ("reason", "code"),
    [(9, "esim.already_installed"), (10, "esim.memory_full"), (15, "esim.ppr_not_allowed"), (2, "esim.install_failed")],
)
def test_a_card_that_cannot_install(desk: Desk, download: Any, reason: int, code: str) -> None:
    desk.card.failure = reason
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == code
    assert len(desk.server.reported) == 1  # the server is told by the card's own signed result
    assert "cancelSession" not in desk.server.calls


def blocks_of_a_download(longest: int = 255) -> tuple[int, int]:
    """The number of the first APDU that carries the package, and of the last."""
    clock = Clock(rate=0)
    desk, seen = Desk(clock, longest), []
    desk.card.before = lambda number, apdu: seen.append((number, apdu[5:7] == b"\xbf\x36"))
    report: list[tuple[Step, int]] = []
    Download(
        CODE, conversation=desk.conversation, recover=desk.recover, server=desk.es9, kept=KeptPackages(None), imei="",
        consent=lambda offer: True, confirmation_code=lambda offer: None,
        report=lambda step: report.append((step, desk.card.apdus)),
    ).run()  # fmt: skip
    clock.close()
    first = next(number for number, begins in seen if begins)
    last = next(apdus for step, apdus in report if step.total and step.done == step.total)
    return first, last


FIRST, LAST = blocks_of_a_download()


@pytest.mark.parametrize("cause", ["modem.refused", "modem.gone", "modem.silent"])
@pytest.mark.parametrize("at", [FIRST, FIRST + 1, (FIRST + LAST) // 2, LAST])
def test_a_line_that_breaks_before_a_block(desk: Desk, download: Any, tmp_path: Path, at: int, cause: str) -> None:
    def breaks(number: int, apdu: bytes) -> None:
        if number == at + 2:  # more than counted: EID and profile are asked for when packages are kept
            raise BenchError(cause)

    desk.card.before = breaks
    with pytest.raises(BenchError) as told:
        download(kept=tmp_path)
    assert told.value.code == "esim.interrupted"
    assert (told.value.params["state"], told.value.params["cause"]) == ("absent", cause)
    assert desk.recoveries == 1
    assert desk.card.profiles == []
    fetched = desk.server.calls.count("getBoundProfilePackage")
    assert download(kept=tmp_path).iccid == ICCID  # with the package that was kept
    assert desk.server.calls.count("getBoundProfilePackage") == fetched
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cause", ["modem.refused", "modem.gone"])
def test_a_line_that_breaks_when_the_card_has_it_all(desk: Desk, download: Any, cause: str, steps: list[Step]) -> None:
    def breaks(number: int, apdu: bytes) -> None:
        if desk.card.profiles and not desk.recoveries:
            raise BenchError(cause)

    desk.card.after = breaks
    assert download().iccid == ICCID  # some modems say ERROR to the last block though the card has done it
    assert desk.recoveries == 1
    assert desk.card.pending == {}
    assert steps[-1].station is Station.DONE


def test_a_modem_that_does_not_come_back(desk: Desk, download: Any, tmp_path: Path) -> None:
    def breaks(number: int, apdu: bytes) -> None:
        if number > LAST - 1 and not plugged:
            raise BenchError("modem.gone")

    plugged: list[int] = []
    desk.card.before = breaks
    with pytest.raises(BenchError) as told:
        download(kept=tmp_path)
    assert (told.value.code, told.value.params["state"]) == ("esim.interrupted", "unknown")
    plugged.append(1)
    assert download(kept=tmp_path).iccid == ICCID


def test_an_earlier_try_had_worked_after_all(desk: Desk, download: Any, tmp_path: Path) -> None:
    def breaks(number: int, apdu: bytes) -> None:
        if desk.card.profiles and not plugged:
            raise BenchError("modem.gone")

    plugged: list[int] = []
    desk.card.after = breaks
    with pytest.raises(BenchError) as told:
        download(kept=tmp_path)
    assert told.value.params["state"] == "unknown"
    plugged.append(1)
    desk.server.calls.clear()
    assert download(kept=tmp_path).iccid == ICCID
    assert desk.server.calls == ["handleNotification"]
    assert len(desk.card.profiles) == 1


def test_a_kept_package_the_card_has_forgotten(desk: Desk, download: Any, tmp_path: Path) -> None:
    desk.card.failure = 10
    with pytest.raises(BenchError):
        download(kept=tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    desk.card.failure, desk.card.has_key = None, False
    assert download(kept=tmp_path).iccid == ICCID
    assert desk.server.calls.count("getBoundProfilePackage") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_is_there_already_is_told_before_it_is_fetched(
    desk: Desk, download: Any, tmp_path: Path
) -> None:
    download(kept=tmp_path)
    desk.server.calls.clear()
    with pytest.raises(BenchError) as told:
        download(kept=tmp_path)
    assert told.value.code == "esim.already_installed"
    assert desk.server.calls == ["initiateAuthentication", "authenticateClient", "cancelSession"]


def test_a_profile_that_was_there_is_not_taken_for_the_new_one(desk: Desk, download: Any) -> None:
    def breaks(number: int, apdu: bytes) -> None:
        if apdu[5:7] == b"\xbf\x36":
            raise BenchError("modem.gone")

    download()
    desk.card.before = breaks
    with pytest.raises(BenchError) as told:
        download()
    assert told.value.code == "esim.interrupted"


def test_kept_packages_are_for_their_owner_only_and_may_be_damaged(desk: Desk, download: Any, tmp_path: Path) -> None:
    desk.card.failure = 10
    with pytest.raises(BenchError):
        download(kept=tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.write_text('{"eid": 1}')
    desk.card.failure = None
    assert download(kept=tmp_path).iccid == ICCID


def test_reports_wait_when_the_server_is_away(desk: Desk, download: Any) -> None:
    desk.server.spoil["handleNotification"] = unreachable
    assert download().iccid == ICCID
    assert list(desk.card.pending) == [0]


def test_ctrl_c_while_being_asked(desk: Desk, steps: list[Step]) -> None:
    def interrupt(_: object) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Download(
            CODE, conversation=desk.conversation, recover=desk.recover, server=desk.es9, kept=KeptPackages(None),
            imei="", consent=interrupt, confirmation_code=lambda offer: None, report=steps.append,
        ).run()  # fmt: skip
    assert desk.card.cancelled == [auth.CancelReason.POSTPONED]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("keeps", [True, False])
def test_a_break_at_any_apdu_ends_in_one_profile(moment: str, keeps: bool, tmp_path: Path) -> None:
    """Before the card acts or after, with packages kept or not: never a lie, never two, and the next try works."""
    at, reached_end = 0, False
    while not reached_end:
        at += 1
        clock = Clock(rate=0)
        desk = Desk(clock)

        def breaks(number: int, apdu: bytes, at: int = at) -> None:
            if number == at:
                raise BenchError("modem.gone")

        def attempt(desk: Desk = desk, folder: Path | None = tmp_path / str(at) if keeps else None) -> Profile:
            return Download(
                CODE, conversation=desk.conversation, recover=desk.recover, server=desk.es9, kept=KeptPackages(folder),
                imei="", consent=lambda offer: True, confirmation_code=lambda offer: None, report=lambda step: None,
            ).run()  # fmt: skip

        setattr(desk.card, moment, breaks)
        try:
            told = attempt().iccid
        except BenchError as error:
            told = error.code
            assert desk.card.profiles == [], f"told {told} at {at}, but it is there"
            assert attempt().iccid == ICCID
        assert told in (ICCID, "modem.gone", "esim.interrupted")
        assert [item.iccid for item in desk.card.profiles] == [ICCID]
        reached_end = desk.card.apdus < at
        clock.close()
    assert at > LAST
