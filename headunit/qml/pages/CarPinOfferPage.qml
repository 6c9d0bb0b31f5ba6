import QtQuick
import Bench
import "../parts"

// A PIN can protect the profile (BMW-JP-CAR-06).
CarPage {
    id: page

    name: "pinOffer"
    title: qsTr("Protect your profile")

    Row {
        y: 16
        spacing: 40
        Rectangle {
            width: 132
            height: 132
            radius: 66
            color: Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: "lock"
                size: 64
                color: Theme.accent
            }
        }
        Column {
            width: page.column(9)
            spacing: 16
            Label {
                width: parent.width
                text: qsTr("With a PIN of four digits only you can use your profile in this car.")
            }
            Label {
                width: parent.width
                step: "small"
                tone: "quiet"
                text: qsTr("The car asks for it each time you take over.")
            }
        }
    }
    PrimaryButton {
        objectName: "car.pinOffer.setUp"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: 96
        text: qsTr("Set up PIN now")
        onClicked: page.send("setUpPin")
    }
    TextAction {
        objectName: "car.pinOffer.skip"
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: -24
        height: 96
        text: qsTr("Not now")
        onClicked: page.send("skipPin")
    }
}
