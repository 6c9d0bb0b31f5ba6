"""One bound profile package on its way into the card, and the signed result that comes of it (SGP.22 §2.5.6)."""

from __future__ import annotations

from collections.abc import Callable

from core.rsp import messages as m
from core.rsp import messages_bpp as bpp
from core.rsp import tlv
from firmware_bridge.virtual.card.authentication import Session
from firmware_bridge.virtual.card.installer import Installer, InstallRefused
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory, StoredProfile
from firmware_bridge.virtual.card.package_stream import PackageStream, StructureError


class Loading:
    """`feed` it with blocks until `result` is there. The profile, its reports and the result are saved in one write."""

    def __init__(
        self,
        channel: int,
        session: Session,
        memory: CardMemory,
        keys: CardKeys,
        *,
        strict: bool,
        before_elements: Callable[[], bpp.InstallError | None],
    ) -> None:
        self.channel = channel
        self.result = b""
        """ProfileInstallationResult, once the package is loaded or refused."""
        self._session = session
        self._memory = memory
        self._keys = keys
        self._stream = PackageStream(strict=strict)
        self._installer = Installer(session, memory, before_elements)

    @property
    def between_parts(self) -> bool:
        """No part of the package is half there."""
        return self._stream.between_parts

    def feed(self, block: bytes) -> None:
        """Take one block; what follows the result is not looked at. Raises `BenchError` when nothing can be saved."""
        if self.result:
            return
        try:
            for part in self._stream.feed(block):
                self._installer.take(part)
            if self._stream.finished:
                self._install(self._installer.profile())
        except StructureError:
            first = self._stream.command is bpp.BppCommand.INITIALISE_SECURE_CHANNEL
            reason = bpp.InstallError.INCORRECT_INPUT if first else bpp.InstallError.SCP03T_STRUCTURE
            self._refuse(InstallRefused(self._stream.command, reason))
        except InstallRefused as refusal:
            self._refuse(refusal)

    def interrupt(self) -> None:
        """Give it up where it is and note that it was (§2.5.6)."""
        if not self.result:
            self._refuse(InstallRefused(self._stream.command, bpp.InstallError.INTERRUPTION))

    def _install(self, profile: StoredProfile) -> None:
        success = bpp.InstallSuccess(bytes.fromhex(profile.aid), _euicc_response(0))
        result = self._sign(bpp.FinalResult(success=success))
        self._memory.profiles.append(profile)
        self._note(result)
        self._memory.add_notification(profile, m.Operation.INSTALL)
        self._memory.save()
        self.result = result

    def _refuse(self, refusal: InstallRefused) -> None:
        response = None if refusal.status is None else _euicc_response(refusal.status)
        failure = bpp.InstallFailure(refusal.command, refusal.reason, response)
        result = self._sign(bpp.FinalResult(failure=failure))
        self._note(result)
        self._memory.save()
        self.result = result

    def _note(self, result: bytes) -> None:
        self._memory.append_notification(
            m.Operation.INSTALL, self._session.server_address, self._installer.iccid, result.hex()
        )

    def _sign(self, result: bpp.FinalResult) -> bytes:
        about = m.NotificationMetadata(
            self._memory.next_sequence,
            frozenset({m.Operation.INSTALL}),
            self._session.server_address,
            self._installer.iccid or None,
        )
        data = bpp.InstallResultData(
            transaction_id=self._session.transaction_id,
            notification=about,
            smdp_oid=self._session.smdp_oid,
            result=result,
        ).to_bytes()
        return bpp.ProfileInstallationResult(data, self._keys.sign(data)).to_bytes()


def _euicc_response(status: int) -> bytes:
    """EUICCResponse with one PEStatus; aborted unless that is 0 (TCA profile package format §8.11)."""
    one = tlv.encode(0x30, tlv.encode(0x80, bytes((status,))))
    aborted = tlv.encode(0x81, b"") if status else b""
    return tlv.encode(0x30, tlv.encode(0xA0, one) + aborted)
