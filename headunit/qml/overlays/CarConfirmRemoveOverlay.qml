import QtQuick
import Bench

// Before a driver is removed.
Dialog {
    id: dialog

    required property var car
    readonly property var driver: car.selectedDriver

    iconName: "trash"
    iconTone: "bad"
    title: qsTr("Remove %1?").arg(driver.name ?? "")
    text: driver.role === "main" ? (car.brand.resetWithMainUser ? qsTr("This is the main user: the car is reset. All IDs, PINs and paired phones are deleted.") : qsTr("This is the main user: all drivers are removed from this car.")) : qsTr("The profile is removed from this car, and the car from the app on the phone.")
    actions: [
        PrimaryButton {
            objectName: "car.confirmRemove.confirm"
            tone: "bad"
            text: qsTr("Remove")
            onClicked: dialog.car.send("confirm", null)
        },
        QuietButton {
            objectName: "car.confirmRemove.dismiss"
            focus: true
            text: qsTr("Keep")
            onClicked: dialog.car.send("dismiss", null)
        }
    ]
}
