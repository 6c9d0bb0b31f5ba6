import QtQuick
import Bench
import "../parts"

// The PIN of a stored driver is asked for; after five mistakes only the password helps.
CarPage {
    id: page

    readonly property var driver: page.car.selectedDriver

    name: "pinAsk"
    title: page.driver.name ?? page.car.brand.idName
    canGoBack: true

    CarPinPad {
        anchors.fill: parent
        frame: page
        focus: true
        prompt: qsTr("Enter your PIN.")
        help: qsTr("%1 attempts left").arg(page.car.pin.attemptsLeft)
        mistakeText: page.car.pin.attemptsLeft === 1 ? qsTr("Wrong PIN. One attempt left, then your password is needed.") : qsTr("Wrong PIN. %1 attempts left.").arg(page.car.pin.attemptsLeft)
        extra: TextAction {
            objectName: "car.pinAsk.forgot"
            x: -24
            text: qsTr("Forgot PIN?")
            onClicked: page.send("forgotPin")
        }
    }
}
