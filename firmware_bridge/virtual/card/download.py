"""The card's side of a download: one session at a time, from its challenge to the result (SGP.22 §3.1.2, §3.1.3)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import Randomness
from core.rsp import messages_auth as auth
from core.rsp import tlv
from core.rsp.messages_bpp import InstallError
from firmware_bridge.virtual.card.information import Information
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory
from firmware_bridge.virtual.card.status import NOT_NOW, StatusWord, take_fault

if TYPE_CHECKING:  # they bring the cryptography, which a card that never downloads does not wait for
    from firmware_bridge.virtual.card.authentication import Session
    from firmware_bridge.virtual.card.loading import Loading

CHALLENGE_BYTES = 16


class Download:
    """Sessions live in the card's volatile memory: a reset forgets them, and what was not installed with them."""

    def __init__(
        self,
        memory: CardMemory,
        keys: CardKeys,
        information: Information,
        faults: Faults,
        *,
        clock: Clock,
        randomness: Randomness,
        strict: bool,
    ) -> None:
        self._memory = memory
        self._keys = keys
        self._information = information
        self._faults = faults
        self._clock = clock
        self._randomness = randomness
        self._strict = strict
        self._challenge: bytes | None = None
        self._session: Session | None = None
        self._loading: Loading | None = None
        self._kept_key: tuple[bytes, str, Any] | None = None  # one-time public key, whose it is, the key

    def functions(self) -> dict[int, Callable[[bytes], bytes]]:
        """By the tag of the request."""
        return {
            auth.GetEuiccChallenge.TAG: self._give_challenge,
            auth.AuthenticateServer.TAG: self._authenticate,
            auth.PrepareDownload.TAG: self._prepare,
            auth.CancelSession.TAG: self._cancel,
        }

    def reset(self) -> None:
        """Power is gone."""
        self._challenge, self._session, self._loading, self._kept_key = None, None, None, None

    def is_loading(self, channel: int) -> bool:
        """Whether a package is on its way on that channel."""
        return self._loading is not None and self._loading.channel == channel

    @property
    def between_parts(self) -> bool:
        """Whether no part of a package is half there."""
        return self._loading is None or self._loading.between_parts

    def load(self, channel: int, block: bytes, last: bool) -> bytes:
        """One block of a chain with package bytes (§5.7.6); the result, on the last block of the chain that decides it.

        Raises `StatusWord` without a prepared session, `BenchError` when the result cannot be saved.
        """
        loading = self._loading
        if loading is None or loading.channel != channel:
            loading = self._begin(channel)
        try:
            loading.feed(block)
        except BenchError:
            self._end_session()
            raise
        if loading.result:
            self._session = None
            if last:
                self._loading = None
                return loading.result
        return b""

    def interrupt(self, channel: int) -> None:
        """The package that is on its way on `channel`, if any, will not be completed."""
        if self._loading is not None and self._loading.channel == channel:
            with contextlib.suppress(BenchError):
                self._loading.interrupt()
            self._end_session()

    def _begin(self, channel: int) -> Loading:
        from firmware_bridge.virtual.card.loading import Loading

        session = self._session
        if session is None or session.one_time_key is None or session.loading:
            raise StatusWord(NOT_NOW)
        session.loading = True
        self._loading = Loading(
            channel, session, self._memory, self._keys, strict=self._strict, before_elements=self._load_fault
        )
        return self._loading

    def _load_fault(self) -> InstallError | None:
        fault = take_fault(self._faults, "load", ("memory_full", "interrupted"))
        if fault is None:
            return None
        return InstallError.INSUFFICIENT_MEMORY if fault.kind == "memory_full" else InstallError.INTERRUPTION

    def _end_session(self) -> None:
        self._challenge, self._session, self._loading = None, None, None

    def _give_challenge(self, data: bytes) -> bytes:
        auth.GetEuiccChallenge.from_bytes(data)
        if self._loading is not None:
            self.interrupt(self._loading.channel)
        self._end_session()
        self._challenge = self._randomness.bytes(CHALLENGE_BYTES)
        return auth.EuiccChallenge(self._challenge).to_bytes()

    def _authenticate(self, data: bytes) -> bytes:
        from firmware_bridge.virtual.card.authentication import Refusal, authenticate_server

        request = auth.AuthenticateServer.from_bytes(data)
        challenge, self._challenge = self._challenge, None  # it serves once
        try:
            if take_fault(self._faults, "authenticate", ("certificate",)) is not None:
                raise Refusal(auth.AuthenticateError.INVALID_CERTIFICATE)
            self._session, answer = authenticate_server(
                request,
                challenge,
                keys=self._keys,
                info2=self._information.info2(),
                now=self._clock.now(),
            )
        except Refusal as refusal:
            transaction = auth.ServerSigned1.from_bytes(request.signed).transaction_id
            error = auth.SessionError(transaction, refusal.code)
            return auth.AuthenticateServerAnswer(error=error).to_bytes()
        return auth.AuthenticateServerAnswer(ok=answer).to_bytes()

    def _prepare(self, data: bytes) -> bytes:
        from firmware_bridge.virtual.card.authentication import Refusal, accept_download, check_download

        request = auth.PrepareDownload.from_bytes(data)
        session = self._session
        try:
            signed = check_download(request, session, now=self._clock.now())
        except Refusal as refusal:
            known = session.transaction_id if session is not None else None
            transaction = known or auth.SmdpSigned2.from_bytes(request.signed).transaction_id
            error = auth.SessionError(transaction, refusal.code)
            return auth.PrepareDownloadAnswer(error=error).to_bytes()
        assert session is not None
        answer = accept_download(request, session, self._one_time_key(signed.euicc_otpk, session), self._keys)
        return auth.PrepareDownloadAnswer(ok=answer).to_bytes()

    def _one_time_key(self, wanted: bytes | None, session: Session) -> Any:
        """A new key, or the one of an earlier try if the same server names it (§3.1.3)."""
        from core.rsp.keys import new_key, point

        if wanted is not None and self._kept_key is not None and self._kept_key[:2] == (wanted, session.smdp_oid):
            return self._kept_key[2]
        key = new_key(self._randomness)
        self._kept_key = (point(key.public_key()), session.smdp_oid, key)
        return key

    def _cancel(self, data: bytes) -> bytes:
        request = auth.CancelSession.from_bytes(data)
        session = self._session
        if session is None or session.transaction_id != request.transaction_id:
            return auth.CancelSessionAnswer(error=auth.CancelError.INVALID_TRANSACTION_ID).to_bytes()
        if request.reason not in set(auth.CancelReason):
            raise tlv.TlvError("no such reason")
        signed = auth.CancelSessionSigned(session.transaction_id, session.smdp_oid, request.reason).to_bytes()
        answer = auth.CancelSessionOk(signed, self._keys.sign(signed))
        self._end_session()
        return auth.CancelSessionAnswer(ok=answer).to_bytes()
