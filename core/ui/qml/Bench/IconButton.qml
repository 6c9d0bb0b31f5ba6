import QtQuick
import QtQuick.Templates as T

// A square button with an icon only (`icon.name`); `text` is its accessible name.
T.Button {
    id: control

    property string tone: "text"
    property real iconSize: Theme.icon

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : "transparent"
        FocusRing {
            shown: control.visualFocus
            gap: 0
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.icon.name
            size: control.iconSize
            color: control.enabled ? Theme.tone(control.tone) : Theme.border
        }
    }
}
