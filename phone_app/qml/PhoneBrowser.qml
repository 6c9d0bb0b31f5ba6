import QtQuick
import Bench

// A browser inside an app: whose page it is, how far it is, back and forward, a page that could not be loaded, and the
// security code that just came. Any app with a web view has one (`app` is its name).
FocusScope {
    id: browser

    property var phone
    property string app
    property string address
    property int number
    readonly property var view: loader.item
    readonly property string host: (view ? view.url.toString() : address).replace(/^[a-z]+:\/\/([^\/]*).*$/, "$1")
    // Of "Order – NTT DOCOMO" the first part; whose page it is says the address.
    readonly property string heading: view && !/^https?:/.test(view.title) ? view.title.split(/ [–|-] /)[0] : ""
    readonly property string trouble: view ? view.trouble : ""
    readonly property bool offline: phone.status.bearer === "none"
    readonly property bool offersCode: view !== null && trouble === "" && view.wantsCode && phone.messages.code !== ""
    // A page that may not be shown leaves the one before where it was.
    readonly property bool blockedHere: trouble === "blocked" && !offline && view.shown
    readonly property bool mayGoBack: view !== null && (blockedHere || view.canGoBack)

    function goBack() {
        if (blockedHere)
            view.trouble = "";
        else
            view.goBack();
    }
    function open() {
        loader.setSource("PhoneWebView.qml", {
            phone: browser.phone,
            app: browser.app,
            start: browser.address
        });
    }
    onNumberChanged: if (loader.item)
        open()
    Component.onCompleted: open()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    Item {
        id: bar
        width: parent.width
        height: 56
        z: 1
        IconButton {
            id: closing
            objectName: "phone.browser.close"
            x: 4
            y: 4
            icon.name: "close"
            iconSize: 22
            text: qsTr("Close the page")
            onClicked: browser.phone.send("closeWeb", browser.app)
        }
        Rectangle {
            anchors.left: closing.right
            anchors.leftMargin: 4
            anchors.right: tools.left
            anchors.rightMargin: 4
            y: 6
            height: 44
            radius: 22
            color: Theme.surfaceHigh
            Column {
                anchors.centerIn: parent
                width: parent.width - 28
                spacing: 1
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: 14
                    font.weight: Font.DemiBold
                    lineHeight: 1.0
                    wrapMode: Text.NoWrap
                    elide: implicitWidth > width ? Text.ElideRight : Text.ElideNone
                    text: browser.heading !== "" ? browser.heading : qsTr("Web page")
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: 12
                    tone: "quiet"
                    lineHeight: 1.0
                    wrapMode: Text.NoWrap
                    elide: implicitWidth > width ? Text.ElideMiddle : Text.ElideNone
                    text: browser.host
                }
            }
        }
        Row {
            id: tools
            anchors.right: parent.right
            anchors.rightMargin: 2
            y: 4
            IconButton {
                objectName: "phone.browser.back"
                enabled: browser.mayGoBack
                icon.name: "chevronLeft"
                iconSize: 22
                text: qsTr("Page before")
                onClicked: browser.goBack()
            }
            IconButton {
                objectName: "phone.browser.forward"
                enabled: browser.view !== null && browser.view.canGoForward
                icon.name: "chevronRight"
                iconSize: 22
                text: qsTr("Next page")
                onClicked: browser.view.goForward()
            }
            IconButton {
                objectName: "phone.browser.reload"
                icon.name: "refresh"
                iconSize: 20
                text: qsTr("Load again")
                onClicked: browser.view.again()
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
        Rectangle {
            objectName: "phone.browser.progress"
            visible: browser.view !== null && browser.view.loading
            anchors.bottom: parent.bottom
            width: parent.width * Math.max(8, browser.view?.loadProgress ?? 0) / 100
            height: 3
            color: Theme.accent
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("Loading")
        }
    }
    Loader {
        id: loader
        anchors.top: bar.bottom
        anchors.bottom: chip.visible ? chip.top : parent.bottom
        width: parent.width
        focus: true
        visible: browser.trouble === ""
        opacity: browser.view?.shown ? 1 : 0
    }
    Connections {
        target: browser.view
        ignoreUnknownSignals: true
        function onLeads(address: string) {
            browser.phone.send("deepLink", address);
        }
    }
    Connections {
        target: browser.phone
        function onMessages_changed() {
            if (browser.view)
                browser.view.look();
        }
    }
    PhoneMessage {
        anchors.centerIn: loader
        width: parent.width - 64
        visible: browser.trouble === "" && !(browser.view && browser.view.shown)
        busy: visible
        title: qsTr("Opening the page…")
    }
    PhoneMessage {
        anchors.centerIn: loader
        width: parent.width - 64
        visible: browser.trouble !== ""
        sign: browser.trouble === "stopped" ? "warning" : "cloudOff"
        tone: "warn"
        title: browser.trouble === "stopped" ? qsTr("The page has stopped") : browser.offline ? qsTr("The phone is offline") : browser.trouble === "blocked" ? qsTr("This page is not on the bench") : qsTr("The page cannot be reached")
        text: browser.trouble === "stopped" ? qsTr("Load it again; what was sent is not lost.") : browser.offline ? qsTr("Switch on Wi-Fi or mobile data, then load the page again.") : browser.trouble === "blocked" ? qsTr("The bench never contacts other people's servers. Go back to the page before.") : qsTr("The service may be down for a moment. Load the page again, or close it and come back later.")
        PrimaryButton {
            objectName: "phone.browser.retry"
            text: browser.blockedHere ? qsTr("Page before") : qsTr("Load again")
            onClicked: {
                if (browser.blockedHere)
                    browser.goBack();
                else
                    browser.view.again();
            }
        }
    }
    Rectangle {
        id: chip
        anchors.bottom: parent.bottom
        width: parent.width
        height: 64
        visible: browser.offersCode
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        QuietButton {
            objectName: "phone.browser.fillCode"
            anchors.centerIn: parent
            icon.name: "message"
            // The field keeps the focus, and the keyboard its place.
            focusPolicy: Qt.NoFocus
            //: %1: a security code that came by SMS
            text: qsTr("Fill in code %1").arg(browser.phone.messages.code)
            onClicked: {
                browser.view.fill(browser.phone.messages.code);
                browser.phone.send("codeUsed");
            }
        }
    }
}
