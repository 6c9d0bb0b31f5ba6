import QtQuick
import QtQuick.Templates as T
import Bench

// The face: time, the shared number, and what can be done.
AccessoryPage {
    id: page

    readonly property var newest: accessory.newest
    readonly property bool fresh: newest.unread !== undefined

    spacing: 8

    T.Button {
        id: note
        objectName: "accessory.home.newest"
        visible: page.fresh
        width: parent.width
        height: 56
        text: page.fresh ? page.newest.number + ", " + page.newest.text : ""
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: page.accessory.send("open", "messages")
        background: Rectangle {
            radius: Theme.radius
            color: note.down ? Theme.pressed : Theme.surfaceHigh
            FocusRing {
                shown: note.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            Icon {
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                name: "message"
                size: 22
                color: Theme.accent
            }
            Column {
                x: 46
                width: parent.width - 60
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    text: page.newest.number ?? ""
                }
                Label {
                    width: parent.width
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    text: (page.newest.text ?? "").replace(/\n/g, " ")
                }
            }
        }
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: !page.fresh || page.accessory.kind.body !== "watch"
        font.pixelSize: 64
        font.weight: Font.Light
        lineHeight: 0.95
        text: page.accessory.status.time ?? ""
    }
    Label {
        objectName: "accessory.home.name"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "small"
        tone: "quiet"
        text: page.accessory.status.name ?? ""
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Label {
        objectName: "accessory.home.number"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        bottomPadding: 14
        font.weight: Font.DemiBold
        text: page.accessory.status.number ?? ""
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: page.accessory.kind.menu ? 8 : 24
        AccessoryRound {
            objectName: "accessory.home.dial"
            icon.name: "phone"
            fill: "#11804A"
            ink: "#FFFFFF"
            text: qsTr("Phone")
            onClicked: page.accessory.send("open", "dial")
        }
        AccessoryRound {
            objectName: "accessory.home.messages"
            icon.name: "message"
            fill: "#1A66CE"
            ink: "#FFFFFF"
            text: qsTr("Messages")
            onClicked: page.accessory.send("open", "messages")
        }
        AccessoryRound {
            objectName: "accessory.home.menu"
            visible: page.accessory.kind.menu
            icon.name: "settings"
            text: qsTr("Settings")
            onClicked: page.accessory.send("open", "menu")
        }
    }
}
