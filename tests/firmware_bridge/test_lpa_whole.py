"""The whole way: LPA, serial line, virtual modem with its card, and the bench's SM-DP+ over HTTPS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cloud.smdp.es2 import confirm_order, download_order
from cloud.smdp.profiles import new_profile
from cloud.smdp.server import SmdpServer
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.rsp.activation_code import ActivationCode
from core.settings import Settings
from firmware_bridge import HttpsTransport, LpaSetup, Modem, Step, VirtualModem, open_modem, tls_context
from firmware_bridge.virtual.personalities import STANDARD, personality_names
from tests.firmware_bridge.soak import every

NEW, LARGE = "8981000000000000037", "8981000000000000904"
PORT = "lpa.http"


@pytest.fixture
def pki(tmp_path: Path) -> Path:
    return tmp_path / "pki"


@pytest.fixture
def personality() -> str:
    """Tests choose others with `parametrize("personality", …)`."""
    return STANDARD


@pytest.fixture
def virtual(
    personality: str, tmp_path: Path, pki: Path, clock: Clock, events: EventLog, faults: Faults
) -> Iterator[VirtualModem]:
    modem = VirtualModem(
        folder=tmp_path / "modem",
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(7),
        link=tmp_path / "ttyBench",
        pki=pki,
        personality=personality,
    )
    modem.start()
    yield modem
    modem.stop()


@pytest.fixture
def server(tmp_path: Path, pki: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[SmdpServer]:
    running = SmdpServer(
        folder=tmp_path / "smdp",
        pki_folder=pki,
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(8),
    )
    running.start()
    yield running
    running.stop()


class Wire:
    """The transcript of the line: APDUs, AT commands and bytes."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def __call__(self, direction: str, text: str) -> None:
        self.lines.append((direction, text))

    @property
    def commands(self) -> int:
        return sum(direction == ">" for direction, _ in self.lines)

    @property
    def apdus(self) -> int:
        return sum(direction == ">" and text.startswith("AT+CGLA=") for direction, text in self.lines)

    @property
    def size(self) -> int:
        return sum(len(text) + 2 for _, text in self.lines)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def dial(
    virtual: VirtualModem,
    server: SmdpServer,
    tmp_path: Path,
    clock: Clock,
    events: EventLog,
    faults: Faults,
    wire: Wire,
) -> Iterator[Callable[..., Modem]]:
    opened: list[Modem] = []

    def dial(most: int = 255, kept: Path | None = tmp_path / "kept") -> Modem:
        transport = HttpsTransport(
            clock=clock, faults=faults, context=tls_context(server.ca_file), connect_to=server.address
        )
        modem = open_modem(
            str(tmp_path / "ttyBench"),
            clock=clock,
            events=events,
            faults=faults,
            settings=replace(Settings(), apdu_data_most=most),
            trace=wire,
            lpa=LpaSetup(transport, kept),
        )
        opened.append(modem)
        return modem

    yield dial
    for modem in opened:
        modem.close()


def yes(_: object) -> bool:
    return True


def code_of(server: SmdpServer, iccid: str = NEW) -> Any:
    return next(offer.code for offer in server.offers if offer.iccid == iccid)


def iccids(modem: Modem) -> list[str]:
    return [item.iccid for item in modem.profiles()]


def state_of(server: SmdpServer, iccid: str = NEW) -> str:
    order = server.context.book.get(iccid)
    assert order is not None
    return order.state.name


