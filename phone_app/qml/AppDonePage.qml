import QtQuick
import Bench

// Something is done: the car was approved or refused, or the PIN was changed.
PhonePage {
    id: page

    readonly property string screen: app.screen
    readonly property string car: app.request.model ?? ""

    centred: true

    Item {
        width: parent.width
        height: 104
        Rectangle {
            anchors.centerIn: parent
            width: 96
            height: 96
            radius: 48
            color: page.screen === "denied" ? Theme.surfaceHigh : Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: page.screen === "denied" ? "close" : "check"
                size: 52
                color: page.screen === "denied" ? Theme.quiet : Theme.accent
            }
        }
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "display"
        font.weight: Font.Bold
        text: page.screen === "approved" ? qsTr("The car is signed in") : page.screen === "denied" ? qsTr("You refused the sign-in") : qsTr("Your PIN was changed")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        tone: "quiet"
        text: page.screen === "approved" ? qsTr("Go on with the steps on the display of your %1.").arg(page.car) : page.screen === "denied" ? qsTr("The car stays signed out. If it was your car after all, have it show a new code and scan that one.") : qsTr("Use the new PIN from the next start.")
    }
    footer: PrimaryButton {
        objectName: "phone.app.done.close"
        width: parent.width
        text: qsTr("Done")
        onClicked: page.phone.send("done")
    }
}
