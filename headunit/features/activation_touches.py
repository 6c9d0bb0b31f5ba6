"""What the screens' chart asks of the activation page; apart, since the two charts would call each other's hooks."""

from __future__ import annotations

from typing import Any

from headunit.features.activation import Activation


class ActivationTouches:
    """Touches on the page "Enter activation code", and its being left."""

    def __init__(self, activation: Activation) -> None:
        self._activation = activation

    def open_activation_code(self) -> None:
        """The page is opened."""
        self._activation.open_activation_code()

    def submit_activation_code(self, value: Any) -> None:
        """A code was typed."""
        self._activation.submit_activation_code(value)

    def answer_offer(self, value: Any) -> None:
        """Install, not now, or never."""
        self._activation.answer_offer(value)

    def submit_confirmation_code(self, value: Any) -> None:
        """A confirmation code was typed."""
        self._activation.submit_confirmation_code(value)

    def retry_activation(self) -> None:
        """The same code again."""
        self._activation.retry_activation()

    def edit_code(self) -> None:
        """Another code."""
        self._activation.edit_code()

    def enable_profile(self) -> None:
        """Use the new profile."""
        self._activation.enable_profile()

    def keep_disabled(self) -> None:
        """Not now."""
        self._activation.keep_disabled()

    def on_exit_activation_code(self) -> None:
        """The page is left."""
        self._activation.leave_activation_code()
