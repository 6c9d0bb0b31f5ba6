"""Stand-ins for the cloud and the modem that need no network and no line: for tests and for trying the car alone."""

from __future__ import annotations

import json as json_module
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness, token
from core.settings import Settings
from core.sign_in_link import show_user_code
from firmware_bridge import (
    EuiccInfo,
    Identity,
    ModemEvent,
    Operator,
    Profile,
    ProfileOffer,
    Registration,
    Signal,
    SimState,
    Station,
    Step,
)
from headunit.services.cloud import Cloud
from headunit.services.fake_voice import FakeVoice
from headunit.services.identity import DEVICE_GRANT

if TYPE_CHECKING:
    from core.http import Answer
    from firmware_bridge import Voice


@dataclass
class FakeAccount:
    """One person at the fake provider."""

    email: str
    password: str
    name: str
    iccid: str = ""
    esim: str = "none"
    profile: dict[str, Any] = field(default_factory=dict)
    name_ja: str = ""
    role: str = ""
    replaced: str = ""
    """ICCID of another profile that the operator orders instead when the car asks for a code."""
    reason: str = "no_contract"
    """Why `esim` is none."""
    code: str = ""
    """Activation code that waits; it is of the form FakeModem knows: `LPA:1$fake$ICCID`."""


class FakeCloud(Cloud):
    """The contract's cloud in memory. `device` decides about the shown code: pending, slow_down, approved by e-mail."""

    def __init__(
        self, *, clock: Clock, events: EventLog, faults: Faults, settings: Settings, randomness: Randomness
    ) -> None:
        super().__init__("http://cloud.test", clock=clock, events=events, faults=faults, settings=settings)
        self.accounts: dict[str, FakeAccount] = {}
        self.device = "authorization_pending"
        self.polls: list[float] = []
        self.requests: list[str] = []
        self.reports: list[dict[str, Any]] = []
        self.revoked: list[str] = []
        self.too_many_users = False
        self.locked = False
        self._randomness = randomness
        self._access: dict[str, str] = {}
        self._refresh: dict[str, str] = {}

    def add(self, account: FakeAccount) -> FakeAccount:
        """Make a person known."""
        self.accounts[account.email] = account
        return account

    def forget_tokens(self) -> None:
        """As after a change of password: nothing the car holds is taken any more."""
        self._access.clear()
        self._refresh.clear()

    def end_access_tokens(self) -> None:
        """As after an hour: only refresh tokens still work."""
        self._access.clear()

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        form: dict[str, str] | None = None,
        bearer: str | None = None,
    ) -> Answer:
        """Answer from memory, with the faults of the port `car.http`."""
        from core.http import Answer

        operation = f"{method} {path}"
        self.requests.append(operation)
        if not self.in_reception:
            self._reached(False)
            raise BenchError("cloud.unreachable")
        fault = self._faults.take("car.http", operation)
        if fault is not None and fault.kind == "unauthorized":
            return Answer(401, {"error": "invalid_token"})
        if fault is not None and fault.kind != "slow":
            self._reached(False)
            raise BenchError(f"cloud.{fault.kind}")
        self._reached(True)
        if json is not None:
            json_module.dumps(json)
        if path.startswith("/.well-known"):
            return Answer(200, {"issuer": self.base_url})
        if path.startswith("/oauth/") and path != "/oauth/userinfo":
            return self._oauth(path, form or {})
        account = self.accounts.get(self._access.get(bearer or "", ""))
        if account is None:
            return Answer(401, {"error": "invalid_token"})
        return self._api(method, path, account, json)

    def _oauth(self, path: str, form: dict[str, str]) -> Answer:
        from core.http import Answer

        if path == "/oauth/device_authorization":
            code = "".join(chr(ord("B")) for _ in range(8))
            body = {"device_code": token(self._randomness), "user_code": show_user_code(code)}
            return Answer(200, body | {"expires_in": self._settings.device_code_lifetime, "interval": 5})
        if path == "/oauth/authorize-challenge":
            account = self.accounts.get(form["username"])
            if self.locked:
                return Answer(403, {"error": "locked", "retry_after": 900})
            if account is None or account.password != form["password"]:
                return Answer(401, {"error": "invalid_credentials"})
            return Answer(200, {"authorization_code": account.email})
        if path == "/oauth/revoke":
            self.revoked.append(form["token"])
            self._refresh.pop(form["token"], None)
            return Answer(200, {})
        if form["grant_type"] == "refresh_token":
            email = self._refresh.pop(form["refresh_token"], "")
            return self._tokens(email) if email else Answer(400, {"error": "invalid_grant"})
        if form["grant_type"] == DEVICE_GRANT:
            self.polls.append(self._clock.monotonic())
            return self._tokens(self.device) if self.device in self.accounts else Answer(400, {"error": self.device})
        return self._tokens(form["code"])

    def _tokens(self, email: str) -> Answer:
        from core.http import Answer

        access, refresh = token(self._randomness), token(self._randomness)
        self._access[access], self._refresh[refresh] = email, email
        return Answer(200, {"access_token": access, "refresh_token": refresh, "expires_in": 3600})

    def _api(self, method: str, path: str, account: FakeAccount, body: Any) -> Answer:
        from core.http import Answer

        if path == "/oauth/userinfo":
            names = {"name": account.name, "name#en": account.name, "name#ja": account.name_ja}
            return Answer(200, {"sub": account.email, "email": account.email, **names})
        if path.endswith("/users/me"):
            if self.too_many_users:
                return Answer(409, {"error": "too_many_users"})
            account.role = body["role"] if method == "PUT" else ""
            return Answer(200, {"role": account.role})
        path, _, query = path.partition("?")
        if path.endswith("/esim"):
            if method == "PUT":
                self.reports.append(body)
                account.esim = "active" if body["state"] == "active" else "ready"
            reason = account.reason if account.esim == "none" else None
            if query and account.replaced:
                account.iccid, account.replaced = account.replaced, ""
            known = {"operator": "NTT DOCOMO", "number_last4": "1234", "iccid": account.iccid}
            if query and account.code:
                known["activation_code"] = account.code
            return Answer(200, {"state": account.esim, "reason": reason} | (known if reason is None else {}))
        if path == "/api/profile":
            if method == "PUT":
                account.profile = dict(body)
            return Answer(200, account.profile | {"updated": None})
        return Answer(404, {"error": "not_found"})


