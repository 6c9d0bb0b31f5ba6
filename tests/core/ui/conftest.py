"""Windows of these tests are drawn off screen, whatever display there is."""

from core.ui.app import prepare_environment

prepare_environment(offscreen=True)
