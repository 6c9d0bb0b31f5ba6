import QtQuick
import QtQuick.Templates as T
import Bench

// A round button of a call with its word below. `kind`: "" quiet, "good" takes a call, "bad" ends it; `on`: switched on.
T.Button {
    id: control

    property string kind
    property bool on: false
    property real size: 112
    readonly property color fill: kind === "" ? (on ? Theme.accentSoft : Theme.surfaceHigh) : Theme.tone(kind)

    implicitWidth: Math.max(size, 168)
    implicitHeight: size + 12 + Math.ceil(word.implicitHeight)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: kind === ""
    Accessible.checked: on

    background: Item {
        Rectangle {
            id: disc
            anchors.horizontalCenter: parent.horizontalCenter
            width: control.size
            height: control.size
            radius: control.size / 2
            color: control.down ? Qt.tint(control.fill, Theme.night ? "#30ffffff" : "#30000000") : control.fill
            border.width: control.kind !== "" ? 0 : control.on ? Theme.hairline * 2 : Theme.hairline
            border.color: control.on ? Theme.accent : Theme.line
            Icon {
                anchors.centerIn: parent
                name: control.icon.name
                size: control.size * 0.46
                color: control.kind !== "" ? Theme.accentText : control.on ? Theme.accent : Theme.text
            }
            FocusRing {
                shown: control.visualFocus
                radius: disc.radius + gap
            }
        }
    }
    contentItem: Item {
        Label {
            id: word
            y: control.size + 12
            width: parent.width
            step: "small"
            horizontalAlignment: Text.AlignHCenter
            text: control.text
        }
    }
}