class FakeModem:
    """A modem with a card. `trouble` is raised by every call; `refuse` maps a method's name to what it raises."""

    def __init__(self, clock: Clock, *iccids: str) -> None:
        self.clock = clock
        self.cards = {iccid: Profile(iccid, "A0000005591010FFFFFFFF8900001100", "disabled") for iccid in iccids}
        self.trouble: BenchError | None = None
        self.refuse: dict[str, BenchError] = {}
        self.network: Registration = Registration("home", "LTE")
        self.calls: list[str] = []
        self.is_open = True
        self.on_event: Callable[[ModemEvent], None] = lambda event: None
        self.telephone = FakeVoice(self)

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.trouble is not None:
            self.is_open = False
            raise self.trouble
        if name in self.refuse:
            raise self.refuse[name]

    @property
    def voice(self) -> Voice:
        """Its telephone."""
        return cast("Voice", self.telephone)

    def tell(self, event: ModemEvent) -> None:
        """News on the line."""
        self.on_event(event)

    @property
    def enabled(self) -> str:
        """ICCID of the enabled profile, "" when none is."""
        return next((item.iccid for item in self.cards.values() if item.state == "enabled"), "")

    def identity(self) -> Identity:
        """Who it is."""
        self._call("identity")
        return Identity("Bench", "Fake", "1", "352906110000017")

    def sim(self) -> SimState:
        """The enabled profile's SIM."""
        self._call("sim")
        return SimState("ready" if self.enabled else "absent", self.enabled or None)

    def signal(self) -> Signal:
        """Three bars."""
        self._call("signal")
        return Signal(bars=3)

    def operator(self) -> Operator:
        """The network."""
        self._call("operator")
        return Operator("NTT DOCOMO", "00101", "LTE") if self.registration().registered else Operator()

    def registration(self) -> Registration:
        """`network`, as long as a profile is enabled."""
        self._call("registration")
        return self.network if self.enabled else Registration("idle")

    def wait_registered(self, timeout: float | None = None) -> Registration:
        """Lets the clock run when there is no network."""
        self._call("wait_registered")
        now = self.registration()
        if not now.registered:
            self.clock.advance(timeout or 0.0)
        return now

    def euicc(self) -> EuiccInfo:
        """The card."""
        self._call("euicc")
        return EuiccInfo("89081000000000000000000000000112")

    def profiles(self) -> list[Profile]:
        """All profiles."""
        self._call("profiles")
        return list(self.cards.values())

    def enable(self, iccid: str, refresh: bool = True) -> None:
        """One at a time, as on a card."""
        self._call("enable")
        for item in list(self.cards.values()):
            self.cards[item.iccid] = replace(item, state="enabled" if item.iccid == iccid else "disabled")

    def disable(self, iccid: str, refresh: bool = True) -> None:
        """None."""
        self._call("disable")
        self.cards[iccid] = replace(self.cards[iccid], state="disabled")

    def delete(self, iccid: str) -> None:
        """Gone from the card."""
        self._call("delete")
        del self.cards[iccid]

    def download(
        self,
        code: str,
        *,
        consent: Callable[[ProfileOffer], bool | None],
        confirmation_code: Callable[[ProfileOffer], str | None] = lambda _: None,
        progress: Callable[[Step], None],
    ) -> Profile:
        """Four blocks, then the profile whose ICCID ends the code is on the card."""
        self._call("download")
        iccid = code.rpartition("$")[2]
        assert consent(ProfileOffer(iccid, "NTT DOCOMO", "One Number", "operational"))
        for block in range(1, 5):
            progress(Step(Station.INSTALLING, block, 4))
        self.cards[iccid] = Profile(iccid, "A0000005591010FFFFFFFF8900001200", "disabled")
        return self.cards[iccid]

    def send_notifications(self) -> None:
        """Nothing to tell."""
        self._call("send_notifications")

    def reopen(self) -> None:
        """The cable is in again, when there is no trouble."""
        self.calls.append("reopen")
        if self.trouble is not None:
            raise self.trouble
        self.is_open = True

    def close(self) -> None:
        """Gone."""
        self.is_open = False
