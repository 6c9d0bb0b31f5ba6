"""What the screens' chart asks of the eSIM; apart, since the two charts would call each other's hooks."""

from __future__ import annotations

from headunit.features.esim import Esim


class EsimTouches:
    """Touches and screens that are about the eSIM."""

    def __init__(self, esim: Esim) -> None:
        self._esim = esim

    def on_enter_mobile_devices(self) -> None:
        """CAR-10: the driver wants to see the set-up."""
        self._esim.want_set_up()

    def on_enter_personal_esim(self) -> None:
        """The page is about the set-up too."""
        self._esim.show_error()

    def retry_esim(self) -> None:
        """Try the set-up again."""
        self._esim.retry()

    def show_iccid(self) -> None:
        """Show the ICCID while its page is open."""
        self._esim.show_iccid(True)

    def on_exit_personal_esim(self) -> None:
        """Hide it again."""
        self._esim.show_iccid(False)
