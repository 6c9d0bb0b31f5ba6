"""The standard's status codes as the driver is told them."""

from __future__ import annotations

import pytest

from core.errors import BenchError
from headunit.flow.refusals import ORDER_IS_SPENT, in_the_cars_words


@pytest.mark.parametrize(
    ("subject", "reason", "code", "spent"),
    [
        ("8.2", "1.2", "smdp.not_released", True),
        ("8.1.1", "3.8", "smdp.other_card", True),
        ("8.1.4", "6.1", "smdp.other_card", True),
        ("8.2.6", "3.8", "smdp.code_unknown", True),
        ("8.2", "3.7", "smdp.profile_unavailable", True),
        ("8.8.5", "4.10", "smdp.order_expired", True),
        ("8.8.5", "6.4", "smdp.too_many_tries", True),
        ("8.1", "4.8", "esim.memory_full", False),
        ("8.11.1", "3.9", "smdp.card_refused", False),
        ("8.1.2", "6.3", "smdp.card_refused", False),
        ("8.1.3", "6.1", "smdp.card_refused", False),
        ("8.1", "6.1", "smdp.card_refused", False),
        ("8.8.3", "3.1", "smdp.refused", False),
        ("", "", "smdp.refused", False),
    ],
)
def test_each_status_has_its_words(subject: str, reason: str, code: str, spent: bool) -> None:
    told = in_the_cars_words(BenchError("smdp.refused", subject=subject, reason=reason, message="no"))
    assert (told.code, told.params["subject"], told.params["reason"]) == (code, subject, reason)
    assert (told.code in ORDER_IS_SPENT) is spent


def test_other_errors_stay_as_they_are() -> None:
    error = BenchError("modem.gone")
    assert in_the_cars_words(error) is error
