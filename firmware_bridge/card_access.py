"""Ways through the modem to the card: +CCHO/+CGLA/+CCHC, else +CSIM (TS 27.007 §8.17, §8.43 to §8.46)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from core.errors import BenchError
from firmware_bridge.at.command import AtAnswer, AtCommand, Failure
from firmware_bridge.at.values import arguments_of
from firmware_bridge.euicc.apdu import exchange, parse_response, select_aid, with_channel

Run = Callable[[AtCommand], AtAnswer]
Way = Literal["cgla", "csim"]
STALE_SESSIONS = ("1", "2", "3")
"""Sessions that a client which was killed may have left open; closing them frees the card's channels."""
SIM_BUSY = 14
"""+CME ERROR while the card starts again (TS 27.007 §9.2)."""


class CardChannel(Protocol):
    """An open logical channel with an application selected."""

    way: Way

    def transmit(self, apdu: bytes) -> bytes:
        """One APDU to the card; its answer with the status word."""
        ...

    def close(self) -> None:
        """Give the channel back; errors are ignored, since a card that was reset has closed it."""
        ...


def require(answer: AtAnswer) -> AtAnswer:
    """`answer` if the modem said OK; else raises `modem.silent` or `modem.refused`."""
    if answer.failure is Failure.SILENT:
        raise BenchError("modem.silent", command=answer.command.text)
    if not answer.ok:
        raise BenchError("modem.refused", command=answer.command.text, result=answer.final.text if answer.final else "")
    return answer


def open_application(run: Run, aids: Sequence[bytes], timeout: float, way: Way | None = None) -> CardChannel:
    """Select the first of `aids` that the card knows. `way` is the one that worked before.

    Raises `modem.no_euicc` when no way finds any, `esim.busy` while the card starts, `modem.silent`, `modem.gone`.
    """
    if way != "csim":
        channel = _open_cgla(run, aids, timeout)
        if channel is None:
            for session in STALE_SESSIONS:
                run(AtCommand(f"AT+CCHC={session}"))
            channel = _open_cgla(run, aids, timeout)
        if channel is not None:
            return channel
    csim = _open_csim(run, aids, timeout)
    if csim is None:
        raise BenchError("modem.no_euicc")
    return csim


class _CglaChannel:
    """A session of the modem's own; it puts the channel number into each class byte itself."""

    way: Way = "cgla"

    def __init__(self, run: Run, session: str, timeout: float) -> None:
        self._run = run
        self._session = session
        self._timeout = timeout

    def transmit(self, apdu: bytes) -> bytes:
        text = apdu.hex().upper()
        command = AtCommand(f'AT+CGLA={self._session},{len(text)},"{text}"', self._timeout, ("+CGLA",))
        return _hex_answer(require(self._run(command)), "+CGLA")

    def close(self) -> None:
        self._run(AtCommand(f"AT+CCHC={self._session}"))


class _CsimChannel:
    """A logical channel opened by hand with MANAGE CHANNEL."""

    way: Way = "csim"

    def __init__(self, run: Run, channel: int, timeout: float) -> None:
        self._run = run
        self._channel = channel
        self._timeout = timeout

    def transmit(self, apdu: bytes) -> bytes:
        return _csim(self._run, bytes((with_channel(apdu[0], self._channel),)) + apdu[1:], self._timeout)

    def close(self) -> None:
        text = f"007080{self._channel:02X}00"
        self._run(AtCommand(f'AT+CSIM={len(text)},"{text}"', self._timeout, ("+CSIM",)))


def _open_cgla(run: Run, aids: Sequence[bytes], timeout: float) -> _CglaChannel | None:
    for aid in aids:
        answer = run(AtCommand(f'AT+CCHO="{aid.hex().upper()}"', timeout, ("+CCHO",)))
        if answer.failure is Failure.SILENT:
            require(answer)
        if answer.final is not None and answer.final.code == SIM_BUSY:
            raise BenchError("esim.busy")
        line = answer.line("+CCHO") if answer.ok else None
        if line:
            return _CglaChannel(run, arguments_of(line)[0], timeout)
    return None


def _open_csim(run: Run, aids: Sequence[bytes], timeout: float) -> _CsimChannel | None:
    try:
        opened = parse_response(_csim(run, bytes.fromhex("0070000001"), timeout))
    except BenchError as error:
        if error.code != "modem.refused":
            raise
        return None  # no +CSIM either
    if not opened.ok or not opened.data:
        return None
    channel = _CsimChannel(run, opened.data[0], timeout)
    for aid in aids:
        if exchange(channel.transmit, select_aid(aid)).ok:
            return channel
    channel.close()
    return None


def _csim(run: Run, apdu: bytes, timeout: float) -> bytes:
    text = apdu.hex().upper()
    return _hex_answer(require(run(AtCommand(f'AT+CSIM={len(text)},"{text}"', timeout, ("+CSIM",)))), "+CSIM")


def _hex_answer(answer: AtAnswer, prefix: str) -> bytes:
    """The bytes after the length; quoted or bare, and the length itself is not believed (vendors miscount)."""
    line = answer.line(prefix)
    arguments = arguments_of(line) if line else []
    try:
        return bytes.fromhex(arguments[-1])
    except (IndexError, ValueError) as error:
        raise BenchError("modem.refused", command=answer.command.text, result=line or "") from error
