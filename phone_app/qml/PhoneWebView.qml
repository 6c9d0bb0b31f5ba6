import QtQuick
import QtWebEngine

// One page of the web, with the profile of the app that shows it. It leaves the web only through `leads`.
WebEngineView {
    id: view

    property var phone
    property string app
    property string start
    property bool shown: false
    // The page has a field that a security code belongs into.
    property bool wantsCode: false
    property string trouble
    property url failedAddress
    readonly property string finder: "(() => { const seen = e => e.getClientRects().length > 0; const marked = [...document.querySelectorAll('input[autocomplete~=\"one-time-code\"]')].find(seen); const active = document.activeElement; return marked || (active && active.matches('input:not([type]), input[type=text], input[type=tel], input[type=number]') ? active : null); })()"
    signal leads(string address)
    signal evaluated(int ticket, var result)

    // For scripts that drive the bench: `evaluated` brings the answer.
    function evaluate(ticket: int, script: string) {
        view.runJavaScript(script, result => view.evaluated(ticket, result));
    }
    function look() {
        if (shown)
            view.runJavaScript(finder + " !== null", result => view.wantsCode = result === true);
    }
    function again() {
        if (trouble !== "" && trouble !== "stopped")
            url = failedAddress;
        else
            reload();
    }
    // As if it had been typed: the page hears of it.
    function fill(code: string) {
        const text = JSON.stringify(code);
        view.runJavaScript("(() => { const field = " + finder + "; if (!field) return false; field.focus(); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, " + text + "); for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true})); return true; })()");
    }

    objectName: "phone.web"
    settings.errorPageEnabled: false
    settings.showScrollBars: false
    settings.pluginsEnabled: false
    // A page's own copy button works; reading the clipboard stays refused.
    settings.javascriptCanAccessClipboard: true
    settings.focusOnNavigationEnabled: true
    backgroundColor: "#FFFFFF"
    Accessible.role: Accessible.WebDocument
    Accessible.name: title
    Component.onCompleted: {
        profile = phone.webProfile(app);
        url = start;
    }

    // Who is behind a request is told to the operator only. Chromium takes such a header along where the operator's page
    // leads on, so the page of another site is asked for anew. Where another site leads to the operator, Chromium adds
    // nothing on the way, so that page is asked for anew as well.
    property string asked
    property string anew
    Timer {
        id: led
        interval: 0
        onTriggered: view.url = view.anew
    }
    function origin(address: string): string {
        return address.replace(/^([a-z]+:\/\/[^\/?#]*).*$/, "$1");
    }
    onNavigationRequested: request => {
        const address = request.url.toString();
        if (/^(https?|about|data|blob):/.test(address)) {
            const redirected = request.navigationType === WebEngineNavigationRequest.RedirectNavigation;
            const from = asked;
            if (request.isMainFrame)
                asked = origin(address);
            const knows = site => phone.web.knowing.includes(site);
            if (redirected && from !== origin(address) && (knows(from) || knows(origin(address)))) {
                request.reject();
                anew = address;
                led.start();
            }
            return;
        }
        request.reject();
        if (request.isMainFrame)
            view.leads(address);
    }
    onNewWindowRequested: request => view.url = request.requestedUrl
    onLoadingChanged: info => {
        if (info.status === WebEngineView.LoadStartedStatus) {
            trouble = "";
            wantsCode = false;
        } else if (info.status === WebEngineView.LoadSucceededStatus || info.errorCode >= 400) {
            // An answer such as 503 is a page of its own that tells what is wrong.
            shown = true;
            look();
        } else if (info.status === WebEngineView.LoadFailedStatus && info.errorCode !== -3 && /^https?:/.test(info.url.toString())) {
            // -3: given up for another page or an app. The page before is still there, below the message.
            failedAddress = info.url;
            trouble = [-10, -20].includes(info.errorCode) ? "blocked" : "unreachable";
        }
    }
    // The keyboard came up: the field that is typed into must stay in sight. The page hears of its new height later.
    onHeightChanged: if (shown) {
        runJavaScript("(() => { const show = () => { const field = document.activeElement; if (field && field.matches('input, select, textarea')) field.scrollIntoViewIfNeeded(true); }; addEventListener('resize', () => requestAnimationFrame(show), {once: true}); setTimeout(show, 300); })()");
        look();
    }
    onRenderProcessTerminated: trouble = "stopped"
    onContextMenuRequested: request => request.accepted = true
}
