import QtQuick
import QtQuick.Templates as T
import Bench

// Back at the left, home as the pill in the middle.
Item {
    id: navigation

    property var phone
    property bool light: false
    property bool canGoBack: true
    // The browser in front, or null.
    property PhoneBrowser inner: null
    readonly property color ink: light ? "#FFFFFF" : Theme.text

    height: 48

    T.Button {
        id: back
        objectName: "phone.shell.back"
        visible: navigation.canGoBack
        x: 28
        width: 72
        height: 48
        text: qsTr("Back")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: {
            if (navigation.inner !== null && navigation.inner.mayGoBack)
                navigation.inner.goBack();
            else
                navigation.phone.send("back");
        }
        background: Item {
            FocusRing {
                shown: back.visualFocus
                gap: -4
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "chevronLeft"
                size: 22
                color: navigation.ink
                opacity: back.down ? 0.5 : 1
            }
        }
    }
    T.Button {
        id: home
        objectName: "phone.shell.home"
        anchors.horizontalCenter: parent.horizontalCenter
        width: 168
        height: 48
        text: qsTr("Home")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: navigation.phone.send("home")
        background: Item {
            FocusRing {
                shown: home.visualFocus
                gap: -4
            }
        }
        contentItem: Item {
            Rectangle {
                anchors.centerIn: parent
                width: home.down ? 112 : 128
                height: 5
                radius: 2.5
                color: navigation.ink
            }
        }
    }
}
