pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// A row that leads somewhere: icon (`icon.name`), title (`text`), `detail` below, `status` at the right, chevron.
// What is put inside it (a small picture, an initial) goes to the left in place of the icon via `leading`.
T.Button {
    id: control

    property string detail
    property string detailTone: "quiet"
    property string status
    property string statusTone: "quiet"
    property string iconTone: "text"
    property bool chevron: true
    property Component leading: null

    implicitWidth: Theme.touch * 5
    implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.space * 0.8)
    leftPadding: Theme.space
    rightPadding: Theme.space
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: [detail, status].filter(part => part !== "").join(" ")

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
    contentItem: Item {
        Loader {
            id: lead
            active: control.leading !== null || control.icon.name !== ""
            sourceComponent: control.leading ?? sign
            anchors.verticalCenter: parent.verticalCenter
        }
        Component {
            id: sign
            Icon {
                name: control.icon.name
                color: control.enabled ? Theme.tone(control.iconTone) : Theme.quiet
            }
        }
        Column {
            id: words
            anchors.left: lead.active ? lead.right : parent.left
            anchors.leftMargin: lead.active ? Theme.space : 0
            anchors.right: tail.left
            anchors.rightMargin: tail.width > 0 ? Theme.space / 2 : 0
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
                tone: control.detailTone
                text: control.detail
            }
        }
        Row {
            id: tail
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space / 2
            Label {
                visible: text !== ""
                anchors.verticalCenter: parent.verticalCenter
                step: "small"
                tone: control.statusTone
                text: control.status
                wrapMode: Text.NoWrap
            }
            Icon {
                visible: control.chevron
                anchors.verticalCenter: parent.verticalCenter
                name: control.chevron ? "chevronRight" : ""
                size: Theme.icon * 0.7
                color: Theme.quiet
            }
        }
    }
}
