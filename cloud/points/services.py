"""What the request handlers of Mynapoint work with, found through the Flask application they run in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from cloud.carrier.ports import SmsPlug
from cloud.points.aeon.one_time_passwords import OneTimePasswords
from cloud.points.aeon.payment_services import PaymentServices
from cloud.points.context import PointsContext
from cloud.points.mykey.platform import Platform

EXTENSION = "onebench-points"


@dataclass(frozen=True)
class PointsServices:
    """Everything that Mynapoint can do, made once for one application."""

    context: PointsContext
    one_time: OneTimePasswords
    bank: PaymentServices
    platform: Platform

    @property
    def sms(self) -> SmsPlug:
        """The way to the SMS centre; `connect` it to the network."""
        return self.context.sms


def make_services(context: PointsContext) -> PointsServices:
    """All parts, wired to each other."""
    one_time = OneTimePasswords(context)
    bank = PaymentServices(context, one_time)
    return PointsServices(context, one_time, bank, Platform(context, bank))


def points_services() -> PointsServices:
    """The services of the application that handles the present request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, PointsServices)
    return found
