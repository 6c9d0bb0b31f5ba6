"""One profile download from activation code to report, station by station (SGP.22 §3.1.3).

Whatever breaks while the package is being written, the card is asked what became of it before anybody is told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager

from core.errors import BenchError
from core.rsp import messages as m
from core.rsp import tlv
from core.rsp.activation_code import ActivationCode
from core.rsp.messages_auth import CancelReason
from core.rsp.messages_bpp import InstallResultData
from firmware_bridge.esim import profile_of
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.bpp import split
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.euicc.es10_download import DownloadFunctions
from firmware_bridge.lpa.es9 import Es9
from firmware_bridge.lpa.kept import KeptPackage, KeptPackages
from firmware_bridge.lpa.negotiation import Negotiation
from firmware_bridge.lpa.notifications import send_all
from firmware_bridge.lpa.offer import AskCode, Consent, Report, Station, Step
from firmware_bridge.lpa.outcome import INTERRUPTED, error_of, may_try_again, read_back, succeeded
from firmware_bridge.types import Profile

_REASONS = {
    "esim.declined": CancelReason.END_USER_REJECTION,
    "esim.postponed": CancelReason.POSTPONED,
    "esim.code_needed": CancelReason.POSTPONED,
    "esim.ppr_not_allowed": CancelReason.PPR_NOT_ALLOWED,
}
"""Why a session is given up; the server withdraws the order after the first and the second (SGP.22 §5.6.5)."""
_IN_VAIN = ("modem.gone", "modem.silent", "smdp.timeout", "smdp.certificate")
"""After these nobody is there to be told."""


class Download:
    """One try; `run` it once. `recover` makes a modem that went away usable again, or raises."""

    def __init__(
        self,
        code: ActivationCode,
        *,
        conversation: Callable[[], AbstractContextManager[Es10]],
        recover: Callable[[], None],
        server: Callable[[str], Es9],
        kept: KeptPackages,
        imei: str,
        consent: Consent,
        confirmation_code: AskCode,
        report: Report,
    ) -> None:
        self._code = code
        self._conversation = conversation
        self._recover = recover
        self._server = server
        self._kept = kept
        self._report = report
        self._negotiation = Negotiation(code, server(code.smdp_address), imei, consent, confirmation_code)
        self._steps: dict[Station, Callable[[Es10], Station]] = {
            Station.CHECKING: self._check,
            Station.AUTHENTICATING: self._authenticate,
            Station.ASKING: self._ask,
            Station.PREPARING: self._prepare,
            Station.DOWNLOADING: self._fetch,
            Station.INSTALLING: self._install,
            Station.REPORTING: self._deliver,
        }
        self._eid = ""
        self._package: KeptPackage | None = None
        self._is_second_try = False
        self._writing = False
        self._was_absent = False
        self._profile: Profile | None = None

    def run(self) -> Profile:
        """The installed profile. Raises what stands in the docstrings of `Es9`, `Negotiation` and `outcome.error_of`,
        `modem.*`, `esim.card_error`, and `esim.interrupted {cause, state: absent|unknown, kept}`.
        """
        try:
            with self._conversation() as es10:
                return self._walk(es10)
        except BenchError as error:
            if not self._writing:
                raise
            broken = error
        return self._settle(broken)

    def _walk(self, es10: Es10) -> Profile:
        station = Station.CHECKING
        try:
            while station is not Station.DONE:
                self._report(Step(station))
                station = self._steps[station](es10)
        except BaseException as error:  # also Ctrl-C while a person is asked
            if not self._writing:
                self._cancel(es10, error)
            raise
        self._report(Step(station))
        assert self._profile is not None
        return self._profile

    # The stations

    def _check(self, es10: Es10) -> Station:
        """Is there a package from an earlier try, and did the card perhaps take it after all?"""
        if not self._kept.enabled:
            return Station.AUTHENTICATING
        self._eid = es10.eid()
        self._package = self._kept.find(self._eid, str(self._code))
        if self._package is None:
            return Station.AUTHENTICATING
        earlier = read_back(es10, self._package.transaction_id)
        self._profile = _on_card(es10, m.ProfileSearch(iccid=self._package.iccid))
        if self._profile is not None:
            self._kept.drop(self._package)
            return Station.REPORTING
        if earlier is not None and not may_try_again(earlier):
            self._kept.drop(self._package)
            return Station.AUTHENTICATING
        self._is_second_try = self._was_absent = True
        return Station.INSTALLING

    def _authenticate(self, es10: Es10) -> Station:
        self._negotiation.authenticate(DownloadFunctions(es10))
        return Station.ASKING

    def _ask(self, es10: Es10) -> Station:
        self._negotiation.ask(es10)
        return Station.PREPARING

    def _prepare(self, es10: Es10) -> Station:
        if self._kept.enabled:  # so that a profile found there after a break is the new one
            iccid = self._negotiation.offer.iccid
            if _on_card(es10, m.ProfileSearch(iccid=iccid)) is not None:
                raise BenchError("esim.already_installed", iccid=iccid)
            self._was_absent = True
        self._negotiation.prepare(DownloadFunctions(es10))
        return Station.DOWNLOADING

    def _fetch(self, _: Es10) -> Station:
        package = self._negotiation.fetch()
        try:
            split(package)
        except tlv.TlvError as error:
            raise BenchError("smdp.incomplete", missing="boundProfilePackage", reason=str(error)) from error
        self._package = KeptPackage(
            self._eid,
            str(self._code),
            self._negotiation.transaction_id,
            self._negotiation.offer.iccid,
            package,
        )
        self._kept.keep(self._package)
        return Station.INSTALLING

    def _install(self, es10: Es10) -> Station:
        assert self._package is not None
        self._writing = True
        try:
            result = DownloadFunctions(es10).load(split(self._package.package), self._block)
        except (CardError, tlv.TlvError):
            if not self._is_second_try:
                raise
            return self._start_anew()
        if succeeded(result):
            self._installed(es10, result)
            self._writing = False
            return Station.REPORTING
        self._writing = False
        if self._is_second_try and not may_try_again(result):
            return self._start_anew()
        self._failed(es10, result)
        raise error_of(result)

    def _start_anew(self) -> Station:
        """The card does not know the kept package any more: the server must bind a new one."""
        assert self._package is not None
        self._kept.drop(self._package)
        self._package, self._is_second_try, self._writing = None, False, False
        return Station.AUTHENTICATING

    def _deliver(self, es10: Es10) -> Station:
        """Tell the servers; what cannot be told now stays on the card for the next time."""
        with contextlib.suppress(BenchError, CardError, tlv.TlvError):
            send_all(es10, self._server)
        return Station.DONE

    # Endings

    def _installed(self, es10: Es10, result: InstallResultData) -> None:
        assert self._package is not None
        success = result.result.success
        search = m.ProfileSearch(aid=success.aid) if success else m.ProfileSearch(iccid=self._package.iccid)
        self._profile = _on_card(es10, search) or Profile(self._package.iccid, "", "disabled")
        self._kept.drop(self._package)

    def _failed(self, es10: Es10, result: InstallResultData) -> None:
        assert self._package is not None
        if not may_try_again(result):
            self._kept.drop(self._package)
        self._negotiation.over()
        self._report(Step(Station.REPORTING))
        self._deliver(es10)

    def _settle(self, broken: BenchError) -> Profile:
        """The line or the card broke off while the package was written: read back what the card made of it."""
        assert self._package is not None
        unknown = BenchError(INTERRUPTED, cause=broken.code, state="unknown", kept=self._kept.enabled)
        self._report(Step(Station.CHECKING))
        try:
            self._recover()
            with self._conversation() as es10:
                result = read_back(es10, self._package.transaction_id)
                self._profile = _on_card(es10, m.ProfileSearch(iccid=self._package.iccid))
                failed = result is not None and not succeeded(result)
                installed = self._profile is not None and (self._was_absent or result is not None) and not failed
                if installed:
                    self._kept.drop(self._package)
                    self._report(Step(Station.REPORTING))
                    self._deliver(es10)
                elif result is not None and failed:
                    self._failed(es10, result)
                elif not self._kept.enabled:
                    self._cancel(es10, broken)
        except BenchError as error:
            raise unknown from error
        if result is not None and failed and (told := error_of(result)).code != INTERRUPTED:
            raise told from broken
        if self._profile is None or not installed:
            raise BenchError(INTERRUPTED, cause=broken.code, state="absent", kept=self._kept.enabled) from broken
        self._report(Step(Station.DONE))
        return self._profile

    def _cancel(self, es10: Es10, error: BaseException) -> None:
        """Give the session up on both sides; servers answer that in many ways, none of which matters any more."""
        if isinstance(error, BenchError) and error.code in _IN_VAIN:
            return
        reason = CancelReason.UNDEFINED
        if isinstance(error, BenchError):
            reason = _REASONS.get(error.code, reason)
        elif not isinstance(error, (CardError, tlv.TlvError)):
            reason = CancelReason.POSTPONED
        with contextlib.suppress(BenchError, CardError, tlv.TlvError):
            self._negotiation.cancel(DownloadFunctions(es10), reason)

    def _block(self, done: int, total: int) -> None:
        if done:
            self._report(Step(Station.INSTALLING, done, total))


def _on_card(es10: Es10, search: m.ProfileSearch) -> Profile | None:
    found = es10.profiles(search=search)
    return profile_of(found[0]) if found else None
