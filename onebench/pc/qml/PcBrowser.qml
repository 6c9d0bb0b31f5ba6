import QtQuick
import QtWebEngine

// The page. Its profile is off the record, so that each PC starts as a browser that nobody used before.
WebEngineView {
    id: view

    property string start
    property string language
    signal shown(var page)
    signal evaluated(int ticket, var result)

    // For scripts that drive the bench: `evaluated` brings the answer.
    function evaluate(ticket: int, script: string) {
        view.runJavaScript(script, result => view.evaluated(ticket, result));
    }
    function tell(state: string, address: string) {
        view.shown({
            "url": address,
            "title": view.title,
            "state": state
        });
    }

    objectName: "pc.web"
    settings.errorPageEnabled: false
    settings.pluginsEnabled: false
    // A page's own copy button works; reading the clipboard stays refused.
    settings.javascriptCanAccessClipboard: true
    settings.focusOnNavigationEnabled: true
    Accessible.role: Accessible.WebDocument
    Accessible.name: title
    Component.onCompleted: {
        // Not as a binding: the prototype must be complete before it can give a profile.
        profile = privately.instance();
        profile.httpAcceptLanguage = view.language;
        url = start;
    }

    WebEngineProfilePrototype {
        id: privately
    }
    onNewWindowRequested: request => request.openIn(view)
    onTitleChanged: if (!loading)
        tell("shown", url.toString())
    onLoadingChanged: info => {
        // An answer such as 401 is a page of its own that tells what is wrong; network errors have negative numbers.
        const answered = info.errorCode >= 400;
        if (info.status === WebEngineView.LoadStartedStatus)
            tell("loading", info.url.toString());
        else if (info.status === WebEngineView.LoadSucceededStatus || answered)
            tell("shown", info.url.toString());
        else if (info.status === WebEngineView.LoadFailedStatus)
            tell("failed", info.url.toString());
    }
    onRenderProcessTerminated: tell("failed", url.toString())
}