def test_from_code_to_network_and_back(dial: Any, server: SmdpServer) -> None:
    modem, steps = dial(), list[Step]()
    profile = modem.download(str(code_of(server)), consent=yes, progress=steps.append)
    assert (profile.iccid, profile.state, profile.name) == (NEW, "disabled", "One Number")
    assert state_of(server) == "INSTALLED"
    assert modem.notifications() == []
    modem.enable(NEW)
    sim = modem.sim()
    assert (sim.iccid, sim.imsi) == (NEW, "001010000000003")
    assert modem.wait_registered().registered
    assert len(modem.send_notifications().sent) == 1
    with pytest.raises(BenchError) as told:
        modem.delete(NEW)
    assert told.value.code == "esim.wrong_state"
    modem.disable(NEW)
    modem.delete(NEW)
    assert NEW not in iccids(modem)
    assert [item.operation for item in modem.notifications()] == ["disable", "delete"]
    assert len(modem.send_notifications().sent) == 2
    assert modem.notifications() == []


def test_the_confirmation_code(dial: Any, server: SmdpServer) -> None:
    offer = next(item for item in server.offers if item.confirmation_code)
    modem = dial()
    with pytest.raises(BenchError) as told:
        modem.download(offer.code, consent=yes, confirmation_code=lambda _: "0000")
    assert (told.value.code, told.value.params["subject"]) == ("smdp.refused", "8.2.7")
    assert modem.download(offer.code, consent=yes, confirmation_code=lambda _: offer.confirmation_code)
    assert offer.iccid in iccids(modem)


FUNCTIONS = ("initiateAuthentication", "authenticateClient", "getBoundProfilePackage")


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    ("kind", "code"), [("broken", "smdp.http"), ("reset", "smdp.unreachable"), ("lost", "smdp.timeout")]
)
def test_the_net_breaks_at_each_step_and_the_next_try_works(
    dial: Any, server: SmdpServer, faults: Faults, function: str, kind: str, code: str
) -> None:
    modem = dial()
    before = iccids(modem)
    faults.set(PORT, kind, count=1, match=function)
    with pytest.raises(BenchError) as told:
        modem.download(code_of(server), consent=yes)
    assert told.value.code == code
    assert iccids(modem) == before
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    assert state_of(server) == "INSTALLED"


def test_reports_wait_while_offline(dial: Any, server: SmdpServer, faults: Faults) -> None:
    modem = dial()
    faults.set(PORT, "unreachable", match="handleNotification")
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    modem.enable(NEW)
    waiting = modem.notifications()
    assert {item.operation for item in waiting} == {"install", "enable"}
    delivery = modem.send_notifications()
    assert [problem for _, problem in delivery.kept] == ["smdp.unreachable"] * len(waiting)
    faults.clear()
    assert list(modem.send_notifications().sent) == [item.sequence for item in waiting]
    assert state_of(server) == "INSTALLED"


def test_a_refusal_is_told_by_its_codes(dial: Any, server: SmdpServer) -> None:
    modem = dial()
    with pytest.raises(BenchError) as told:
        modem.download(replace(code_of(server), matching_id="NOBODY-KNOWS"), consent=yes)
    assert told.value.code == "smdp.refused"
    assert (told.value.params["subject"], told.value.params["reason"]) == ("8.2.6", "3.8")


def test_unplugged_while_the_package_is_written(
    dial: Any, server: SmdpServer, virtual: VirtualModem, clock: Clock
) -> None:
    modem = dial()

    def pull(step: Step) -> None:
        if step.total and step.done == step.total // 2 and virtual.path is not None:
            virtual.unplug()

    with pytest.raises(BenchError) as told:
        modem.download(code_of(server), consent=yes, progress=pull)
    assert (told.value.code, told.value.params["state"]) == ("esim.interrupted", "unknown")
    virtual.plug()
    modem.reopen()
    assert NEW not in iccids(modem)
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    assert iccids(modem).count(NEW) == 1
    modem.send_notifications()
    assert state_of(server) == "INSTALLED"


def test_a_modem_that_comes_back_by_itself(dial: Any, server: SmdpServer, virtual: VirtualModem) -> None:
    modem, pulled = dial(), []

    def pull(step: Step) -> None:
        if step.total and step.done == step.total // 2 and not pulled:
            pulled.append(step)
            virtual.unplug()
            virtual.plug()

    with pytest.raises(BenchError) as told:
        modem.download(code_of(server), consent=yes, progress=pull)
    assert (told.value.code, told.value.params["state"]) == ("esim.interrupted", "absent")
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    assert state_of(server) == "INSTALLED"


