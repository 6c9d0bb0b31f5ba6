import QtQuick
import Bench

// The cloud's own log-in page inside the app (BMW-JP-SP-03…05). The browser engine is loaded here and nowhere else.
FocusScope {
    id: page

    property var phone
    readonly property string address: phone.app.web.url
    property bool shown: false
    // The page before is still there, since the next one could not be reached.
    property bool lost: false

    Item {
        id: bar
        width: parent.width
        height: 52
        IconButton {
            objectName: "phone.app.web.close"
            x: 8
            y: 2
            icon.name: "close"
            iconSize: 24
            text: qsTr("Close")
            onClicked: page.phone.send("cancelSignIn")
        }
        Column {
            x: 64
            width: parent.width - 128
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.weight: Font.DemiBold
                lineHeight: 1.0
                text: page.phone.app.brand.idName
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                step: "small"
                tone: "quiet"
                lineHeight: 1.0
                wrapMode: Text.NoWrap
                elide: Text.ElideMiddle
                text: page.address.replace(/^[a-z]+:\/\/([^\/]*).*$/, "$1")
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Notice {
        id: notice
        y: bar.height + 8
        x: 12
        width: parent.width - 24
        visible: page.lost
        kind: "warn"
        text: qsTr("No connection to the service. What you typed is still here: try once more.")
    }
    Loader {
        id: browser
        anchors.top: notice.visible ? notice.bottom : bar.bottom
        anchors.topMargin: notice.visible ? 8 : 0
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        property bool wanted: page.address !== ""
        onWantedChanged: if (wanted)
            open()
        Component.onCompleted: if (wanted)
            open()
        function open() {
            setSource("AppBrowser.qml", {
                phone: page.phone,
                scheme: page.phone.app.brand.id,
                start: page.address
            });
        }
    }
    Connections {
        target: browser.item as Item
        ignoreUnknownSignals: true
        function onCallback(address: string) {
            page.phone.send("callback", address);
        }
        function onShownChanged() {
            page.shown = true;
        }
        function onInterrupted(now: bool) {
            page.lost = now;
        }
        function onFailed(reason: string) {
            page.phone.send("pageFailed", reason);
        }
    }
    PhoneMessage {
        anchors.centerIn: browser
        width: parent.width - 64
        visible: !page.shown
        busy: visible
        title: qsTr("Opening the log-in page…")
    }
}
