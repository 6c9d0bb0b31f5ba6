pragma ComponentBehavior: Bound

import QtQuick
import Bench

// One conversation: bubbles, newest at the bottom, and a field to answer.
FocusScope {
    id: page

    property var phone
    property var talk: phone.messages.conversation
    onEnabledChanged: {
        // A panel over the page takes its touches away for a while: then it goes on.
        if (enabled)
            talk = Qt.binding(() => page.phone.messages.conversation);
        else if (talk !== undefined)
            talk = talk;
    }

    function send() {
        const text = field.text.trim();
        if (text !== "") {
            page.phone.send("reply", text);
            field.text = "";
        }
    }

    Item {
        id: bar
        width: parent.width
        height: 56
        IconButton {
            objectName: "phone.messages.conversation.back"
            x: 8
            y: 4
            icon.name: "back"
            iconSize: 24
            text: qsTr("Back")
            onClicked: page.phone.send("back")
        }
        Label {
            x: 64
            width: parent.width - 128
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            font.weight: Font.DemiBold
            lineHeight: 1.0
            text: page.talk.name
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            objectName: "phone.messages.conversation.remove"
            anchors.right: parent.right
            anchors.rightMargin: 8
            y: 4
            icon.name: "trash"
            iconSize: 22
            text: qsTr("Delete this conversation")
            onClicked: page.phone.send("remove")
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Flickable {
        id: list
        anchors.top: bar.bottom
        anchors.bottom: answer.top
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: bubbles.height + 24
        interactive: contentHeight > height
        onContentHeightChanged: contentY = Math.max(0, contentHeight - height)
        onHeightChanged: contentY = Math.max(0, contentHeight - height)
        Column {
            id: bubbles
            x: 16
            y: 12
            width: parent.width - 32
            spacing: 10
            Repeater {
                model: page.talk.messages
                PhoneBubble {
                    required property var modelData
                    width: bubbles.width
                    message: modelData
                    onCopy: page.phone.send("copy", modelData.code)
                    onAgain: page.phone.send("sendAgain", modelData.id)
                }
            }
        }
    }
    Item {
        id: answer
        anchors.bottom: parent.bottom
        width: parent.width
        height: page.talk.mayReply ? 64 : 52
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        TextInputField {
            id: field
            visible: page.talk.mayReply
            x: 12
            y: 8
            width: parent.width - 76
            fieldId: "phone.messages.conversation.text"
            hint: qsTr("Text message")
            maximumLength: page.phone.messages.longest
            input.Accessible.name: hint
            onAccepted: page.send()
        }
        IconButton {
            objectName: "phone.messages.conversation.send"
            visible: page.talk.mayReply
            anchors.right: parent.right
            anchors.rightMargin: 8
            y: 8
            enabled: field.text.trim() !== "" || field.input.preeditText !== ""
            tone: "accent"
            icon.name: "send"
            text: qsTr("Send")
            onClicked: {
                InputMethod.commit();
                page.send();
            }
        }
        Label {
            visible: !page.talk.mayReply
            anchors.centerIn: parent
            step: "small"
            tone: "quiet"
            text: qsTr("This sender cannot be answered.")
        }
    }
}
