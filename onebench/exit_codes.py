"""Exit statuses by kind of trouble, so that scripts can tell them apart."""

from core.errors import BenchError

KINDS = {"modem": 3, "esim": 4, "cloud": 5, "data": 6, "storage": 6, "settings": 6, "smdp": 7, "journey": 1}
"""First word of an error's code → exit status. 2 is the command line's own (wrong usage), 1 all others."""


def exit_code(error: BenchError) -> int:
    """The status for `error`."""
    return KINDS.get(error.code.partition(".")[0], 1)
