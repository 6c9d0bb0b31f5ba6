import QtQuick
import QtQuick.Templates as T

// A row with a box to tick: title (`text`) and `detail` below.
T.CheckBox {
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
    indicator: Rectangle {
        x: control.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon * 0.85
        height: width
        radius: width * 0.24
        color: control.checked ? Theme.accent : "transparent"
        border.width: Theme.hairline * 2
        border.color: control.checked ? Theme.accent : Theme.border
        Icon {
            anchors.centerIn: parent
            visible: control.checked
            name: "check"
            size: parent.width * 0.86
            color: Theme.accentText
        }
    }
    contentItem: Item {
        Column {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: Theme.icon * 0.85 + Theme.space
            anchors.right: parent.right
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
