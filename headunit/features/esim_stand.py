"""Where the set-up of the personal eSIM stands: what its rooms share, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import BenchError
from headunit.flow.drivers import Driver
from headunit.services.vehicle import EsimRecord


@dataclass
class EsimStand:
    """`name` is the chart's state. `run` changes with the driver: answers to an earlier one are for nobody."""

    name: str = "signedOut"
    run: int = 0
    driver: Driver | None = None
    record: EsimRecord | None = None
    eid: str = ""
    blocks: float = 0.0
    """Share of the package's blocks that are on the card, 0 to 1."""
    enabled: bool = False
    """Whether the card said that the profile is enabled already."""
    wanted: bool = False
    """Whether the driver has opened Mobile devices since being let in."""
    detail: str = ""
    error: BenchError | None = None
    shows_iccid: bool = False

    @property
    def iccid(self) -> str:
        """The profile that it is about: the cloud's word, else what the car remembers; "" when unknown."""
        if self.record is not None and self.record.iccid:
            return self.record.iccid
        return self.driver.iccid if self.driver else ""

    def takes(self, driver: Driver | None) -> None:
        """Begin anew with another driver."""
        self.run += 1
        self.driver, self.record, self.enabled, self.wanted, self.shows_iccid = driver, None, False, False, False
