"""Browser profiles of the phone: what its pages remember, and what is added to their requests.

A profile lives as long as the application: Chromium does not survive that one is taken away while it starts, and a
phone that is switched on again finds its cookies in the same one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineQuick import QQuickWebEngineProfile

from phone_app.packet_header import HEADER

FORGETTING = "profile:forgetting"
CACHE_MOST = 16 * 1024 * 1024


class RequestRules(QWebEngineUrlRequestInterceptor):
    """Adds the packet session where it belongs, and lets nothing through without a network or to strangers."""

    def __init__(self, session_for: Callable[[str], str], allowed: Callable[[str], bool]) -> None:
        super().__init__()
        self._session_for = session_for
        self._allowed = allowed

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Each request, also each step of a redirection."""
        address = info.requestUrl().toString()
        if not self._allowed(address):
            info.block(True)
            return
        # Pages only, not what they are made of: a header cannot be taken back when such a request is led elsewhere.
        # For pages the view does that (PhoneWebView.qml: a redirection to others is begun anew).
        if info.resourceType() == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeMainFrame:
            session = self._session_for(address)
            if session:
                info.setHttpHeader(QByteArray(HEADER.encode()), QByteArray(session.encode()))


class WebProfiles:
    """Gives each app's web view its profile, with its files in `folder/<app>`."""

    def __init__(self, folder: Path, *, session_for: Callable[[str], str], allowed: Callable[[str], bool]) -> None:
        self._folder = folder
        self._rules = RequestRules(session_for, allowed)

    def profile(self, app: str, language: str) -> QObject:
        """The profile of `app`, whose pages are asked for in `language`."""
        folder = self._folder / app
        application = QGuiApplication.instance()
        assert application is not None
        name = f"profile:{folder}"
        profile = application.findChild(QQuickWebEngineProfile, name)
        if profile is None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            profile = QQuickWebEngineProfile(app, application)
            profile.setObjectName(name)
            profile.setPersistentStoragePath(str(folder))
            profile.setCachePath(str(folder / "cache"))
            profile.setHttpCacheMaximumSize(CACHE_MOST)
            # Phones keep a page's session when they are switched off in the middle of it.
            policies = QQuickWebEngineProfile.PersistentCookiesPolicy
            profile.setPersistentCookiesPolicy(policies.ForcePersistentCookies)
        profile.setHttpAcceptLanguage("ja,en;q=0.5" if language == "ja" else "en,ja;q=0.5")
        profile.setUrlRequestInterceptor(self._rules)
        return profile

    def forgetting(self) -> QObject:
        """A profile for one sign-in: nothing of it is written down, and the next one knows nothing of it."""
        application = QGuiApplication.instance()
        assert application is not None
        old = application.findChildren(QQuickWebEngineProfile, FORGETTING)
        for profile in old[:-1]:  # the newest may still have a page that is being closed
            profile.deleteLater()
        profile = QQuickWebEngineProfile("", application)
        profile.setObjectName(FORGETTING)
        return profile

    def forget(self, app: str) -> None:
        """The app was taken off the phone: what its pages kept goes."""
        application = QGuiApplication.instance()
        assert application is not None
        profile = application.findChild(QQuickWebEngineProfile, f"profile:{self._folder / app}")
        if profile is not None:
            profile.cookieStore().deleteAllCookies()
            profile.clearHttpCache()

    def leave(self) -> None:
        """The phone is switched off: its profiles stay with the application, its rules do not."""
        application = QGuiApplication.instance()
        for profile in application.findChildren(QQuickWebEngineProfile) if application is not None else []:
            if profile.objectName().startswith(f"profile:{self._folder}"):
                profile.setUrlRequestInterceptor(None)  # type: ignore[arg-type]
