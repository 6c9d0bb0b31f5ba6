import QtQuick
import Bench

// The registration was released, so the network does not let it in any more.
AccessoryPage {
    id: page

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: "signalNone"
        size: 40
        color: Theme.warn
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "title"
        font.weight: Font.Bold
        text: qsTr("Released")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        objectName: "accessory.released.text"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        tone: "quiet"
        text: qsTr("The One Number registration of this device was released. Calls and messages do not come here any more.")
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    PrimaryButton {
        objectName: "accessory.released.setUp"
        width: parent.width
        text: qsTr("Set up again")
        onClicked: page.accessory.send("setUp")
    }
}
