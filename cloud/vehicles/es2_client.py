"""Moved to the operator, who orders profiles; only the place of the SM-DP+ is still looked for here."""

from cloud.carrier.es2_client import Es2Client, SmdpPlace

__all__ = ["Es2Client", "SmdpPlace"]
