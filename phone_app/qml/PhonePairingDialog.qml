import QtQuick
import Bench

// The number to compare with the car's display (BMW-JP-CAR-13), and leave for the phone book (BMW-JP-CAR-13a).
Dialog {
    id: dialog

    property var phone
    readonly property var pairing: phone.bluetooth.pairing
    readonly property bool waiting: pairing.stage === "waiting"

    title: qsTr("Pair with %1?").arg(pairing.name ?? "")
    text: waiting ? qsTr("Now confirm the same number on the car's display.") : qsTr("Check that the car's display shows this number.")
    iconName: "bluetooth"

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        topPadding: 8
        bottomPadding: 8
        font.pixelSize: 40
        font.weight: Font.DemiBold
        font.letterSpacing: 4
        lineHeight: 1.0
        text: (dialog.pairing.number ?? "").replace(/^(...)/, "$1 ")
        Accessible.role: Accessible.StaticText
        Accessible.name: dialog.pairing.number ?? ""
    }
    CheckRow {
        objectName: "phone.shell.pairing.contacts"
        width: parent.width
        flat: true
        leftPadding: 0
        enabled: !dialog.waiting
        text: qsTr("Let the car read my contacts")
        checked: dialog.phone.bluetooth.shareContacts
        onClicked: {
            dialog.phone.send("shareContacts", checked);
            checked = Qt.binding(() => dialog.phone.bluetooth.shareContacts);
        }
    }
    actions: [
        PrimaryButton {
            objectName: "phone.shell.pairing.confirm"
            visible: !dialog.waiting
            text: qsTr("Pair")
            onClicked: dialog.phone.send("answerPairing", true)
        },
        QuietButton {
            objectName: "phone.shell.pairing.reject"
            visible: !dialog.waiting
            text: qsTr("Cancel")
            onClicked: dialog.phone.send("answerPairing", false)
        },
        Spinner {
            visible: dialog.waiting
            width: 40
            height: 40
        }
    ]
}
