import QtQuick
import Bench
import "../../parts"

// The PIN is set.
CarPage {
    id: page

    name: "pinDone"
    title: qsTr("PIN is set")

    CarDone {
        width: parent.width
        y: 30
        text: qsTr("The car asks for this PIN each time you take over.")
        detail: qsTr("Forgotten? Then your e-mail address and password open the profile.")
    }
    PrimaryButton {
        objectName: "car.pinDone.continue"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 150
        width: 480
        text: qsTr("Continue")
        onClicked: page.send("continue")
    }
}
