pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// All conversations, the newest first.
PhonePage {
    id: page

    readonly property var conversations: phone.messages.conversations

    title: qsTr("Messages")
    headerActions: IconButton {
        objectName: "phone.messages.compose"
        icon.name: "compose"
        iconSize: 24
        text: qsTr("New message")
        onClicked: page.phone.send("compose")
    }

    PhoneGroup {
        visible: page.conversations.length > 0
        Repeater {
            model: page.conversations
            T.Button {
                id: row
                required property var modelData
                readonly property bool fresh: modelData.unread > 0
                objectName: "phone.messages.list." + modelData.key
                width: parent.width
                height: 76
                text: modelData.name
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: text
                Accessible.description: modelData.preview
                onClicked: page.phone.send("openConversation", modelData.key)
                background: Rectangle {
                    radius: Theme.radius
                    color: row.down ? Theme.pressed : "transparent"
                    FocusRing {
                        shown: row.visualFocus
                        gap: 0
                    }
                }
                contentItem: Item {
                    Monogram {
                        id: face
                        visible: row.modelData.initial !== ""
                        x: 14
                        anchors.verticalCenter: parent.verticalCenter
                        initial: row.modelData.initial
                        active: true
                        size: 44
                    }
                    Rectangle {
                        visible: row.modelData.initial === ""
                        anchors.fill: face
                        radius: 22
                        color: Theme.accentSoft
                        Icon {
                            anchors.centerIn: parent
                            name: "person"
                            size: 24
                            color: Theme.accent
                        }
                    }
                    Label {
                        anchors.left: face.right
                        anchors.leftMargin: 14
                        anchors.right: time.left
                        anchors.rightMargin: 8
                        y: 14
                        font.weight: row.fresh ? Font.Bold : Font.Medium
                        lineHeight: 1.0
                        maximumLineCount: 1
                        text: row.text
                    }
                    Label {
                        id: time
                        anchors.right: parent.right
                        anchors.rightMargin: 14
                        y: 16
                        step: "small"
                        tone: row.fresh ? "accent" : "quiet"
                        lineHeight: 1.0
                        text: row.modelData.time
                    }
                    TextMetrics {
                        id: fitted
                        font.pixelSize: 14
                        elide: Text.ElideRight
                        elideWidth: 250
                        text: row.modelData.preview
                    }
                    Item {
                        // A preview is cut by intention: it is not read to its end here.
                        anchors.left: face.right
                        anchors.leftMargin: 14
                        anchors.right: badge.left
                        anchors.rightMargin: 8
                        y: 40
                        height: 22
                        clip: true
                        Label {
                            font.pixelSize: 14
                            tone: row.modelData.failed ? "bad" : row.fresh ? "text" : "quiet"
                            wrapMode: Text.NoWrap
                            width: parent.width
                            maximumLineCount: 1
                            text: row.modelData.failed ? qsTr("Not sent") : fitted.elidedText
                            Accessible.ignored: true
                        }
                    }
                    Rectangle {
                        id: badge
                        anchors.right: parent.right
                        anchors.rightMargin: 14
                        y: 40
                        width: row.fresh ? 22 : 0
                        height: 22
                        radius: 11
                        color: Theme.accent
                        Label {
                            anchors.centerIn: parent
                            visible: row.fresh
                            font.pixelSize: 12
                            font.weight: Font.Bold
                            lineHeight: 1.0
                            color: Theme.accentText
                            text: row.modelData.unread
                        }
                    }
                }
            }
        }
    }
    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.conversations.length === 0
        sign: "message"
        title: qsTr("No messages yet")
        text: qsTr("Text messages to your number arrive here, also the provider's security codes.")
    }
}
