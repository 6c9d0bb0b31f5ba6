"""The eUICC through a modem: profiles and notifications as plain values, the card's refusals as error codes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from core.clock import Clock
from core.errors import BenchError
from core.rsp.iccid import encode_iccid
from core.rsp.messages import ISD_R_AIDS, EuiccInfo2, Operation, ProfileClass, ProfileInfo, Result
from core.rsp.tlv import TlvError
from firmware_bridge.card_access import CardChannel, Run, Way, open_application
from firmware_bridge.euicc.apdu import LONGEST_BLOCK, CardError
from firmware_bridge.euicc.block_size import BlockSize
from firmware_bridge.euicc.es10 import PROFILE_TAGS, Es10
from firmware_bridge.switching import switch
from firmware_bridge.types import Addresses, EuiccInfo, Notification, Profile

if TYPE_CHECKING:
    from core.rsp.messages_admin import ResetOption

LONGEST_QUESTION = 200
"""Tags of a question that fills one long APDU; one of them has two bytes."""
NICKNAME_BYTES = 64
"""SGP.22 §5.7.21."""
BUSY_WAIT, BUSY_POLL = 15.0, 0.3
"""Seconds: a card that starts again after a switch of profiles is busy for a few."""

_ERRORS = {
    Result.NOT_FOUND: "esim.profile_not_found",
    Result.WRONG_STATE: "esim.wrong_state",
    Result.POLICY: "esim.policy",
    Result.WRONG_REENABLING: "esim.wrong_state",
    Result.CAT_BUSY: "esim.busy",
}


class Esim:
    """One conversation with the card at a time; each opens a channel to the ISD-R and gives it back."""

    def __init__(
        self,
        run: Run,
        *,
        clock: Clock,
        pause: Callable[[float], None],
        timeout: float,
        long_timeout: float,
        aids: Sequence[bytes] = ISD_R_AIDS,
        longest_block: int = LONGEST_BLOCK,
    ) -> None:
        self._run = run
        self._clock = clock
        self._pause = pause
        self._timeout = timeout
        self._long_timeout = long_timeout
        self._aids = aids
        self._turn = threading.RLock()
        self._sizes = BlockSize(longest_block)
        self.way: Way | None = None
        """How the card was reached last: `cgla` or `csim`."""

    @contextlib.contextmanager
    def conversation(self, long: bool = False) -> Iterator[Es10]:
        """ES10 functions on an open channel; card and TLV errors come out as `esim.card_error`."""
        with self._turn:
            channel: CardChannel | None = None
            timeout = self._long_timeout if long else self._timeout
            try:
                channel = self._open(timeout)
                self.way = channel.way
                yield Es10(channel.transmit, self._sizes)
            except CardError as error:
                raise BenchError("esim.card_error", status=f"{error.status:04X}") from error
            except TlvError as error:
                raise BenchError("esim.card_error", reason=str(error)) from error
            finally:
                if channel is not None:
                    with contextlib.suppress(BenchError):  # what happened before matters more
                        channel.close()

    def info(self) -> EuiccInfo:
        """EID, and EUICCInfo2 where the card gives it (only the EID is sure to be there)."""
        with self.conversation() as es10:
            eid = es10.eid()
            try:
                more: EuiccInfo2 | None = es10.info2()
            except (CardError, TlvError):
                more = None
        if more is None:
            return EuiccInfo(eid)
        return EuiccInfo(
            eid=eid,
            svn=more.svn,
            profile_version=more.profile_version,
            firmware=more.firmware,
            free_nvm=more.resource.free_nvm,
            ci_pkids=tuple(key.hex() for key in more.ci_for_verification),
            forbidden_rules=tuple(sorted(more.forbidden_rules or ())),
            accreditation=more.accreditation,
        )

    def longest_block(self) -> int:
        """Data bytes that one APDU carries through this modem at most: a long question finds it out."""
        with self.conversation() as es10:
            with contextlib.suppress(CardError, TlvError):  # what the card makes of it does not matter
                es10.profiles([*PROFILE_TAGS, *PROFILE_TAGS * (LONGEST_QUESTION // len(PROFILE_TAGS))])
            return es10.block

    def change_to_csim(self) -> bool:
        """Whether the card can be reached by +CSIM from now on, where it was by +CGLA."""
        if self.way != "cgla":
            return False
        self.way = "csim"
        try:
            with self.conversation():
                return True
        except BenchError:
            self.way = "cgla"
            return False

    def profiles(self) -> list[Profile]:
        """All profiles on the card, in its order."""
        with self.conversation() as es10:
            found = es10.profiles()
        return [profile_of(item) for item in found]

    def switch(self, iccid: str, *, enable: bool, refresh: bool) -> None:
        """Enable or disable. Raises `esim.profile_not_found`, `esim.wrong_state`, `esim.policy`, `esim.busy`."""
        _checked(iccid)

        def work(es10: Es10) -> int:
            return switch(es10, iccid, enable=enable, refresh=refresh, pause=self._pause)

        self._change(work, long=True, iccid=iccid)

    def set_nickname(self, iccid: str, nickname: str) -> None:
        """Raises `esim.nickname_too_long` over 64 bytes of UTF-8, `esim.profile_not_found`."""
        if len(nickname.encode()) > NICKNAME_BYTES:
            raise BenchError("esim.nickname_too_long", limit=NICKNAME_BYTES)
        _checked(iccid)
        self._change(lambda es10: es10.set_nickname(iccid, nickname), iccid=iccid)

    def delete(self, iccid: str) -> None:
        """Raises `esim.profile_not_found`, `esim.wrong_state` (it is enabled), `esim.policy`."""
        from firmware_bridge.euicc.es10_admin import AdminFunctions

        _checked(iccid)
        self._change(lambda es10: AdminFunctions(es10).delete(iccid), long=True, iccid=iccid)

    def reset(self, options: Collection[ResetOption]) -> bool:
        """eUICCMemoryReset; False when there was nothing to delete. Raises `esim.busy`, `esim.card_error`."""
        from core.rsp.messages_admin import ResetResult
        from firmware_bridge.euicc.es10_admin import AdminFunctions

        with self.conversation(long=True) as es10:
            result = AdminFunctions(es10).memory_reset(options)
        if result not in (ResetResult.OK, ResetResult.NOTHING_TO_DELETE):
            raise BenchError("esim.busy" if result == ResetResult.CAT_BUSY else "esim.card_error", result=result)
        return result == ResetResult.OK

    def addresses(self) -> Addresses:
        """The servers that the card names."""
        from firmware_bridge.euicc.es10_admin import AdminFunctions

        with self.conversation() as es10:
            found = AdminFunctions(es10).addresses()
        return Addresses(found.default_smdp or "", found.root_smds)

    def set_default_smdp(self, address: str) -> None:
        """Raises `esim.card_error`."""
        from firmware_bridge.euicc.es10_admin import AdminFunctions

        with self.conversation() as es10:
            result = AdminFunctions(es10).set_default_smdp(address)
        if result != Result.OK:
            raise BenchError("esim.card_error", result=result)

    def notifications(self) -> list[Notification]:
        """What waits to be reported, in the order of its numbers."""
        with self.conversation() as es10:
            found = es10.notifications()
        return [
            Notification(
                item.sequence,
                " ".join(Operation(bit).name.lower() for bit in sorted(item.operation) if bit <= Operation.DELETE),
                item.address,
                item.iccid,
            )
            for item in sorted(found, key=lambda item: item.sequence)
        ]

    def retrieve_notification(self, sequence: int) -> bytes:
        """The signed notification as the server takes it. Raises `esim.notification_not_found`."""
        with self.conversation() as es10:
            found = es10.retrieve_notification(sequence)
        if found is None:
            raise BenchError("esim.notification_not_found", sequence=sequence)
        return found

    def remove_notification(self, sequence: int) -> None:
        """Raises `esim.notification_not_found`."""
        with self.conversation() as es10:
            result = es10.remove_notification(sequence)
        if result != Result.OK:
            raise BenchError("esim.notification_not_found", sequence=sequence)

    def _open(self, timeout: float) -> CardChannel:
        deadline = self._clock.monotonic() + BUSY_WAIT
        while True:
            try:
                return open_application(self._run, self._aids, timeout, self.way)
            except BenchError as error:
                if error.code != "esim.busy" or self._clock.monotonic() >= deadline:
                    raise
            self._pause(BUSY_POLL)

    def _change(self, work: Callable[[Es10], int], *, long: bool = False, iccid: str) -> None:
        with self.conversation(long) as es10:
            result = work(es10)
        if result != Result.OK:
            code = _ERRORS.get(Result(result), "esim.card_error") if result in set(Result) else "esim.card_error"
            raise BenchError(code, iccid=iccid, result=result)


def isd_r_aids(text: str) -> tuple[bytes, ...]:
    """The AIDs to ask for: those of `text` (hex, by commas or spaces) first. Raises `esim.aid {text}`."""
    own: list[bytes] = []
    for item in text.replace(",", " ").split():
        try:
            aid = bytes.fromhex(item)
        except ValueError as error:
            raise BenchError("esim.aid", text=item) from error
        if not 5 <= len(aid) <= 16:  # ISO/IEC 7816-4 §8.2.1.2
            raise BenchError("esim.aid", text=item)
        own.append(aid)
    return tuple(dict.fromkeys((*own, *ISD_R_AIDS)))


def profile_of(item: ProfileInfo) -> Profile:
    """What the card told of one profile as a plain value."""
    return Profile(
        iccid=item.iccid or "",
        aid=(item.aid or b"").hex().upper(),
        state="enabled" if item.state == 1 else "disabled",
        nickname=item.nickname or "",
        provider=item.provider or "",
        name=item.name or "",
        profile_class=_class_name(item.profile_class),
    )


def _checked(iccid: str) -> str:
    """`iccid` if it can be one; what is none is on no card."""
    try:
        encode_iccid(iccid)
    except TlvError as error:
        raise BenchError("esim.profile_not_found", iccid=iccid, reason=str(error)) from error
    return iccid


def _class_name(number: int | None) -> str:
    try:
        return ProfileClass(ProfileClass.OPERATIONAL if number is None else number).name.lower()
    except ValueError:
        return "operational"
