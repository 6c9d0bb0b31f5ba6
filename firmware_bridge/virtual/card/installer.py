"""Carries out the parts of a bound profile package, from the secure channel to the profile (SGP.22 §2.5, §5.5)."""

from __future__ import annotations

from collections.abc import Callable

from core.rsp import certificates, signatures
from core.rsp.bsp import BspError, BspReader, SessionKeys, derive_keys
from core.rsp.keys import point, read_point
from core.rsp.messages import ProfileClass
from core.rsp.messages_bpp import (
    INSTALL_BOUND_PROFILE_PACKAGE,
    KEY_LENGTH,
    KEY_TYPE_AES,
    BppCommand,
    ConfigureIsdp,
    InitialiseSecureChannel,
    InstallError,
    ReplaceSessionKeys,
    StoreMetadata,
)
from core.rsp.tlv import TlvError
from firmware_bridge.virtual.card.authentication import Session
from firmware_bridge.virtual.card.elements import ElementError, ElementReader, PeStatus
from firmware_bridge.virtual.card.information import ALLOWED_RULES
from firmware_bridge.virtual.card.memory import CardMemory, StoredProfile
from firmware_bridge.virtual.card.package_stream import CONFIGURE, ELEMENTS, KEYS, METADATA, Part

LONGEST_PROVIDER, LONGEST_NAME, LONGEST_ICON = 32, 64, 1024
"""Bytes (§4.4)."""
OVERHEAD = 4096
"""Bytes that an ISD-P takes besides its profile's elements."""
PPR_UPDATE_CONTROL = 0


class InstallRefused(Exception):  # noqa: N818 - an answer of the protocol
    """The package is refused at `command` for `reason`; `status` is the element's, where one was at fault."""

    def __init__(self, command: BppCommand, reason: InstallError, status: int | None = None) -> None:
        self.command = command
        self.reason = reason
        self.status = status
        super().__init__(f"{command.name}: {reason.name}")


