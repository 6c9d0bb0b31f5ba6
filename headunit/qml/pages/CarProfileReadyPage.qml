import QtQuick
import Bench
import "../parts"

// The driver's profile is ready; the personal eSIM comes next (BMW-JP-CAR-10).
CarPage {
    id: page

    name: "profileReady"
    title: qsTr("Your profile is ready")

    CarDone {
        width: parent.width
        y: 16
        text: page.car.activeDriver.name ? qsTr("Welcome, %1. This car is set up for you.").arg(page.car.activeDriver.name) : qsTr("This car is set up for you.")
        detail: qsTr("Next: back in the menu, open “Mobile devices” for your personal eSIM.")
    }
    PrimaryButton {
        objectName: "car.profileReady.home"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: 96
        text: qsTr("Back to the menu")
        onClicked: page.send("home")
    }
}
