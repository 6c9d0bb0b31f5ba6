import QtQuick
import "../parts"

// Choose the PIN (BMW-JP-CAR-07), then enter it once more (-08).
CarPage {
    id: page

    readonly property bool confirming: page.car.pin.stage === "confirm"

    name: "pinEntry"
    title: qsTr("Set PIN")
    canGoBack: true

    CarPinPad {
        anchors.fill: parent
        frame: page
        focus: true
        prompt: page.confirming ? qsTr("Enter the same PIN again.") : qsTr("Choose a PIN of four digits.")
        help: page.confirming ? qsTr("So that a slip of the finger does not lock you out.") : qsTr("Better not a birthday or a number that counts up.")
        mistakeText: qsTr("The two PINs were not the same. Choose one once more.")
    }
}
