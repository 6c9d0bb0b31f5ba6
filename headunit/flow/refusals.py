"""What the driver must know of an SM-DP+'s refusal: the standard's status codes as the car's own errors.

Sources: SGP.22 §5.2.6 (subjects and reasons), §5.6.1-5.6.3 (which function refuses with which).
"""

from __future__ import annotations

from core.errors import BenchError

_BY_STATUS = {
    ("8.2", "1.2"): "smdp.not_released",
    ("8.1.1", "3.8"): "smdp.other_card",
    ("8.1.1", "3.10"): "smdp.other_card",
    ("8.1.4", "6.1"): "smdp.other_card",
    ("8.2.6", "3.8"): "smdp.code_unknown",
    ("8.2", "3.7"): "smdp.profile_unavailable",
    ("8.8.5", "4.10"): "smdp.order_expired",
    ("8.8.5", "6.4"): "smdp.too_many_tries",
    ("8.2.7", "2.2"): "smdp.confirmation_wrong",
    ("8.2.7", "3.8"): "smdp.confirmation_wrong",
    ("8.2.7", "6.4"): "smdp.confirmation_locked",
    ("8.1", "4.8"): "esim.memory_full",
    ("8.11.1", "3.9"): "smdp.card_refused",
}
_CARD_PROOFS = ("8.1", "8.1.2", "8.1.3")
"""Subjects eUICC, EUM certificate, eUICC certificate: the card was not believed."""
ORDER_IS_SPENT = frozenset(
    {
        "smdp.not_released",
        "smdp.other_card",
        "smdp.code_unknown",
        "smdp.profile_unavailable",
        "smdp.order_expired",
        "smdp.too_many_tries",
    }
)
"""After these the same activation code will not do: the profile must be ordered anew."""


def in_the_cars_words(error: BenchError) -> BenchError:
    """`smdp.refused` by its cause, with its parameters; every other error as it is."""
    if error.code != "smdp.refused":
        return error
    subject, reason = str(error.params.get("subject", "")), str(error.params.get("reason", ""))
    code = _BY_STATUS.get((subject, reason))
    if code is None and subject in _CARD_PROOFS:
        code = "smdp.card_refused"
    return BenchError(code, **error.params) if code is not None else error
