"""The demonstration's profiles that anybody may download: which IMSI belongs to which line.

Profiles for accessories are the registry's (`profile_stock`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.demo import demo_data


@dataclass(frozen=True)
class StockedProfile:
    """One profile of the input data that operator and SM-DP+ share (SGP.22 §3.1.1): ICCID, IMSI, the line it is for."""

    iccid: str
    imsi: str
    msisdn: str


class Stock:
    """The profiles that anybody may download; those of accessories are in `profile_stock`."""

    def __init__(self, profiles: Sequence[StockedProfile]) -> None:
        self._profiles = tuple(profiles)

    @classmethod
    def of_the_demonstration(cls) -> Stock:
        """`[[downloads]]` of `assets/demo/demo.toml`."""
        return cls([StockedProfile(item["iccid"], item["imsi"], item["msisdn"]) for item in demo_data()["downloads"]])

    def by_imsi(self, imsi: str) -> StockedProfile | None:
        """The profile with this IMSI."""
        return next((profile for profile in self._profiles if profile.imsi == imsi), None)

    def of(self, msisdn: str) -> list[StockedProfile]:
        """All profiles that are meant for a line."""
        return [profile for profile in self._profiles if profile.msisdn == msisdn]
