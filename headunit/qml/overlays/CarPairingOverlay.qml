import QtQuick
import Bench

// The same six digits must be on car and phone (Bluetooth numeric comparison).
Dialog {
    id: dialog

    required property var car
    readonly property var pairing: car.bluetooth.pairing ?? ({})

    iconName: "bluetooth"
    iconTone: pairing.state === "failed" ? "bad" : "accent"
    title: pairing.state === "failed" ? qsTr("Pairing did not work") : qsTr("Pair with %1").arg(pairing.name ?? "")
    text: {
        switch (pairing.state) {
        case "failed":
            return qsTr("The number was not confirmed on both sides. Try once more.");
        case "confirmed":
            return qsTr("Now confirm on the phone.");
        default:
            return qsTr("Does the phone show the same number?");
        }
    }
    actions: [
        PrimaryButton {
            objectName: "car.pairing.confirm"
            focus: visible
            visible: dialog.pairing.state === "waiting"
            text: qsTr("Yes, the same")
            onClicked: dialog.car.send("confirmPairing", null)
        },
        QuietButton {
            objectName: "car.pairing.reject"
            text: dialog.pairing.state === "failed" ? qsTr("Close") : qsTr("Cancel")
            onClicked: dialog.car.send("rejectPairing", null)
        }
    ]
    Row {
        visible: dialog.pairing.state !== "failed"
        spacing: 32
        height: 96
        Label {
            anchors.verticalCenter: parent.verticalCenter
            step: "display"
            text: dialog.pairing.number ?? ""
            font.pixelSize: 84
            font.letterSpacing: 10
            wrapMode: Text.NoWrap
        }
        Spinner {
            visible: dialog.pairing.state === "confirmed"
            anchors.verticalCenter: parent.verticalCenter
            width: 64
        }
    }
}
