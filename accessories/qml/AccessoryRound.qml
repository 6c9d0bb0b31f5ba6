import QtQuick
import QtQuick.Templates as T
import Bench

// A round button with its word below.
T.Button {
    id: control

    property color fill: Theme.surfaceHigh
    property color ink: Theme.text
    property real size: 60

    width: 88
    height: size + 26
    opacity: enabled ? 1 : 0.4
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: control.size
            height: control.size
            radius: control.size / 2
            color: control.fill
            opacity: control.down ? 0.7 : 1
            Icon {
                anchors.centerIn: parent
                name: control.icon.name
                size: control.size * 0.46
                color: control.ink
            }
            FocusRing {
                shown: control.visualFocus
                radius: control.size / 2 + 4
            }
        }
    }
    contentItem: Item {
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            y: control.size + 5
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: "small"
            lineHeight: 1.0
            text: control.text
        }
    }
}
