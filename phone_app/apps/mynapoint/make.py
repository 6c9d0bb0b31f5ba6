"""Puts the app together: platform, reader, and the cards on the desk beside the phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Clock
from core.demo import demo_data
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.randomness import Randomness
from core.tasks import Tasks
from phone_app.apps.mynapoint.app import MynapointApp
from phone_app.apps.mynapoint.platform import MyKeyPlatform
from phone_app.nfc.reader import NfcReader
from phone_app.nfc.tray import cards_on_the_desk
from phone_app.preferences import Preferences

if TYPE_CHECKING:
    from core.jpki.authority import CardAuthority


def make_mynapoint(
    *,
    owner: str,
    jpki: Path,
    points: HttpClient | None,
    preferences: Preferences,
    language: Callable[[], str],
    clock: Clock,
    events: EventLog,
    faults: Faults,
    randomness: Randomness,
    tasks: Tasks,
) -> MynapointApp:
    """The app of the phone of `owner` (an e-mail of the demonstration).

    `jpki` is the folder that cards and platform share: the authority that certifies cards, and the cards themselves.
    `points` None: this bench has no platform.
    """

    def authority() -> CardAuthority:
        from core.jpki.authority import load_or_make_authority

        return load_or_make_authority(jpki, randomness=randomness, clock=clock)

    def switch_nfc(on: bool) -> None:
        preferences.set(nfc=on)

    reader = NfcReader(
        cards_on_the_desk(demo_data(), owner, folder=jpki / "cards", authority=authority),
        is_on=lambda: preferences.choices.nfc,
        clock=clock,
        events=events,
        faults=faults,
        tasks=tasks,
    )
    return MynapointApp(
        MyKeyPlatform(points, online=lambda: preferences.online),
        reader,
        card_first=lambda: preferences.choices.card_first,
        switch_nfc=switch_nfc,
        language=language,
        clock=clock,
        events=events,
        tasks=tasks,
    )
