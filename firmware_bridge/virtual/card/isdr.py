"""The ISD-R: what the eUICC does when a local profile assistant asks (SGP.22 §5.7, the card's side)."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import BenchError
from core.faults import Faults
from core.rsp import messages as m
from core.rsp import tlv
from core.rsp.schema import Message
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory, StoredNotification, StoredProfile

PORT = "modem.card"
KINDS = ("busy", "policy", "error")
SVN, PROFILE_VERSION, FIRMWARE = "2.2.2", "2.3.1", "1.0.0"
DEFAULT_TAGS = (0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x95)
"""What GetProfilesInfo gives without a tag list, as far as the profiles have it (§5.7.15)."""
UNKNOWN_FUNCTION, WRONG_DATA, OUT_OF_ORDER, MEMORY_FAILURE = 0x6A88, 0x6A80, 0x6F00, 0x6581
NO_RESULT = 1
PPR_NO_DISABLE = 1


class StatusWord(Exception):  # noqa: N818 - a status word is no error by name
    """The card answers this status word and no data."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"{status:04X}")


class IsdR:
    """ES10 commands on the card's memory; what they change is on disk before they are answered."""

    def __init__(self, memory: CardMemory, keys: CardKeys, faults: Faults, on_refresh: Callable[[], None]) -> None:
        faults.declare(PORT, KINDS)
        self._memory = memory
        self._keys = keys
        self._faults = faults
        self._on_refresh = on_refresh
        self._functions: dict[int, Callable[[bytes], bytes]] = {
            m.GetEid.TAG: self._get_eid,
            m.EuiccInfo1.TAG: self._info1,
            m.EuiccInfo2.TAG: self._info2,
            m.GetProfilesInfo.TAG: self._profiles_info,
            m.EnableProfile.TAG: self._enable,
            m.DisableProfile.TAG: self._disable,
            m.SetNickname.TAG: self._set_nickname,
            m.ListNotifications.TAG: self._list_notifications,
            m.RetrieveNotifications.TAG: self._retrieve_notifications,
            m.RemoveNotification.TAG: self._remove_notification,
        }

    def command(self, data: bytes) -> bytes:
        """One whole ES10 command; raises `StatusWord`."""
        try:
            tag, _, _ = tlv.read(data)
        except tlv.TlvError as error:
            raise StatusWord(WRONG_DATA) from error
        function = self._functions.get(tag)
        if function is None:
            raise StatusWord(UNKNOWN_FUNCTION)
        try:
            return function(data)
        except tlv.TlvError as error:
            raise StatusWord(WRONG_DATA) from error
        except BenchError as error:  # the disk under the card is full or broken
            raise StatusWord(MEMORY_FAILURE) from error

    def _get_eid(self, data: bytes) -> bytes:
        m.GetEid.from_bytes(data)
        return m.EidAnswer(self._memory.eid).to_bytes()

    def _info1(self, _: bytes) -> bytes:
        issuers = [self._keys.issuer_key_id]
        return m.EuiccInfo1(SVN, issuers, issuers).to_bytes()

    def _info2(self, _: bytes) -> bytes:
        issuers = [self._keys.issuer_key_id]
        return m.EuiccInfo2(
            profile_version=PROFILE_VERSION,
            svn=SVN,
            firmware=FIRMWARE,
            resource=m.CardResource(len(self._memory.profiles), self._memory.free_nvm, 8192),
            uicc_capability=frozenset({0, 1, 2, 4, 7}),
            javacard_version="11.1.0",
            globalplatform_version="2.3.0",
            rsp_capability=frozenset({0, 3}),
            ci_for_verification=issuers,
            ci_for_signing=issuers,
            category=2,
            protection_profile="1.0.0",
            accreditation="ONE-NUMBER-BENCH",
        ).to_bytes()

    def _profiles_info(self, data: bytes) -> bytes:
        request = m.GetProfilesInfo.from_bytes(data)
        tags = DEFAULT_TAGS if request.tags is None else tuple(request.tags)
        found = [profile for profile in self._memory.profiles if _matches(profile, request.search)]
        return m.ProfilesAnswer([_info(profile, tags) for profile in found]).to_bytes()

    def _enable(self, data: bytes) -> bytes:
        request = m.EnableProfile.from_bytes(data)
        result, profile = self._check("enable", request)
        before = self._memory.enabled
        if result == m.Result.OK and before is not None and PPR_NO_DISABLE in before.rules:
            result = m.Result.POLICY
        if result == m.Result.OK and profile is not None:
            if before is not None:  # one profile at a time: enabling one disables the other (§3.2.1)
                before.enabled = False
                self._memory.add_notification(before, m.Operation.DISABLE)
            profile.enabled = True
            self._memory.add_notification(profile, m.Operation.ENABLE)
            self._memory.save()
            self._refresh(request)
        return m.EnableAnswer(result).to_bytes()

    def _disable(self, data: bytes) -> bytes:
        request = m.DisableProfile.from_bytes(data)
        result, profile = self._check("disable", request)
        if result == m.Result.OK and profile is not None:
            if PPR_NO_DISABLE in profile.rules:
                result = m.Result.POLICY
            else:
                profile.enabled = False
                self._memory.add_notification(profile, m.Operation.DISABLE)
                self._memory.save()
                self._refresh(request)
        return m.DisableAnswer(result).to_bytes()

    def _check(self, operation: str, request: m.EnableProfile) -> tuple[m.Result, StoredProfile | None]:
        fault = self._faults.take(PORT, operation)
        if fault is not None:
            if fault.kind == "error":
                raise StatusWord(OUT_OF_ORDER)
            return (m.Result.CAT_BUSY if fault.kind == "busy" else m.Result.POLICY), None
        profile = self._memory.find(request.profile.iccid, request.profile.aid)
        if profile is None:
            return m.Result.NOT_FOUND, None
        if profile.enabled == (operation == "enable"):
            return m.Result.WRONG_STATE, None
        return m.Result.OK, profile

    def _refresh(self, request: m.EnableProfile) -> None:
        if request.refresh or request.refresh_as_universal:
            self._on_refresh()

    def _set_nickname(self, data: bytes) -> bytes:
        request = m.SetNickname.from_bytes(data)
        profile = self._memory.find(request.iccid, None)
        if profile is None:
            return m.NicknameAnswer(m.Result.NOT_FOUND).to_bytes()
        if len(request.nickname.encode()) > 64:
            return m.NicknameAnswer(m.Result.UNDEFINED).to_bytes()
        profile.nickname = request.nickname
        self._memory.save()
        return m.NicknameAnswer(m.Result.OK).to_bytes()

    def _list_notifications(self, data: bytes) -> bytes:
        request = m.ListNotifications.from_bytes(data)
        found = [
            _metadata(item)
            for item in self._memory.notifications
            if request.operations is None or item.operation in request.operations
        ]
        return m.NotificationsAnswer(found).to_bytes()

    def _retrieve_notifications(self, data: bytes) -> bytes:
        search = m.RetrieveNotifications.from_bytes(data).search or m.NotificationSearch()
        found = [
            self._signed(item)
            for item in self._memory.notifications
            if (search.sequence is None or item.sequence == search.sequence)
            and (search.operations is None or item.operation in search.operations)
        ]
        if not found:
            return m.RetrievedNotifications(error=NO_RESULT).to_bytes()
        return m.RetrievedNotifications(b"".join(found)).to_bytes()

    def _remove_notification(self, data: bytes) -> bytes:
        request = m.RemoveNotification.from_bytes(data)
        kept = [item for item in self._memory.notifications if item.sequence != request.sequence]
        if len(kept) == len(self._memory.notifications):
            return m.RemoveAnswer(m.Result.NOT_FOUND).to_bytes()
        self._memory.notifications = kept
        self._memory.save()
        return m.RemoveAnswer(m.Result.OK).to_bytes()

    def _signed(self, item: StoredNotification) -> bytes:
        metadata = _metadata(item)
        certificates = [tlv.read(certificate)[1] for certificate in self._keys.certificates]
        signed: Message = m.OtherSignedNotification(metadata, self._keys.sign(metadata.to_bytes()), certificates)
        return signed.to_bytes()


def _matches(profile: StoredProfile, search: m.ProfileSearch | None) -> bool:
    if search is None:
        return True
    if search.iccid is not None:
        return profile.iccid == search.iccid
    if search.aid is not None:
        return profile.aid == search.aid.hex().upper()
    return search.profile_class is None or profile.profile_class == search.profile_class


def _info(profile: StoredProfile, tags: tuple[int, ...]) -> m.ProfileInfo:
    def asked(tag: int) -> bool:
        return tag in tags

    return m.ProfileInfo(
        iccid=profile.iccid if asked(0x5A) else None,
        aid=bytes.fromhex(profile.aid) if asked(0x4F) else None,
        state=int(profile.enabled) if asked(0x9F70) else None,
        nickname=profile.nickname if asked(0x90) and profile.nickname else None,
        provider=profile.provider if asked(0x91) else None,
        name=profile.name if asked(0x92) else None,
        profile_class=profile.profile_class if asked(0x95) else None,
        rules=frozenset(profile.rules) if asked(0x99) and profile.rules else None,
    )


def _metadata(item: StoredNotification) -> m.NotificationMetadata:
    return m.NotificationMetadata(item.sequence, frozenset({item.operation}), item.address, item.iccid)
