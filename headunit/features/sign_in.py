"""Signing in: the QR, e-mail and password, and the log-in that all three ways share (BMW-JP-CAR-03a…05, X-11)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.errors import BenchError
from core.person_names import names_of
from headunit.desk import Desk
from headunit.features.drivers import Drivers
from headunit.flow.drivers import Driver
from headunit.services.cloud import OFFLINE
from headunit.services.device_sign_in import DeviceSignIn
from headunit.services.session import Session


class SignIn:
    """Guards and actions from `qr` to `loginFailed`."""

    def __init__(self, desk: Desk, drivers: Drivers) -> None:
        self._desk = desk
        self._drivers = drivers
        self._session: Session | None = None
        self._run = 0
        self._reason = ""
        self._quick = False
        self._forgets_pin = False
        self._device = DeviceSignIn(
            desk.identity,
            clock=desk.clock,
            tasks=desk.tasks,
            settings=desk.settings,
            changed=self._show_qr,
            approved=lambda tokens: self._desk.fact("qrApproved", tokens),
            failed=desk.fail,
        )

    # The QR (CAR-03a)

    def on_enter_qr(self) -> None:
        """Show a code."""
        self._device.start()

    def on_exit_qr(self) -> None:
        """Nobody can approve a code that is not shown."""
        self._device.stop()

    def renew_qr_code(self) -> None:
        """A new code after expiry, refusal or trouble."""
        self._desk.clear_error()
        self._device.start()

    def keep_approved_sign_in(self, value: object = None) -> None:
        """The phone approved: go on with the tokens."""
        assert isinstance(value, dict)
        self._session = self._desk.new_session(value)

    def _show_qr(self, qr: dict[str, Any]) -> None:
        before = self._desk.state.get("qr")["state"]
        if qr["state"] != before:
            self._desk.events.emit("car", f"qr.{qr['state']}")
        self._desk.state.put("qr", qr)

    # E-mail and password (CAR-03d)

    def ask_credentials(self) -> None:
        """A new BMW ID."""
        self._drivers.choose(None)
        self._ask_credentials("", forgets_pin=False)

    def ask_stored_credentials(self, source: Any) -> None:
        """A stored driver forgot the PIN, or the cloud no longer takes what the car kept."""
        self._ask_credentials("stored", forgets_pin=source.value == "pinAsk")

    def ask_credentials_for_pin(self) -> None:
        """The PIN is locked: only the account's credentials help, and the PIN is set anew."""
        self._ask_credentials("pinLocked", forgets_pin=True)

    def esim_needs_login(self) -> bool:
        """Whether the eSIM waits for nothing but a login, because the cloud ended the driver's."""
        esim = self._desk.state.get("esim")
        return self._desk.active is not None and (esim["state"], esim["detail"]) == ("failed", "auth.expired")

    def ask_active_credentials(self) -> None:
        """The driver at the wheel signs in again and goes on driving."""
        self._drivers.choose(self._desk.active, quick=True)
        self._ask_credentials("stored", forgets_pin=False)

    def _ask_credentials(self, reason: str, forgets_pin: bool) -> None:
        self._reason, self._forgets_pin = reason, forgets_pin
        driver = self._drivers.chosen
        email = driver.email if driver else ""
        self._desk.state.put("credentials", {"email": email, "busy": False, "reason": reason})

    def credentials_for_stored_driver(self) -> bool:
        """Whether the page came from a stored driver."""
        return self._reason != ""

    def on_exit_credentials(self) -> None:
        """An answer that comes late is for nobody."""
        self._run += 1
        self._desk.state.update("credentials", busy=False)

    def forget_error(self) -> None:
        """Try again with the page as it is."""
        self._desk.clear_error()

    def verify_credentials(self, value: object = None) -> None:
        """Have e-mail and password checked. What is missing is said at once."""
        entered = value if isinstance(value, dict) else {}
        email, password = str(entered.get("email", "")).strip(), str(entered.get("password", ""))
        if self._desk.state.get("credentials")["busy"]:
            return
        self._desk.clear_error()
        if not email or not password:
            self._desk.fail(BenchError("auth.incomplete", field="email" if not email else "password"))
            return
        if "@" not in email:
            self._desk.fail(BenchError("auth.invalid_email"))
            return
        self._desk.state.update("credentials", email=email, busy=True)
        self._run += 1
        run = self._run
        self._desk.tasks.submit(
            lambda: self._desk.identity.sign_in(email, password),
            lambda tokens: self._accepted(run, tokens),
            lambda error: self._refused(run, error),
        )

    def _accepted(self, run: int, tokens: dict[str, Any]) -> None:
        if run == self._run:
            self._session = self._desk.new_session(tokens)
            self._desk.fact("credentialsAccepted")

    def _refused(self, run: int, error: Exception) -> None:
        if run != self._run:
            return
        self._desk.state.update("credentials", busy=False)
        if not isinstance(error, BenchError):
            raise error
        self._desk.fail(error)

    # Log-in (CAR-04)

    def on_enter_logging_in(self) -> None:
        """Find out who it is, tie the driver to the car, fetch the driver profile."""
        self._run += 1
        chosen = self._drivers.chosen
        if self._session is None and chosen is not None:
            self._session = self._desk.session(chosen)
        self._step("verifying", 0.1, self._name(chosen) if chosen else "")
        session = self._session
        assert session is not None
        self._submit(session.userinfo, lambda claims: self._known(session, claims))

    def on_exit_logging_in(self) -> None:
        """Cancelled or done: answers that come late are for nobody."""
        self._run += 1

    def _known(self, session: Session, claims: dict[str, Any]) -> None:
        memory = self._desk.memory
        email = str(claims.get("email", ""))
        driver = memory.driver_for(str(claims["sub"]), email)
        chosen = self._drivers.chosen
        if chosen is not None and chosen is not driver:
            if self._reason:
                # Somebody else's credentials must not open a locked profile: that ID is simply added.
                self._forgets_pin = False
            self._drivers.choose(None)
        arriving = replace(driver, email=email, names=names_of(claims))
        self._step("vehicle", 0.4, self._name(arriving))
        role = driver.role if driver in memory.drivers else ("co" if memory.drivers else "main")
        self._submit(
            lambda: self._desk.vehicle.map_driver(session, role),
            lambda given: self._mapped(session, driver, replace(arriving, role=given)),
        )

    def _mapped(self, session: Session, driver: Driver, arriving: Driver) -> None:
        self._step("profile", 0.7, self._name(arriving))

        def load() -> dict[str, Any]:
            settings = self._desk.vehicle.load_profile(session)
            # From here on the driver is the car's: stored before the next screen comes.
            with self._desk.memory.changing_now() as memory:
                driver.email, driver.names, driver.role = arriving.email, arriving.names, arriving.role
                driver.settings = {key: value for key, value in settings.items() if key != "updated"}
                driver.tokens = dict(session.tokens)
                if self._forgets_pin:
                    driver.pin_hash, driver.pin_attempts_left = "", 0
                if driver not in memory.drivers:
                    driver.announced = driver.role == "main"
                    if self._desk.brand.consents:
                        # Nothing is allowed before the driver says so (`headunit.features.id_link`).
                        driver.consents = dict.fromkeys(self._desk.brand.consents, False)
                        driver.sync = "car"
                    memory.drivers = [*memory.drivers, driver]
            return settings

        self._submit(load, lambda _: self._done(session, driver))

    def _done(self, session: Session, driver: Driver) -> None:
        self._step("done", 1.0, self._name(driver))
        self._desk.bind_session(driver, session)
        self._let_in(driver)

    def _let_in(self, driver: Driver) -> None:
        # Who is stored with everything chosen is not asked again, unless the PIN is to be set anew.
        known = self._drivers.chosen is driver and driver.set_up and not self._forgets_pin
        self._quick = self._drivers.quick or known
        self._session, self._reason, self._forgets_pin = None, "", False
        self._desk.events.emit("car", "signed_in", driver=driver.key)
        self._desk.take_car(driver)
        self._desk.state.put("sync", {"choice": driver.sync})
        self._desk.fact("loginDone")

    def _submit(self, work: Any, done: Any) -> None:
        run = self._run
        self._desk.tasks.submit(
            work,
            lambda result: done(result) if run == self._run else None,
            lambda error: self._login_failed(run, error),
        )

    def _login_failed(self, run: int, error: Exception) -> None:
        if run != self._run:
            return
        if not isinstance(error, BenchError):
            raise error
        chosen = self._drivers.chosen
        if error.code in OFFLINE and chosen is not None and not self._reason and chosen.tokens:
            # A stored driver drives on without the cloud; there is nothing to choose about settings then.
            self._drivers.quick = True
            self._let_in(chosen)
            return
        if error.code in ("auth.expired", "auth.forbidden"):
            self._session = None
        self._desk.fact("loginRefused")
        self._desk.fail(error)

    def is_quick_login(self) -> bool:
        """Whether the set-up's questions are left out."""
        return self._quick

    def login_can_go_on(self) -> bool:
        """Whether the sign-in itself still holds, so that only the log-in is repeated."""
        return self._session is not None

    def must_sign_in_again(self) -> bool:
        """Whether a stored driver's tokens are refused."""
        return self._session is None and self._drivers.chosen is not None

    def enter_without_screen(self) -> None:
        """The right PIN at the start: the driver is in, the cloud is asked behind the screen."""
        if self._drivers.chosen is not None:
            self._desk.take_car(self._drivers.chosen)

    def on_enter_bmw_id(self) -> None:
        """The menu: an abandoned sign-in is over."""
        self._session, self._reason, self._forgets_pin = None, "", False

    def on_enter_home_screen(self) -> None:
        """Home: an abandoned sign-in is over."""
        self.on_enter_bmw_id()

    def stop(self) -> None:
        """Poll no more."""
        self._run += 1
        self._device.stop()

    def _name(self, driver: Driver) -> str:
        return driver.name(self._desk.language)

    def _step(self, step: str, progress: float, name: str) -> None:
        self._desk.state.put("login", {"step": step, "progress": progress, "name": name})
