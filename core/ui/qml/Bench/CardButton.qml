import QtQuick
import QtQuick.Templates as T

// A wide card that leads somewhere: icon, title, one line of state with its tone; `progress` 0-1 draws a line, below 0 none.
T.Button {
    id: control

    property string detail
    property string detailTone: "quiet"
    property string detailIcon
    property real progress: -1
    // A small card has its sign beside the words.
    property bool big: true

    implicitWidth: Theme.touch * 4
    implicitHeight: Theme.touch * 2
    padding: Theme.space * 1.4
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail

    background: Rectangle {
        radius: Theme.radius * 1.2
        color: control.down ? Theme.pressed : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
        FocusRing {
            shown: control.visualFocus
            gap: 0
            radius: parent.radius
        }
    }
    contentItem: Item {
        Rectangle {
            id: medal
            width: Theme.icon * 1.6
            height: width
            radius: width / 2
            color: Theme.accentSoft
            anchors.verticalCenter: control.big ? undefined : parent.verticalCenter
            Icon {
                anchors.centerIn: parent
                name: control.icon.name
                color: Theme.accent
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.verticalCenter: medal.verticalCenter
            visible: control.big
            name: "chevronRight"
            size: Theme.icon * 0.7
            color: Theme.quiet
        }
        Column {
            anchors.left: control.big ? parent.left : medal.right
            anchors.leftMargin: control.big ? 0 : Theme.space
            anchors.right: parent.right
            anchors.bottom: control.big ? parent.bottom : undefined
            anchors.verticalCenter: control.big ? undefined : parent.verticalCenter
            spacing: Theme.space / 3
            Label {
                width: parent.width
                step: control.big ? "title" : "body"
                text: control.text
            }
            Row {
                width: parent.width
                spacing: Theme.space / 3
                visible: control.detail !== ""
                Icon {
                    id: sign
                    visible: control.detailIcon !== ""
                    name: control.detailIcon
                    size: Theme.smallSize * 1.15
                    color: Theme.tone(control.detailTone)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                    step: "small"
                    tone: control.detailTone
                    text: control.detail
                }
            }
            ProgressLine {
                width: parent.width
                visible: control.progress >= 0
                value: control.progress
                accessibleName: control.detail
            }
        }
    }
}
