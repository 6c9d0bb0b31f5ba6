import QtQuick
import Bench

// Before everything that drivers stored is deleted.
Dialog {
    id: dialog

    required property var car

    iconName: "reset"
    iconTone: "bad"
    title: qsTr("Reset the car?")
    text: qsTr("All drivers, PINs and paired phones are deleted. The personal eSIM is switched off.")
    actions: [
        PrimaryButton {
            objectName: "car.confirmReset.confirm"
            tone: "bad"
            text: qsTr("Reset")
            onClicked: dialog.car.send("confirm", null)
        },
        QuietButton {
            objectName: "car.confirmReset.dismiss"
            focus: true
            text: qsTr("Cancel")
            onClicked: dialog.car.send("dismiss", null)
        }
    ]
}
