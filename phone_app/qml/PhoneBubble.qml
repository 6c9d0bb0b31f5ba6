import QtQuick
import Bench

// One message: the others' at the left, one's own at the right with its fate; a security code can be copied.
Item {
    id: bubble

    property var message
    readonly property bool mine: message.mine
    signal copy
    signal again

    height: column.height

    Column {
        id: column
        anchors.right: bubble.mine ? parent.right : undefined
        width: Math.min(parent.width * 0.82, Math.max(words.implicitWidth + 32, copyButton.visible ? 200 : 0, 120))
        spacing: 4
        Rectangle {
            width: parent.width
            height: words.height + 20
            radius: 18
            color: bubble.mine ? Theme.accent : Theme.surface
            border.width: bubble.mine ? 0 : 1
            border.color: Theme.line
            Label {
                id: words
                x: 16
                y: 10
                width: parent.width - 32
                font.pixelSize: 15
                color: bubble.mine ? Theme.accentText : Theme.text
                text: bubble.message.text
            }
        }
        QuietButton {
            id: copyButton
            objectName: "phone.messages.copy." + bubble.message.id
            visible: bubble.message.code !== ""
            icon.name: "copy"
            //: %1: a security code
            text: qsTr("Copy %1").arg(bubble.message.code)
            onClicked: bubble.copy()
        }
        Label {
            width: parent.width
            horizontalAlignment: bubble.mine ? Text.AlignRight : Text.AlignLeft
            font.pixelSize: 12
            tone: bubble.message.state === "failed" ? "bad" : "quiet"
            text: bubble.message.state === "sending" ? qsTr("Sending…") : bubble.message.state === "delivered" ? qsTr("Delivered %1").arg(bubble.message.time) : bubble.message.state === "failed" ? qsTr("Not sent") : bubble.message.time
        }
        TextAction {
            objectName: "phone.messages.again." + bubble.message.id
            anchors.right: parent.right
            visible: bubble.message.state === "failed"
            text: qsTr("Send again")
            onClicked: bubble.again()
        }
    }
}
