"""All tests: windows are drawn off screen, whatever display there is, and no message of Qt goes unseen."""

from __future__ import annotations

import pytest

from core.ui.app import prepare_environment

WEB_ENGINE_WARNINGS = (
    # Chromium's own words on a machine without graphics card or system bus; not the bench's.
    "QRhiGles2",
    "Failed to create RHI",
    "Sandboxing disabled",
    "GPUInfo not initialized",
    "Message .* rejected by interface",
)

prepare_environment(offscreen=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `web_engine` may hear Chromium's own warnings; nobody else may."""
    for item in items:
        if item.get_closest_marker("web_engine") is not None:
            item.add_marker(pytest.mark.qt_log_ignore(*WEB_ENGINE_WARNINGS, extend=True))