class Installer:
    """Fed with parts in the order that `PackageStream` gives them. Nothing is kept before `profile` is asked for."""

    def __init__(
        self, session: Session, memory: CardMemory, before_elements: Callable[[], InstallError | None]
    ) -> None:
        self._session = session
        self._memory = memory
        self._before_elements = before_elements
        self._reader: BspReader | None = None
        self._plain = bytearray()
        self.metadata: StoreMetadata | None = None
        self._elements = ElementReader(max(0, memory.free_nvm - OVERHEAD))

    @property
    def iccid(self) -> str:
        """As far as it is known."""
        return self.metadata.iccid if self.metadata is not None else ""

    def take(self, part: Part) -> None:
        """Carry out one part; raises `InstallRefused`."""
        if part.inside == 0:
            self._open_channel(part.data)
        elif part.tag == 0:
            self._end(part.inside)
        else:
            self._segment(part)

    def profile(self) -> StoredProfile:
        """The profile of a package that came whole; raises `InstallRefused`."""
        last = BppCommand.LOAD_PROFILE_ELEMENTS
        try:
            contents = self._elements.finish()
        except ElementError as error:
            raise self._element_refusal(error) from error
        metadata = self.metadata
        if metadata is None or contents.iccid != metadata.iccid:
            raise InstallRefused(last, InstallError.DATA_MISMATCH)
        self._check_iccid(last)
        aid = self._memory.next_aid()
        if aid is None:
            raise InstallRefused(last, InstallError.INSUFFICIENT_MEMORY)
        return StoredProfile(
            iccid=contents.iccid,
            aid=aid,
            imsi=contents.imsi,
            msisdn=contents.msisdn,
            provider=metadata.provider,
            name=metadata.name,
            profile_class=_class(metadata),
            rules=sorted(metadata.rules or ()),
            address=self._session.server_address,
            size=contents.size + OVERHEAD,
            icon_type=metadata.icon_type,
            icon=(metadata.icon or b"").hex(),
            owner=metadata.owner.value_bytes().hex() if metadata.owner is not None else "",
            notify=[
                {"operations": sorted(item.operations), "address": item.address}
                for item in metadata.notifications or []
            ],
            files=contents.files,
            keys=contents.keys,
        )

    def _open_channel(self, data: bytes) -> None:
        command = BppCommand.INITIALISE_SECURE_CHANNEL
        session = self._session
        assert session.binder is not None
        assert session.one_time_key is not None
        try:
            request = InitialiseSecureChannel.from_bytes(data)
            other = read_point(request.smdp_otpk)
        except (TlvError, ValueError) as error:
            raise InstallRefused(command, InstallError.INCORRECT_INPUT) from error
        signed = request.signed_part(point(session.one_time_key.public_key()))
        control = request.control_reference
        if not signatures.verify(certificates.public_key(session.binder), request.signature, signed):
            raise InstallRefused(command, InstallError.INVALID_SIGNATURE)
        if request.transaction_id != session.transaction_id:
            raise InstallRefused(command, InstallError.INVALID_TRANSACTION_ID)
        if request.remote_operation != INSTALL_BOUND_PROFILE_PACKAGE:
            raise InstallRefused(command, InstallError.UNSUPPORTED_REMOTE_OPERATION)
        if control.key_type != KEY_TYPE_AES or control.key_length != KEY_LENGTH or not 1 <= len(control.host_id) <= 16:
            raise InstallRefused(command, InstallError.UNSUPPORTED_CRT)
        keys = derive_keys(session.one_time_key, other, host_id=control.host_id, eid=self._memory.eid)
        self._reader = BspReader(keys)

    def _segment(self, part: Part) -> None:
        assert self._reader is not None
        try:
            if part.inside == METADATA:
                self._plain += self._reader.check(part.tag, part.data)
                return
            plain = self._reader.decrypt(part.tag, part.data)
        except BspError as error:
            raise InstallRefused(_command(part.inside), InstallError.SCP03T_SECURITY) from error
        if part.inside != ELEMENTS:
            self._plain += plain
            return
        try:
            self._elements.feed(plain)
        except ElementError as error:
            raise self._element_refusal(error) from error

    def _end(self, inside: int) -> None:
        data, command = bytes(self._plain), _command(inside)
        self._plain.clear()
        try:
            if inside == CONFIGURE:
                ConfigureIsdp.from_bytes(data)
            elif inside == METADATA:
                self._store_metadata(StoreMetadata.from_bytes(data))
            elif inside == KEYS:
                self._replace_keys(ReplaceSessionKeys.from_bytes(data))
        except TlvError as error:
            raise InstallRefused(command, InstallError.INCORRECT_INPUT) from error

    def _store_metadata(self, metadata: StoreMetadata) -> None:
        command = BppCommand.STORE_METADATA
        if (
            not metadata.iccid.isdigit()
            or len(metadata.provider.encode()) > LONGEST_PROVIDER
            or len(metadata.name.encode()) > LONGEST_NAME
            or len(metadata.icon or b"") > LONGEST_ICON
        ):
            raise InstallRefused(command, InstallError.INCORRECT_INPUT)
        if metadata.profile_class is not None and metadata.profile_class not in set(ProfileClass):
            raise InstallRefused(command, InstallError.UNSUPPORTED_PROFILE_CLASS)
        if (metadata.rules or frozenset()) - ALLOWED_RULES - {PPR_UPDATE_CONTROL}:
            raise InstallRefused(command, InstallError.PPR_NOT_ALLOWED)
        self.metadata = metadata
        self._check_iccid(command)
        fault = self._before_elements()
        if fault is not None:
            raise InstallRefused(BppCommand.LOAD_PROFILE_ELEMENTS, fault)

    def _replace_keys(self, request: ReplaceSessionKeys) -> None:
        values = (request.chaining_value, request.encryption_key, request.mac_key)
        if any(len(value) != 16 for value in values):
            raise TlvError("keys of 16 bytes")
        self._reader = BspReader(SessionKeys(*values))

    def _check_iccid(self, command: BppCommand) -> None:
        if self._memory.find(self.iccid, None) is not None:
            raise InstallRefused(command, InstallError.ICCID_ALREADY_EXISTS)

    @staticmethod
    def _element_refusal(error: ElementError) -> InstallRefused:
        full = error.status == PeStatus.NOT_ENOUGH_MEMORY
        reason = InstallError.INSUFFICIENT_MEMORY if full else InstallError.PROFILE_ELEMENT_PROCESSING
        return InstallRefused(BppCommand.LOAD_PROFILE_ELEMENTS, reason, error.status)


def _class(metadata: StoreMetadata) -> int:
    return ProfileClass.OPERATIONAL if metadata.profile_class is None else metadata.profile_class


def _command(inside: int) -> BppCommand:
    return {
        CONFIGURE: BppCommand.CONFIGURE_ISDP,
        METADATA: BppCommand.STORE_METADATA,
        KEYS: BppCommand.REPLACE_SESSION_KEYS,
    }.get(inside, BppCommand.LOAD_PROFILE_ELEMENTS)
