import QtQuick
import Bench

// The face: time, the shared number, and what can be done.
AccessoryPage {
    id: page

    readonly property bool inNetwork: accessory.status.inNetwork === true

    spacing: 8

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
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
