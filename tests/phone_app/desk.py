"""A handset without a window: simulated time, work done at once, and a cloud that answers by a script of routes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from core.air import Bond, PairingRequest
from core.brand import load_brand
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.http import Answer
from core.radio import CallEvent, SentElsewhere, Sms
from core.radio.messages import CallState, Cause, SmsState
from core.randomness import SeededRandomness
from core.settings import Settings
from core.tasks import InlineTasks
from phone_app.handset import Handset

ISSUER = "http://127.0.0.1:9"
SITES = {"carrier": "http://127.0.0.1:8/", "portal": "http://127.0.0.1:9/portal"}
TERMS = [
    {"id": "terms_of_use", "version": "1", "accepted": False},
    {"id": "privacy", "version": "1", "accepted": False},
]


class ScriptedCloud:
    """Answers like the cloud of the contract; `fail` makes a path raise, `calls` keeps what was asked."""

    def __init__(self) -> None:
        self.base_url = ISSUER
        self.calls: list[tuple[str, str, dict[str, Any]]] = []
        self.fail: dict[str, BenchError | Answer] = {}
        self.access = "access-1"
        self.refresh_ok = True
        self.terms = [dict(item) for item in TERMS]
        self.vehicles: list[dict[str, Any]] = []
        self.contract: dict[str, Any] = {"state": "none", "reason": "no_contract"}
        self.request_status = "pending"
        self.car_brand = ""
        self.link: dict[str, Any] = {"state": "none", "operator": "", "number": "", "number_last4": ""}
        self.outcome = {"state": "open", "reason": ""}
        self.operators = [{"code": "JP", "operators": [{"id": "docomo", "name": "NTT DOCOMO"}]}]
        self.verifier = ""

    def request(self, method: str, path: str, **details: Any) -> Answer:
        self.calls.append((method, path, details))
        trouble = self.fail.get(path)
        if isinstance(trouble, BenchError):
            raise trouble
        if trouble is not None:
            return trouble
        if path.startswith("/.well-known"):
            names = ("authorization", "token", "userinfo", "revocation")
            return Answer(200, {f"{name}_endpoint": f"{ISSUER}/oauth/{name}" for name in names})
        if path == "/oauth/token":
            return self._token(details["form"])
        if path == "/oauth/revocation":
            return Answer(200, {})
        if details.get("bearer") != self.access:
            return Answer(401, {"error": "invalid_token"})
        return self._api(method, path, details)

    def _token(self, form: dict[str, str]) -> Answer:
        if form["grant_type"] == "refresh_token" and not self.refresh_ok:
            return Answer(400, {"error": "invalid_grant"})
        self.verifier = form.get("code_verifier", self.verifier)
        if form["grant_type"] == "refresh_token":
            self.access += "+"
        return Answer(200, {"access_token": self.access, "refresh_token": "refresh", "expires_in": 3600})

    def _api(self, method: str, path: str, details: dict[str, Any]) -> Answer:
        if path == "/oauth/userinfo":
            names = {"name": "Hana Aoki", "name#en": "Hana Aoki", "name#ja": "青木 花"}
            return Answer(200, {"sub": "g1", "email": "hana.aoki@example.com", **names})
        if path == "/api/terms":
            if method == "PUT":
                accepted = {item["id"] for item in details["json"]["terms"]}
                self.terms = [{**item, "accepted": item["id"] in accepted} for item in self.terms]
            return Answer(200, {"terms": self.terms})
        if path == "/api/vehicles":
            return Answer(200, {"vehicles": self.vehicles, "esim": self.contract})
        if path.startswith("/api/device-requests/") and method == "GET":
            car = {"model": "BMW iX xDrive50", "vin_last7": "0000000", "brand": self.car_brand}
            return Answer(200, {"user_code": "x", "car": car, "expires_in": 300, "status": self.request_status})
        if path.startswith("/api/device-requests/"):
            return Answer(200, {})
        if path.startswith("/api/esim"):
            return self._esim(method, path)
        return Answer(404, {"error": "not_found"})

    def _esim(self, method: str, path: str) -> Answer:
        if path == "/api/esim/operators":
            return Answer(200, {"countries": self.operators})
        if path == "/api/esim":
            return Answer(200, self.link)
        if path == "/api/esim/activation" and method == "POST":
            self.link |= {"state": "requested"}
            return Answer(200, {"id": "r1", "url": "http://127.0.0.1:8/oauth/authorize?r=1", "expires_in": 1800})
        if path == "/api/esim/link" and method == "DELETE":
            self.link |= {"state": "none", "number": "", "number_last4": ""}
            return Answer(200, {})
        if path == "/api/esim/activation/r1":
            return Answer(200, self.outcome)
        return Answer(404, {"error": "not_found"})

    def associate(self) -> None:
        """What operator and car maker do when the person agrees."""
        self.link |= {"state": "linked", "operator": "NTT DOCOMO", "number": "09000001234", "number_last4": "1234"}
        self.outcome = {"state": "linked", "reason": ""}

    def close(self) -> None:
        pass


class StillRadio:
    """A radio that only keeps what it was told."""

    def __init__(self, bonds: list[Bond]) -> None:
        self.on_pairing: Callable[[PairingRequest], None] | None = None
        self.on_paired: Callable[[str, bool, str], None] | None = None
        self.on_connected: Callable[[str, bool], None] | None = None
        self.on_bonds: Callable[[list[Bond]], None] | None = None
        self.on_link: Callable[[bool], None] | None = None
        self.told: list[tuple[Any, ...]] = []
        self.links: set[str] = set()
        self.bonds = bonds
        self.read: Callable[[str], str] | None = None

    def connect(self) -> None:
        self.told.append(("connect",))

    def close(self) -> None:
        self.told.append(("close",))

    def set_visible(self, visible: bool) -> None:
        self.told.append(("visible", visible))

    def set_name(self, name: str) -> None:
        self.told.append(("name", name))

    def confirm(self, peer: str) -> None:
        self.told.append(("confirm", peer))

    def reject(self, peer: str) -> None:
        self.told.append(("reject", peer))

    def forget(self, peer: str) -> None:
        self.bonds = [bond for bond in self.bonds if bond.address != peer]
        assert self.on_bonds is not None
        self.on_bonds(self.bonds)

    def is_connected(self, peer: str) -> bool:
        return peer in self.links

    def serve_phonebook(self, read: Callable[[str], str] | None) -> None:
        self.read = read

    def ask(self, peer: str = "C", name: str = "BMW iX") -> None:
        assert self.on_pairing is not None
        self.on_pairing(PairingRequest(peer, "123456", name, "car"))

    def end_pairing(self, peer: str = "C", ok: bool = True, reason: str = "") -> None:
        assert self.on_paired is not None
        assert self.on_bonds is not None
        if ok:
            self.bonds = [*self.bonds, Bond(peer, "BMW iX", "00" * 16)]
            self.on_bonds(self.bonds)
        self.on_paired(peer, ok, reason)


class StillCell:
    """A radio of the mobile network that only keeps what it was told; `hear…` is what the network says."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.packet_session: str | None = None
        self.on_registered: Callable[[bool], None] | None = None
        self.on_sms: Callable[[Sms], None] | None = None
        self.on_sms_status: Callable[[str, SmsState], None] | None = None
        self.on_sent_elsewhere: Callable[[SentElsewhere], None] | None = None
        self.on_call: Callable[[CallEvent], None] | None = None
        self.on_ussd: Callable[[int, str], None] | None = None
        self.on_packet_session: Callable[[str | None], None] | None = None
        self.error: BenchError | None = None

    def connect(self) -> None:
        self.told.append(("connect",))
        assert self.on_registered is not None
        self.on_registered(True)

    def close(self) -> None:
        self.told.append(("close",))

    def attach(self) -> None:
        self.told.append(("attach",))
        assert self.on_registered is not None
        self.on_registered(True)

    def detach(self) -> None:
        self.told.append(("detach",))

    def _order(self, *order: Any) -> None:
        if self.error is not None:
            raise self.error
        self.told.append(order)

    def send_sms(self, number: str, text: str) -> str:
        self._order("sms", number, text)
        return f"ref{len(self.told)}"

    def dial(self, number: str) -> int:
        self._order("dial", number)
        return 1

    def answer(self, line: int) -> None:
        self._order("answer", line)

    def hang_up(self, line: int) -> None:
        self._order("hang_up", line)

    def hold(self, line: int) -> None:
        self._order("hold", line)

    def retrieve(self, line: int) -> None:
        self._order("retrieve", line)

    def swap(self) -> None:
        self._order("swap")

    def tone(self, line: int, key: str) -> None:
        self._order("tone", line, key)

    def ussd(self, text: str) -> None:
        self._order("ussd", text)

    def hear_sms(self, text: str, sender: str = "NTT DOCOMO", identity: str = "1") -> None:
        assert self.on_sms is not None
        self.on_sms(Sms(identity, sender, text, datetime(2026, 4, 1, tzinfo=UTC)))

    def hear_call(self, line: int, state: CallState, number: str = "", cause: Cause = "") -> None:
        assert self.on_call is not None
        self.on_call(CallEvent(line, state, number, cause))


