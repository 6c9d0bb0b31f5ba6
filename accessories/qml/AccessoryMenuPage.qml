import QtQuick
import Bench

// The menu of the receive priority (ONE-SMS-09): the network's words, and this device's wish.
AccessoryPage {
    id: page

    readonly property var priority: accessory.priority

    Label {
        width: parent.width
        step: "title"
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("SMS receive priority")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Spinner {
        visible: page.priority.state === "waiting"
        anchors.horizontalCenter: parent.horizontalCenter
        width: 40
        height: 40
    }
    Label {
        objectName: "accessory.menu.priority"
        visible: page.priority.state !== "waiting"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: page.priority.state === "failed" ? qsTr("No service. Try again when there is reception.") : page.priority.text ?? ""
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    PrimaryButton {
        objectName: "accessory.menu.prefer"
        width: parent.width
        enabled: page.priority.state !== "waiting"
        text: qsTr("Prefer this device")
        onClicked: page.accessory.send("preferThis")
    }
}
