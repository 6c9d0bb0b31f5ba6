"""What a world shall be made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

VIRTUAL = "virtual"
NONE = "none"
ALL_PARTS = frozenset({"cloud", "carrier", "points", "car", "phone"})


@dataclass(frozen=True)
class WorldOptions:
    """What a world shall be made of. `modem` is "virtual", "none", a device path or a URL pyserial knows."""

    data: Path
    brand: str = "bmw"
    persona: str = ""
    """Whose phone it is: e-mail of a person of the demonstration, or its first name; "": the phone's owner there."""
    accessories: tuple[str, ...] = ()
    """Simulated accessories of the persona's line that are switched on from the start (`accessories.kinds`)."""
    language: str = "en"
    modem: str = VIRTUAL
    camera: str = "scene"
    fresh: bool = False
    kiosk: bool = False
    show: bool = True
    motion: bool = True
    """False: transitions take no time, so that pictures and labels are those of a screen at rest."""
    parts: frozenset[str] = ALL_PARTS
    """What runs here: `cloud` (car maker and SM-DP+), `carrier` (with its radio network), `points` (Mynapoint), `car`,
    `phone`, `pc`."""
    cloud_url: str | None = None
    """A cloud that runs elsewhere; None: the one started here."""
    carrier_url: str | None = None
    """The carrier's sites, where they run elsewhere; None: those of the carrier started here, if any."""
    points_url: str | None = None
    """Mynapoint, where it runs elsewhere; None: the one started here, if any."""
    radio_address: tuple[str, int] | None = None
    """The mobile network that runs elsewhere; None: the one started here, if any."""
    air_address: tuple[str, int] | None = None
    """The air hub that runs elsewhere; None starts one here."""
    scene_url: str | None = None
    """The display that the phone's camera sees; None: the car's that is started here."""
    host: str = "127.0.0.1"
    cloud_port: int = 0
    air_port: int = 0
    display_port: int = 0
    smdp_port: int = 0
    carrier_port: int = 0
    radio_port: int = 0
    points_port: int = 0
    database_url: str | None = None
    pki: Path | None = None
    """Folder of the test CI that card and SM-DP+ share; None: `pki` in the data folder."""
    jpki: Path | None = None
    """Folder that My Number cards and Mynapoint share (`core.jpki`); None: `jpki` in the data folder."""
    preinstalled: bool = False
    """True: a new card bears the demonstration's profiles already, and the car downloads nothing."""