def test_a_modem_that_says_error_to_the_last_block(dial: Any, server: SmdpServer, virtual: VirtualModem) -> None:
    modem, pulled = dial(), []

    def pull(step: Step) -> None:
        if step.total and step.done == step.total and not pulled:
            pulled.append(step)
            virtual.unplug()
            virtual.plug()

    assert modem.download(code_of(server), consent=yes, progress=pull).iccid == NEW
    assert pulled
    assert state_of(server) == "INSTALLED"


def test_a_notice_inside_every_reply(dial: Any, server: SmdpServer, faults: Faults) -> None:
    modem = dial()
    faults.set("modem.line", "urc_inside")
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    assert modem.notifications() == []


@pytest.mark.parametrize(("kind", "cause"), [("silence", "modem.silent"), ("garbage", "modem.silent")])
def test_a_block_that_is_lost_on_the_line(dial: Any, server: SmdpServer, faults: Faults, kind: str, cause: str) -> None:
    modem = dial()

    def disturb(step: Step) -> None:
        if step.total and step.done == 2:
            faults.set("modem.line", kind, count=1, match="AT+CGLA")

    with pytest.raises(BenchError) as told:
        modem.download(code_of(server), consent=yes, progress=disturb)
    assert (told.value.code, told.value.params["state"], told.value.params["cause"]) == (
        "esim.interrupted", "absent", cause,
    )  # fmt: skip
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    assert state_of(server) == "INSTALLED"


def test_a_card_of_another_world_is_told_so(
    server: SmdpServer, tmp_path: Path, clock: Clock, events: EventLog, faults: Faults
) -> None:
    stranger = VirtualModem(
        folder=tmp_path / "stranger", clock=clock, events=events, faults=faults, randomness=SeededRandomness(5)
    )
    transport = HttpsTransport(
        clock=clock, faults=faults, context=tls_context(server.ca_file), connect_to=server.address
    )
    modem = open_modem(
        stranger.start(), clock=clock, events=events, faults=faults, settings=Settings(), lpa=LpaSetup(transport)
    )
    with pytest.raises(BenchError) as told:
        modem.download(code_of(server), consent=yes)
    assert (told.value.params["subject"], told.value.params["reason"]) == ("8.8.2", "3.1")  # no CI in common
    modem.close()
    stranger.stop()


@pytest.mark.parametrize("personality", personality_names())
def test_modems_of_all_makers(dial: Any, server: SmdpServer, personality: str) -> None:
    modem = dial()
    assert modem.download(code_of(server), consent=yes).iccid == NEW
    modem.enable(NEW)
    assert modem.sim().iccid == NEW
    assert modem.send_notifications().kept == ()
    assert state_of(server) == "INSTALLED"


def test_default_server_and_reset(dial: Any, server: SmdpServer) -> None:
    from core.rsp.messages_admin import ResetOption

    modem = dial()
    modem.set_default_smdp("smdp.example.org")
    assert modem.addresses().default_smdp == "smdp.example.org"
    assert modem.reset([ResetOption.OPERATIONAL_PROFILES, ResetOption.DEFAULT_SMDP_ADDRESS])
    assert modem.profiles() == []
    assert modem.addresses().default_smdp == ""


PACKAGE_BYTES = 12_166
"""Of the profile that the stock client was measured with."""


