import QtQuick
import Bench
import "../parts"

// Something the driver should know before going on.
Dialog {
    id: dialog

    required property var car

    CarErrorText {
        id: words
    }
    iconName: words.kind(car.error) === "info" ? "info" : "warning"
    iconTone: words.kind(car.error) === "info" ? "accent" : "warn"
    title: words.what(car.error)
    text: words.advice(car.error)
    actions: PrimaryButton {
        objectName: "car.notice.dismiss"
        focus: true
        text: qsTr("OK")
        onClicked: dialog.car.send("dismiss", null)
    }
}
