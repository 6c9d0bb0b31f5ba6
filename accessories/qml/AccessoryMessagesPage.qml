pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The texts that came and were sent, the newest first; a touch on one that came answers it.
FocusScope {
    id: page

    property var accessory

    function stateOf(state: string): string {
        switch (state) {
        case "sending":
            return qsTr("Sending…");
        case "sent":
            return qsTr("Sent");
        case "delivered":
            return qsTr("Delivered");
        default:
            return qsTr("Not sent");
        }
    }

    ListView {
        id: list
        objectName: "accessory.messages.list"
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        clip: true
        spacing: 8
        boundsBehavior: Flickable.StopAtBounds
        model: page.accessory.messages
        bottomMargin: 12
        delegate: T.Button {
            id: row
            required property var modelData
            readonly property bool failed: modelData.state === "failed"
            objectName: "accessory.messages." + modelData.id
            width: list.width
            height: box.height + 20
            enabled: modelData.mayReply
            text: modelData.number + ", " + modelData.text
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: page.accessory.send("write", modelData.id)
            background: Rectangle {
                radius: Theme.radius
                color: row.down ? Theme.pressed : row.modelData.mine ? Theme.accentSoft : Theme.surface
                FocusRing {
                    shown: row.visualFocus
                    gap: 0
                }
            }
            contentItem: Item {
                Column {
                    id: box
                    x: 14
                    y: 10
                    width: parent.width - 28
                    spacing: 2
                    Label {
                        width: parent.width
                        step: "small"
                        tone: row.failed ? "bad" : "quiet"
                        font.weight: Font.DemiBold
                        //: %1: who a message was sent to, %2: what became of it
                        text: row.modelData.mine ? qsTr("To %1 · %2").arg(row.modelData.number).arg(page.stateOf(row.modelData.state)) : row.modelData.number
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.text
                    }
                }
            }
        }
    }
    Label {
        anchors.centerIn: parent
        width: parent.width - 60
        visible: list.count === 0
        horizontalAlignment: Text.AlignHCenter
        tone: "quiet"
        text: qsTr("No messages yet")
    }
}
