import QtQuick
import Bench
import "../parts"

// The PIN is set (BMW-JP-CAR-09).
CarPage {
    id: page

    name: "pinDone"
    title: qsTr("PIN is set")

    CarDone {
        width: parent.width
        y: 16
        text: qsTr("The car asks for this PIN each time you take over.")
        detail: qsTr("Forgotten? Then your e-mail address and password open the profile.")
    }
    PrimaryButton {
        objectName: "car.pinDone.continue"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: 96
        text: qsTr("Continue")
        onClicked: page.send("continue")
    }
}
