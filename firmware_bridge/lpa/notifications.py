"""Reports of the card to the servers that want them, in the order of their numbers (SGP.22 §3.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import BenchError
from core.rsp.messages import Result
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.lpa.es9 import Es9


@dataclass(frozen=True, slots=True)
class Delivery:
    """Numbers of the notifications that were `sent` and removed, and those `kept`, with the code of the reason."""

    sent: tuple[int, ...] = ()
    kept: tuple[tuple[int, str], ...] = ()


def send_all(es10: Es10, server: Callable[[str], Es9]) -> Delivery:
    """Deliver what waits on the card. A notification leaves the card only when its server took it (2xx).

    After a failure the later ones for that server wait too, so that it gets them in order; other servers are served.
    """
    sent: list[int] = []
    kept: list[tuple[int, str]] = []
    troubled: dict[str, str] = {}
    for item in sorted(es10.notifications(), key=lambda item: item.sequence):
        if item.address in troubled:
            kept.append((item.sequence, troubled[item.address]))
            continue
        pending = es10.retrieve_notification(item.sequence)
        if pending is None:  # somebody else was quicker
            continue
        try:
            server(item.address).handle_notification(pending)
        except BenchError as error:
            if not error.code.startswith("smdp."):
                raise
            troubled[item.address] = error.code
            kept.append((item.sequence, error.code))
            continue
        if es10.remove_notification(item.sequence) in (Result.OK, Result.NOT_FOUND):
            sent.append(item.sequence)
        else:
            kept.append((item.sequence, "esim.card_error"))
    return Delivery(tuple(sent), tuple(kept))
