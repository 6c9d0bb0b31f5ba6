import QtQuick
import Bench

// A service code and what the network answers.
AccessoryPage {
    id: page

    readonly property var service: accessory.service

    Spinner {
        visible: page.service.state === "waiting"
        anchors.horizontalCenter: parent.horizontalCenter
        width: 48
        height: 48
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "small"
        tone: "quiet"
        text: page.service.code ?? ""
    }
    Label {
        objectName: "accessory.service.text"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: page.service.state === "waiting" ? qsTr("Asking the network…") : page.service.state === "failed" ? qsTr("No service. Try again when there is reception.") : page.service.text ?? ""
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    PrimaryButton {
        objectName: "accessory.service.close"
        width: parent.width
        text: page.service.state === "waiting" ? qsTr("Cancel") : qsTr("OK")
        onClicked: page.accessory.send("serviceRead")
    }
}
