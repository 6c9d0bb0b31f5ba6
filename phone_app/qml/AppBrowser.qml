import QtQuick
import QtWebEngine

// A browser for one sign-in: forgets everything at its end, goes only to the issuer's pages and back to the app.
WebEngineView {
    id: view

    property var phone
    property string scheme
    property string start
    property bool shown: false
    // The next page could not be reached: the one before is still there, with all that was typed.
    property bool lost: false
    onLostChanged: interrupted(lost)
    signal interrupted(bool now)
    signal callback(string address)
    signal failed(string reason)
    signal evaluated(int ticket, var result)

    // For scripts that drive the bench: `evaluated` brings the answer.
    function evaluate(ticket: int, script: string) {
        view.runJavaScript(script, result => view.evaluated(ticket, result));
    }
    function origin(address: string): string {
        return address.replace(/^([a-z]+:\/\/[^\/]*).*$/, "$1");
    }

    objectName: "phone.web"
    opacity: shown ? 1 : 0
    settings.errorPageEnabled: false
    // A phone has none; the page moves under the finger.
    settings.showScrollBars: false
    settings.localStorageEnabled: false
    settings.pluginsEnabled: false
    settings.focusOnNavigationEnabled: true
    Accessible.role: Accessible.WebDocument
    Accessible.name: title
    Component.onCompleted: {
        profile = phone.webProfile("");
        url = start;
    }

    onNavigationRequested: request => {
        const address = request.url.toString();
        if (address.startsWith(view.scheme + ":")) {
            request.reject();
            if (request.isMainFrame)
                view.callback(address);
        } else if (view.origin(address) !== view.origin(view.start)) {
            request.reject();
        }
    }
    onLoadingChanged: info => {
        if (info.status === WebEngineView.LoadStartedStatus) {
            lost = false;
            return;
        }
        // An answer such as 401 is a page of its own that tells what is wrong; network errors have negative numbers.
        const answered = info.errorCode >= 400;
        const own = info.url.toString().startsWith(view.scheme + ":");
        if (info.status === WebEngineView.LoadSucceededStatus || answered)
            shown = true;
        else if (info.status === WebEngineView.LoadFailedStatus && !own && shown)
            lost = true;
        else if (info.status === WebEngineView.LoadFailedStatus && !own)
            failed(info.errorString);
    }
    // The keyboard came up: the field that is typed into must stay in sight. The page hears of its new height later.
    onHeightChanged: if (shown)
        runJavaScript("(() => { const show = () => { const field = document.activeElement; if (field && field.matches('input, select, textarea')) field.scrollIntoViewIfNeeded(true); }; addEventListener('resize', () => requestAnimationFrame(show), {once: true}); setTimeout(show, 300); })()")
    onRenderProcessTerminated: failed("renderer")
    onContextMenuRequested: request => request.accepted = true
}
