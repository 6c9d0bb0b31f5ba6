import QtQuick
import Bench

// The cloud knows of the association: the second half of it is done (BMW-JP-SP-40).
Dialog {
    id: dialog

    property var phone
    readonly property var esim: phone.app.esim

    title: qsTr("Request completed")
    text: qsTr("Your contract with %1 is linked with your %2. The personal eSIM can be used in your car.").arg(esim.operator !== "" ? esim.operator : qsTr("the provider")).arg(phone.app.brand.idName)
    iconName: "checkCircle"
    iconTone: "good"

    actions: PrimaryButton {
        objectName: "phone.app.esim.completed.ok"
        text: qsTr("OK")
        onClicked: dialog.phone.send("readCompleted")
    }
}
