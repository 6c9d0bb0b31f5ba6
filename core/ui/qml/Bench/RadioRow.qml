import QtQuick
import QtQuick.Templates as T

// One of several choices: title (`text`), `detail` below, a ring that fills. Siblings exclude each other.
T.RadioButton {
    id: control

    property string detail
    property bool flat: false

    implicitWidth: Theme.touch * 5
    implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.space * 0.8)
    leftPadding: Theme.space
    rightPadding: Theme.space
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
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
        radius: width / 2
        color: "transparent"
        border.width: Theme.hairline * 2
        border.color: control.checked ? Theme.accent : Theme.border
        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: parent.width * 0.5
            height: width
            radius: width / 2
            color: Theme.accent
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
