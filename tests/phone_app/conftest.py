"""The phone's tests draw off screen and, as root, run the browser engine without its sandbox."""

from core.ui.app import prepare_environment

prepare_environment(offscreen=True)
