import QtQuick
import QtQuick.Templates as T

// A row with an on/off switch: title (`text`) and `detail` below.
T.Switch {
    id: control

    property string detail
    property bool flat: false

    implicitWidth: Theme.touch * 5
    implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.space * 0.8)
    leftPadding: Theme.space
    rightPadding: Theme.space
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : control.flat ? "transparent" : Theme.surface
        border.width: control.flat ? 0 : Theme.hairline
        border.color: Theme.line
        FocusRing {
            shown: control.visualFocus
            gap: 0
        }
    }
    indicator: SwitchTrack {
        x: control.width - width - control.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        checked: control.checked
        place: control.visualPosition
    }
    contentItem: Item {
        Column {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: Theme.icon * 1.7 + Theme.space
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space / 8
            Label {
                width: parent.width
                text: control.text
                color: control.enabled ? Theme.text : Theme.quiet
            }
            Label {
                width: parent.width
                visible: text !== ""
                step: "small"
                tone: "quiet"
                text: control.detail
            }
        }
    }
}
