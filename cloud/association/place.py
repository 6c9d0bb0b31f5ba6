"""Where the operator is, and who the car maker's cloud is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class CarrierPlace:
    """`base_url` of the operator; `client_id` and `client_secret` are those of its `AssociationClient`.

    `demo_grants`: the file (0600) with the demonstration's ready associations, written by the carrier at its first
    start (`CarrierServer.demo_grants(client_id)`) and taken once.
    """

    base_url: str
    client_id: str
    client_secret: str = field(repr=False)
    demo_grants: Path | None = None
