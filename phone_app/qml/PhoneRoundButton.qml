import QtQuick
import QtQuick.Templates as T
import Bench

// A large round button with its word below: answer, reject, hang up.
T.Button {
    id: control

    property color fill: Theme.accent
    property color ink: "#FFFFFF"

    width: 96
    height: 108
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 72
            height: 72
            radius: 36
            color: control.fill
            opacity: control.down ? 0.75 : 1
            Icon {
                anchors.centerIn: parent
                name: control.icon.name
                size: 34
                color: control.ink
            }
            FocusRing {
                shown: control.visualFocus
                radius: 40
            }
        }
    }
    contentItem: Item {
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 80
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 14
            text: control.text
        }
    }
}
