"""The life of installed profiles: shown, named, enabled, disabled, deleted (SGP.22 §5.7.15 to §5.7.21)."""

from __future__ import annotations

from collections.abc import Callable

from core.faults import Faults
from core.rsp import messages as m
from core.rsp import messages_admin as admin
from firmware_bridge.virtual.card.memory import CardMemory, StoredProfile
from firmware_bridge.virtual.card.status import take_fault

DEFAULT_TAGS = (0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95)
"""What GetProfilesInfo gives without a tag list, as far as the profiles have it (§5.7.15)."""
PPR_NO_DISABLE, PPR_NO_DELETE = 1, 2
LONGEST_NICKNAME = 64


class Profiles:
    """The functions of ES10c; what they change is on disk before they answer."""

    def __init__(self, memory: CardMemory, faults: Faults, on_refresh: Callable[[], None]) -> None:
        self._memory = memory
        self._faults = faults
        self._on_refresh = on_refresh

    def functions(self) -> dict[int, Callable[[bytes], bytes]]:
        """By the tag of the request."""
        return {
            m.GetProfilesInfo.TAG: self._info,
            m.EnableProfile.TAG: self._enable,
            m.DisableProfile.TAG: self._disable,
            m.SetNickname.TAG: self._set_nickname,
            admin.DeleteProfile.TAG: self._delete,
            admin.MemoryReset.TAG: self._reset,
        }

    def _info(self, data: bytes) -> bytes:
        request = m.GetProfilesInfo.from_bytes(data)
        tags = DEFAULT_TAGS if request.tags is None else tuple(request.tags)
        found = [profile for profile in self._memory.profiles if _matches(profile, request.search)]
        return m.ProfilesAnswer([_info(profile, tags) for profile in found]).to_bytes()

    def _enable(self, data: bytes) -> bytes:
        request = m.EnableProfile.from_bytes(data)
        result, profile = self._check("enable", request.profile.iccid, request.profile.aid)
        before = self._memory.enabled
        if profile is not None and profile.enabled:
            result = m.Result.WRONG_STATE
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
        result, profile = self._check("disable", request.profile.iccid, request.profile.aid)
        if profile is not None and not profile.enabled:
            result = m.Result.WRONG_STATE
        if result == m.Result.OK and profile is not None:
            if PPR_NO_DISABLE in profile.rules:
                result = m.Result.POLICY
            else:
                profile.enabled = False
                self._memory.add_notification(profile, m.Operation.DISABLE)
                self._memory.save()
                self._refresh(request)
        return m.DisableAnswer(result).to_bytes()

    def _delete(self, data: bytes) -> bytes:
        request = admin.DeleteProfile.from_bytes(data)
        result, profile = self._check("delete", request.iccid, request.aid)
        if result == m.Result.OK and profile is not None:
            if profile.enabled:
                result = m.Result.WRONG_STATE
            elif PPR_NO_DELETE in profile.rules:
                result = m.Result.POLICY
            else:
                self._remove(profile)
                self._memory.save()
        return admin.DeleteAnswer(result).to_bytes()

    def _reset(self, data: bytes) -> bytes:
        options = admin.MemoryReset.from_bytes(data).options
        fault = take_fault(self._faults, "reset", ("busy",))
        if fault is not None:
            return admin.MemoryResetAnswer(admin.ResetResult.CAT_BUSY).to_bytes()
        wanted: dict[int, bool] = {
            m.ProfileClass.OPERATIONAL: admin.ResetOption.OPERATIONAL_PROFILES in options,
            m.ProfileClass.TEST: admin.ResetOption.FIELD_LOADED_TEST_PROFILES in options,
        }
        # Policy rules do not hold here: the owner of the device wants all gone (§3.3.2).
        leaving = [profile for profile in self._memory.profiles if wanted.get(profile.profile_class)]
        forget = admin.ResetOption.DEFAULT_SMDP_ADDRESS in options and bool(self._memory.default_smdp)
        if not leaving and not forget:
            return admin.MemoryResetAnswer(admin.ResetResult.NOTHING_TO_DELETE).to_bytes()
        was_in_use = any(profile.enabled for profile in leaving)
        for profile in leaving:
            self._remove(profile)
        if forget:
            self._memory.default_smdp = ""
        self._memory.save()
        if was_in_use:
            self._on_refresh()
        return admin.MemoryResetAnswer(admin.ResetResult.OK).to_bytes()

    def _set_nickname(self, data: bytes) -> bytes:
        request = m.SetNickname.from_bytes(data)
        profile = self._memory.find(request.iccid, None)
        if profile is None:
            return m.NicknameAnswer(m.Result.NOT_FOUND).to_bytes()
        if len(request.nickname.encode()) > LONGEST_NICKNAME:
            return m.NicknameAnswer(m.Result.UNDEFINED).to_bytes()
        profile.nickname = request.nickname
        self._memory.save()
        return m.NicknameAnswer(m.Result.OK).to_bytes()

    def _check(self, operation: str, iccid: str | None, aid: bytes | None) -> tuple[m.Result, StoredProfile | None]:
        fault = take_fault(self._faults, operation, ("busy", "policy"))
        if fault is not None:
            return (m.Result.CAT_BUSY if fault.kind == "busy" else m.Result.POLICY), None
        profile = self._memory.find(iccid, aid)
        return (m.Result.OK if profile is not None else m.Result.NOT_FOUND), profile

    def _remove(self, profile: StoredProfile) -> None:
        self._memory.profiles.remove(profile)
        self._memory.add_notification(profile, m.Operation.DELETE)

    def _refresh(self, request: m.EnableProfile) -> None:
        if request.refresh or request.refresh_as_universal:
            self._on_refresh()


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

    info = m.ProfileInfo(
        iccid=profile.iccid if asked(0x5A) else None,
        aid=bytes.fromhex(profile.aid) if asked(0x4F) else None,
        state=int(profile.enabled) if asked(0x9F70) else None,
        nickname=profile.nickname if asked(0x90) and profile.nickname else None,
        provider=profile.provider if asked(0x91) else None,
        name=profile.name if asked(0x92) else None,
        icon_type=profile.icon_type if asked(0x93) else None,
        icon=bytes.fromhex(profile.icon) if asked(0x94) and profile.icon else None,
        profile_class=profile.profile_class if asked(0x95) else None,
        owner=bytes.fromhex(profile.owner) if asked(0xB7) and profile.owner else None,
        rules=frozenset(profile.rules) if asked(0x99) and profile.rules else None,
    )
    if asked(0xB6) and profile.notify:
        info.notifications = [
            m.NotificationConfiguration(frozenset(item["operations"]), item["address"]) for item in profile.notify
        ]
    return info
