"""The Mynapoint app's screens: the guide's labels word for word, touches that become events, and pasting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from gallery import Gallery
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.ui.screen import Screen
from onebench.guide.catalogue import load_catalogue
from onebench.guide.labels import is_seen, quoted_labels

LABELLED = {
    "MYNA-B02": "mynapoint",
    "MYNA-B05": "mynapoint-reserve",
    "MYNA-B06": "mynapoint-reserved",
    "MYNA-B06a": "mynapoint-reserved",
    "MYNA-C00": "mynapoint-services",
    "MYNA-C00a": "mynapoint",
    "MYNA-C01": "mynapoint-services-chosen",
    "MYNA-C02": "mynapoint-terms",
    "MYNA-C03": "mynapoint-form",
    "MYNA-C04": "mynapoint-review",
    "MYNA-C07": "mynapoint-applied",
}


@pytest.fixture(scope="module")
def gallery(qapp: object) -> Iterator[Gallery]:
    gallery = Gallery("ja")
    yield gallery
    gallery.close()


@pytest.mark.parametrize(("row", "scene"), LABELLED.items(), ids=LABELLED)
def test_the_labels_are_the_guides(gallery: Gallery, row: str, scene: str, qtbot: QtBot) -> None:
    gallery.show("home")  # the page is made anew: fields have what the state says
    gallery.show(scene)
    screen = Screen("phone", gallery.window)
    screen.grab()
    for label in quoted_labels(load_catalogue()[row].text_ja, "ja"):
        assert is_seen(label, screen.labels()), label


@pytest.mark.parametrize(
    ("scene", "element", "sent"),
    [
        ("home", "phone.home.mynapoint", ("open", "mynapoint")),
        ("mynapoint", "phone.mynapoint.top.reserve", ("reserve", None)),
        ("mynapoint", "phone.mynapoint.top.apply", ("applyFor", None)),
        ("mynapoint-password", "phone.mynapoint.password.7", ("digit", "7")),
        ("mynapoint-password", "phone.mynapoint.password.Erase", ("erase", None)),
        ("mynapoint-password", "phone.mynapoint.password.back", ("back", None)),
        ("mynapoint-card", "phone.nfc.card.mynumber", ("layCard", "mynumber")),
        ("mynapoint-card-found", "phone.nfc.card.licence", ("layCard", "licence")),
        ("mynapoint-card-off", "phone.mynapoint.card.nfcOn", ("switchNfcOn", None)),
        ("mynapoint-card-absent", "phone.mynapoint.card.top", ("platformTop", None)),
        ("mynapoint-locked", "phone.nfc.office", ("askOffice", None)),
        ("mynapoint-locked", "phone.mynapoint.locked.again", ("cardAgain", None)),
        ("mynapoint-office-ask", "phone.nfc.office.restore", ("restoreCard", None)),
        ("mynapoint-office-done", "phone.nfc.office.done", ("closeOffice", None)),
        ("mynapoint-reserve", "phone.mynapoint.reserve.issue", ("issue", None)),
        ("mynapoint-reserved", "phone.mynapoint.reserved.apply", ("applyNow", None)),
        ("mynapoint-reserved", "phone.mynapoint.reserved.top", ("platformTop", None)),
        ("mynapoint-services-found", "phone.mynapoint.services.service.aeon_waon", ("chooseService", "aeon-waon")),
        ("mynapoint-services-chosen", "phone.mynapoint.services.next", ("toTerms", None)),
        ("mynapoint-terms", "phone.mynapoint.terms.agree", ("agree", True)),
        ("mynapoint-terms-agreed", "phone.mynapoint.terms.next", ("toForm", None)),
        ("mynapoint-form", "phone.mynapoint.form.check", ("check", None)),
        ("mynapoint-review", "phone.mynapoint.review.apply", ("apply", None)),
        ("mynapoint-applied", "phone.mynapoint.applied.refresh", ("refresh", None)),
        ("mynapoint-applied", "phone.mynapoint.applied.logOut", ("logOut", None)),
        ("mynapoint-problem-cloud.timeout", "phone.mynapoint.problem.again", ("again", None)),
        ("mynapoint-problem-application.not_reserved", "phone.mynapoint.problem.reserve", ("reserve", None)),
        ("mynapoint-problem-application.already_applied", "phone.mynapoint.problem.status", ("showApplication", None)),
        ("settings", "phone.settings.list.nfc", ("setNfc", False)),
        ("settings", "phone.settings.list.cardOrder.card", ("setCardFirst", "card")),
    ],
)
def test_touches_become_events(
    gallery: Gallery, scene: str, element: str, sent: tuple[str, object], qtbot: QtBot
) -> None:
    gallery.show(scene)
    gallery.sent.clear()
    Screen("phone", gallery.window).tap(element)
    qtbot.waitUntil(lambda: gallery.sent == [sent])


def test_what_was_copied_is_pasted_with_one_touch(gallery: Gallery, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    gallery.show("home")
    gallery.show("mynapoint-form")
    screen = Screen("phone", gallery.window)
    assert screen.find("phone.mynapoint.form.idPaste") is None, "nothing was copied"
    QGuiApplication.clipboard().setText("4829 1305 7716")
    qtbot.waitUntil(lambda: screen.find("phone.mynapoint.form.idPaste") is not None)
    gallery.sent.clear()
    screen.tap("phone.mynapoint.form.idPaste")
    qtbot.waitUntil(lambda: gallery.sent == [("type", {"payment_service_id": "4829 1305 7716"})])
    assert screen.find("phone.mynapoint.form.idPaste") is None, "it gives way to what is typed"
    assert screen.find("phone.mynapoint.form.codePaste") is not None
    QGuiApplication.clipboard().clear()


def test_a_form_that_is_opened_again_shows_what_was_typed_and_tells_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("home")
    gallery.sent.clear()
    gallery.show("mynapoint-form-application.id_used")
    screen = Screen("phone", gallery.window)
    screen.grab()
    for name, text in (("id", "482913057716"), ("code", "4711"), ("last4", "1234")):
        assert screen.value(f"phone.mynapoint.form.{name}", "text") == text
    assert gallery.sent == []


def test_the_search_is_sent_by_button_and_by_key(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("home")
    gallery.show("mynapoint-services")
    screen = Screen("phone", gallery.window)
    screen.type_text("phone.mynapoint.services.keyword", "WAON")
    gallery.sent.clear()
    screen.tap("phone.mynapoint.services.search")
    qtbot.waitUntil(lambda: gallery.sent == [("search", "WAON")])


def test_a_touch_does_not_lay_the_card_by_itself(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("mynapoint-card")
    screen = Screen("phone", gallery.window)
    screen.tap("phone.nfc.card.mynumber")
    screen.grab()
    assert screen.value("phone.nfc.card.mynumber", "laid") is False, "the state decides"
