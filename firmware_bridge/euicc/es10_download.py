"""The ES10b functions of one download: challenge, authentication, preparation, loading, giving up (SGP.22 §5.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.rsp import messages_auth as auth
from core.rsp import messages_bpp as bpp
from core.rsp import tlv
from firmware_bridge.euicc.es10 import Es10

RESULT = bpp.ProfileInstallationResult.TAG
Progress = Callable[[int, int], None]
"""Gets the blocks taken and all of them."""


class SessionRefused(Exception):  # noqa: N818 - the card's refusal, not a failure of this code
    """The card does not go on with this server: `function` authenticate or prepare, `code` from its list."""

    def __init__(self, function: str, code: int) -> None:
        self.function = function
        self.code = code
        super().__init__(f"{function}: {code}")


class DownloadFunctions:
    """On one open channel, from challenge to result: the card forgets the session when it is closed."""

    def __init__(self, es10: Es10) -> None:
        self._es10 = es10

    def challenge(self) -> bytes:
        """GetEUICCChallenge (§5.7.7): 16 bytes that the server must sign."""
        return self._es10.ask(auth.GetEuiccChallenge(), auth.EuiccChallenge).challenge

    def info1(self) -> bytes:
        """GetEUICCInfo1 as the server takes it, tag included."""
        return self._es10.command(tlv.encode(0xBF20, b""))

    def authenticate(self, request: auth.AuthenticateServer) -> bytes:
        """AuthenticateServer (§5.7.13): the answer for the server. Raises `SessionRefused`."""
        raw = self._es10.command(request.to_bytes())
        answer = auth.AuthenticateServerAnswer.from_bytes(raw)
        if answer.ok is None:
            raise SessionRefused("authenticate", answer.error.code if answer.error else 127)
        return raw

    def prepare(self, request: auth.PrepareDownload) -> bytes:
        """PrepareDownload (§5.7.5): the answer for the server. Raises `SessionRefused`."""
        raw = self._es10.command(request.to_bytes())
        answer = auth.PrepareDownloadAnswer.from_bytes(raw)
        if answer.ok is None:
            raise SessionRefused("prepare", answer.error.code if answer.error else 127)
        return raw

    def load(self, pieces: Sequence[bytes], progress: Progress) -> bpp.InstallResultData:
        """LoadBoundProfilePackage (§5.7.6), cut by `bpp.split`. The card's result; a bad one comes before all was sent.

        Raises `TlvError` when the card took all of it and gave no result.
        """
        total = sum(-(-len(piece) // self._es10.block) for piece in pieces)
        taken = 0

        def count() -> None:
            nonlocal taken
            taken += 1
            progress(min(taken, total), total)

        progress(0, total)
        for piece in pieces:
            answer = self._es10.command(piece, count)
            if answer:
                return read_result(answer)
        raise tlv.TlvError("the card gave no result")

    def cancel(self, transaction_id: bytes, reason: auth.CancelReason) -> bytes | None:
        """CancelSession (§5.7.14): the answer for the server, None when the card has no such session."""
        raw = self._es10.command(auth.CancelSession(transaction_id, reason).to_bytes())
        return raw if auth.CancelSessionAnswer.from_bytes(raw).ok is not None else None


def read_result(raw: bytes) -> bpp.InstallResultData:
    """What a ProfileInstallationResult says (§2.5.6)."""
    return bpp.InstallResultData.from_bytes(bpp.ProfileInstallationResult.from_bytes(raw).data)
