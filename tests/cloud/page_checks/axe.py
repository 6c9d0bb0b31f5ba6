"""axe-core over the page that a browser shows."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from selenium import webdriver

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then(
  (found) => done(found.violations.map((one) => ({
    id: one.id, impact: one.impact, help: one.help, nodes: one.nodes.map((node) => node.html.slice(0, 160)),
  }))),
  (error) => done([{id: "axe failed", impact: "critical", help: String(error), nodes: []}]),
);
"""
EVERYTHING = {"resultTypes": ["violations"]}
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
GRAVE = ("serious", "critical")


def axe_source() -> str:
    """axe-core, out of the package that ships it (only its script is used)."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-core is not installed: run 'make setup-test'")
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(browser: webdriver.Chrome, options: dict = EVERYTHING) -> list[str]:
    """What axe finds serious or critical on this page, one line each."""
    if not browser.execute_script("return typeof axe === 'object'"):
        browser.execute_script(axe_source())
    found = browser.execute_async_script(RUN, options)
    return [f"{one['id']}: {one['help']} {one['nodes'][:3]}" for one in found if one["impact"] in GRAVE]
