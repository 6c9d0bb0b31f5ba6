import QtQuick
import Bench

// The pop-up on telephone functions when the eSIM is set up (BMW-JP-CAR-12a, -12b).
Dialog {
    id: dialog

    required property var car

    panelWidth: 1120
    iconName: "phone"
    title: qsTr("Calls by personal eSIM")
    text: qsTr("Your personal eSIM is ready for mobile data. It can also make and take calls on your own number. For that, connect your phone by Bluetooth in the next step.")
    actions: [
        PrimaryButton {
            objectName: "car.telephony.activate"
            focus: true
            text: qsTr("Also activate telephone functions")
            onClicked: dialog.car.send("activateTelephony", null)
        },
        QuietButton {
            objectName: "car.telephony.decline"
            text: qsTr("Mobile data only")
            onClicked: dialog.car.send("declineTelephony", null)
        }
    ]
}
