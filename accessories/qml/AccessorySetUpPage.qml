import QtQuick
import Bench

// The set-up: the phone's number, its network PIN, and what came of it.
AccessoryPage {
    id: page

    readonly property var setUp: accessory.setUp
    readonly property string stage: setUp.stage

    margin: stage === "pin" ? 14 : 22

    AccessoryWords {
        id: words
    }

    Icon {
        visible: page.stage === "intro" || page.stage === "problem"
        anchors.horizontalCenter: parent.horizontalCenter
        name: page.stage === "problem" ? "warning" : "link"
        size: 40
        color: page.stage === "problem" ? Theme.warn : Theme.accent
    }
    Label {
        visible: page.stage === "intro"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "title"
        font.weight: Font.Bold
        text: page.accessory.kind.name
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        visible: page.stage === "intro"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        tone: "quiet"
        //: %1: the telephone number of the phone
        text: qsTr("Use the number of your phone, %1, on this device too.").arg(page.setUp.number)
    }
    PrimaryButton {
        objectName: "accessory.setUp.begin"
        visible: page.stage === "intro"
        width: parent.width
        text: qsTr("Set up One Number")
        onClicked: page.accessory.send("setUp")
    }

    Label {
        visible: page.stage === "pin"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Network PIN")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    PinDots {
        visible: page.stage === "pin"
        anchors.horizontalCenter: parent.horizontalCenter
        filled: page.setUp.digits
        //: %1 of four digits are typed
        accessibleName: qsTr("%1 of 4 digits").arg(page.setUp.digits)
    }
    KeyPad {
        visible: page.stage === "pin"
        anchors.horizontalCenter: parent.horizontalCenter
        keyWidth: 84
        keyHeight: 56
        keyId: "accessory.setUp.key"
        eraseText: qsTr("Delete the last digit")
        onDigit: key => page.accessory.send("pinDigit", key)
        onErase: page.accessory.send("pinErase")
    }

    Spinner {
        visible: page.stage === "working"
        anchors.horizontalCenter: parent.horizontalCenter
        width: 56
        height: 56
    }
    Label {
        visible: page.stage === "working"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Registering this device…")
    }

    Label {
        objectName: "accessory.setUp.problem"
        visible: page.stage === "problem"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: visible ? words.of(page.setUp.problem) : ""
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    PrimaryButton {
        objectName: "accessory.setUp.again"
        visible: page.stage === "problem"
        width: parent.width
        text: qsTr("Try again")
        onClicked: page.accessory.send("setUp")
    }
}