class Desk:
    """The handset and everything around it; `restart` is a phone switched off and on."""

    def __init__(
        self, folder: Path, language: str = "en", settings: Settings | None = None, brand: str = "bmw"
    ) -> None:
        self.brand = load_brand(brand)
        self.folder = folder
        self.settings = settings or Settings()
        self.cloud = ScriptedCloud()
        self.clock = Clock(start=datetime(2026, 4, 1, tzinfo=UTC), rate=0)
        self.events = EventLog(self.clock)
        self.language = language
        self.tasks: Any = InlineTasks()
        self.changes = 0
        self.copied: list[str] = []
        self.restart()

    def restart(self) -> None:
        self.cell = StillCell()
        self.handset = Handset(
            folder=self.folder,
            brand=self.brand,
            language=self.language,
            http=self.cloud,  # type: ignore[arg-type]
            radio=self._radio,
            cell=self.cell,
            sites=SITES,
            clock=self.clock,
            events=self.events,
            randomness=SeededRandomness(5),
            settings=self.settings,
            tasks=self.tasks,
        )
        self.handset.changed = self._count
        self.handset.copied = self.copied.append
        self.app = self.handset.brand_app
        self.handset.take("open", self.app.id)

    def _radio(self, preferences: Any, bonds: Any) -> StillRadio:
        self.radio = StillRadio(list(bonds.bonds))
        return self.radio

    def _count(self) -> None:
        self.changes += 1

    def send(self, *events: Any) -> None:
        for event in events:
            name, value = event if isinstance(event, tuple) else (event, None)
            self.handset.take(name, value() if callable(value) else value)

    def type_pin(self, pin: str) -> None:
        for digit in pin:
            self.send(("pinDigit", digit))

    @property
    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.handset.state()["app"]
        return state

    @property
    def screen(self) -> str:
        return self.app.screen

    def callback(self, **answer: str) -> Callable[[], str]:
        """Makes the address the log-in page leads to, with the right state unless told otherwise."""

        def address() -> str:
            query = parse_qs(urlsplit(self.state["web"]["url"]).query)
            values = {"state": query["state"][0], **answer}
            return f"{self.state['brand']['id']}://oauth/callback?" + "&".join(
                f"{key}={value}" for key, value in values.items()
            )

        return address

    def sign_in(self, pin: str = "2580") -> None:
        """Up to the welcome screen."""
        self.send("signIn", "continue", ("callback", self.callback(code="abc")))
        self.type_pin(pin + pin)
        for item in self.state["terms"]:
            self.send(("toggleTerm", item["id"]))
        self.send("agree")
        assert self.screen == "welcome"

    def open_scanner(self) -> None:
        """From the welcome screen to the camera, as the guide says."""
        self.send(("openTab", "profile"), "openSettings", "scan")
        assert self.screen == "scan"
