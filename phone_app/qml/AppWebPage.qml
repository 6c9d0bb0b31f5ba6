import QtQuick
import Bench

// The cloud's own log-in page inside the app (BMW-JP-SP-03…05). The browser engine is loaded here and nowhere else.
FocusScope {
    id: page

    property var phone
    readonly property string address: phone.app.web.url
    property bool shown: false

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
    Loader {
        id: browser
        anchors.top: bar.bottom
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