def order_large_profile(server: SmdpServer) -> ActivationCode:
    """A profile of that size in stock, ordered and released; its activation code."""
    spec = new_profile(
        SeededRandomness(9), iccid=LARGE, imsi="001010000000009", msisdn="09000000009", provider="Bench", name="Large"
    )
    spec = replace(spec, filler=PACKAGE_BYTES - len(spec.package()))
    spec = replace(spec, filler=spec.filler + PACKAGE_BYTES - len(spec.package()))
    assert len(spec.package()) == PACKAGE_BYTES
    server.context.book.add(spec, "large")
    download_order(server.context, {"iccid": LARGE})
    confirm_order(server.context, {"iccid": LARGE, "matchingId": "LARGE-1", "releaseFlag": True})
    return ActivationCode(server.smdp_address, "LARGE-1")


@pytest.mark.parametrize(("most", "apdus"), [(120, 133), (255, 81)])
def test_the_marks_of_a_stock_client(dial: Any, server: SmdpServer, wire: Wire, most: int, apdus: int) -> None:
    code = order_large_profile(server)
    modem = dial(most, None)
    wire.lines.clear()
    modem.profiles()
    assert (wire.apdus, wire.commands) == (1, 3)  # it needs 7 commands
    blocks: list[int] = []
    wire.lines.clear()
    modem.download(code, consent=yes, progress=lambda step: blocks.append(wire.apdus) if step.total else None)
    print(f"{most}: {wire.apdus} APDUs, {wire.commands} commands, {wire.size} bytes, package done at {blocks[-1]}")
    assert LARGE in iccids(modem)
    assert blocks[-1] <= apdus  # what the stock client does: up to the card's result
    assert wire.size < 50_000


class Cut:
    """The card behind the line loses its power at the `at`-th APDU of a count, before or after it acted."""

    def __init__(self, virtual: VirtualModem, monkeypatch: pytest.MonkeyPatch) -> None:
        self._card = virtual._device.card
        self._transmit = self._card.transmit
        self.at, self.after, self.seen = 0, False, 0
        monkeypatch.setattr(self._card, "transmit", self)

    def begin(self, at: int, after: bool) -> None:
        self.at, self.after, self.seen = at, after, 0

    def __call__(self, apdu: bytes) -> bytes:
        self.seen += 1
        if self.seen != self.at:
            return self._transmit(apdu)
        if self.after:
            self._transmit(apdu)
        self._card.reset()
        return b"\x6f\x00"


def test_power_lost_at_any_apdu_of_a_download_ends_in_one_profile(
    dial: Any,
    server: SmdpServer,
    virtual: VirtualModem,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    code = order_large_profile(server)
    modem, cut = dial(), Cut(virtual, monkeypatch)
    modem.download(code, consent=yes)
    total, losses = cut.seen, 0
    assert total > 60
    for at in every(range(1, total + 1), 6):
        for after in (False, True):
            cut.begin(0, after)
            modem.delete(LARGE)
            modem.send_notifications()
            download_order(server.context, {"iccid": LARGE})
            confirm_order(server.context, {"iccid": LARGE, "matchingId": "LARGE-1", "releaseFlag": True})
            cut.begin(at, after)
            told = ""
            try:
                modem.download(code, consent=yes)
            except BenchError as error:
                told = error.code
            cut.begin(0, after)
            assert not told or told.startswith(("esim.", "modem.")), (at, after, told)
            if LARGE not in iccids(modem):
                modem.download(code, consent=yes)
            assert iccids(modem).count(LARGE) == 1, (at, after)
            losses += 1
    record_property("power_losses", losses)


@pytest.mark.parametrize("personality", ["quectel-ec20"])
def test_a_modem_that_gives_up_in_the_middle_of_a_package_is_asked_another_way(
    dial: Any, server: SmdpServer, events: EventLog
) -> None:
    code = order_large_profile(server)
    modem, asked = dial(), list[object]()

    def consent(offer: object) -> bool:
        asked.append(offer)
        return True

    assert modem.download(code, consent=consent).iccid == LARGE
    assert (len(asked), modem.card_way) == (1, "csim")
    assert state_of(server, LARGE) == "INSTALLED"
    assert any(event.kind == "modem.card_way" for event in events.recent("modem"))
