"""What this machine lacks for the bench, and how to mend it."""

from onebench.doctor.checks import CHECKS, examine
from onebench.doctor.findings import MISSING, NOTE, OK, Finding, as_data, as_table, is_well

__all__ = ["CHECKS", "MISSING", "NOTE", "OK", "Finding", "as_data", "as_table", "examine", "is_well"]
