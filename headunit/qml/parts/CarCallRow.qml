import QtQuick
import QtQuick.Templates as T
import Bench

// Somebody who can be called: initial or sign, name and number, when it was.
T.Button {
    id: row

    property string initial
    property string detail
    property string when
    property string detailTone: "quiet"
    property real inset: 24

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: [detail, when].filter(part => part !== "").join(" ")

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.pressed : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
        FocusRing {
            shown: row.visualFocus
            gap: 0
            radius: parent.radius
        }
    }
    contentItem: Item {
        Monogram {
            id: lead
            visible: row.icon.name === ""
            x: row.inset
            size: 72
            anchors.verticalCenter: parent.verticalCenter
            initial: row.initial
        }
        Rectangle {
            visible: row.icon.name !== ""
            anchors.fill: lead
            radius: width / 2
            color: "transparent"
            border.width: Theme.hairline * 1.5
            border.color: row.detailTone === "bad" ? Theme.bad : Theme.border
            Icon {
                anchors.centerIn: parent
                name: row.icon.name
                size: 40
                color: row.detailTone === "bad" ? Theme.bad : Theme.quiet
            }
        }
        Column {
            anchors.left: lead.right
            anchors.leftMargin: 20
            anchors.right: time.left
            anchors.rightMargin: time.text === "" ? 0 : 16
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label {
                width: parent.width
                text: row.text
                maximumLineCount: 1
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Label {
                width: parent.width
                visible: text !== ""
                step: "small"
                tone: row.detailTone
                text: row.detail
                maximumLineCount: 1
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        Label {
            id: time
            anchors.right: parent.right
            anchors.rightMargin: row.inset
            anchors.verticalCenter: parent.verticalCenter
            step: "small"
            tone: "quiet"
            text: row.when
            wrapMode: Text.NoWrap
        }
    }
}
