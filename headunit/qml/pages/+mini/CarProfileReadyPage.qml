import QtQuick
import Bench
import "../../parts"

// ID and car belong together now (MINI-APP-S1-15); the personal eSIM comes next.
CarPage {
    id: page

    name: "profileReady"
    title: qsTr("Your profile is ready")

    CarDone {
        width: parent.width
        y: 30
        text: page.car.activeDriver.name ? qsTr("Welcome, %1. This car is set up for you.").arg(page.car.activeDriver.name) : qsTr("This car is set up for you.")
        detail: qsTr("Next: activate your personal eSIM in the %1 App. Then open “Mobile devices” here.").arg(page.car.brand.appName)
    }
    PrimaryButton {
        objectName: "car.profileReady.home"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 150
        width: 480
        text: qsTr("Back to the menu")
        onClicked: page.send("home")
    }
}
