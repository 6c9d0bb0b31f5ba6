"""The checker of HTML itself: it finds the usual mistakes, and only those."""

from __future__ import annotations

import pytest
from cloud_bench import HANA, Bench, sign_in
from page_checks.html_validity import findings

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><div>x</div></p>", "unexpected-end-tag"),
        ("<div><span></div>", "end-tag-too-early"),
        ('<a href="x" href="y">x</a>', "duplicate-attribute"),
        ('<p id="a">x</p><p id="a">y</p>', "duplicate-id"),
        ('<label for="gone">x</label>', "for=gone points nowhere"),
        ('<p><a href="#gone">x</a></p>', "href=#gone points nowhere"),
        ('<img src="x">', "img-missing-alt"),
    ],
)
def test_mistakes_are_found(body: str, expected: str) -> None:
    assert expected in " ".join(findings(f"{HEAD}{body}</body></html>"))


def test_a_good_page_has_no_findings(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser, HANA)
    assert findings(browser.get("/portal/bmw/esim").text) == []
