import QtQuick
import Bench

// A service code and what the network answers.
Dialog {
    id: dialog

    property var phone
    readonly property var service: phone.dialer.service
    readonly property bool waiting: service.state === "waiting"
    readonly property bool failed: service.state === "failed"

    title: waiting ? qsTr("Asking the network…") : failed && service.text.startsWith("radio.") ? qsTr("No answer") : failed ? qsTr("The network refuses") : qsTr("The network answers")
    text: waiting ? service.code ?? "" : service.text === "radio.airplane" ? qsTr("Airplane mode is on. Switch it off, then try again.") : (service.text ?? "").startsWith("radio.") ? qsTr("The phone is not in the network. Try again when it has reception.") : service.text ?? ""
    iconName: failed ? "warning" : "info"
    iconTone: failed ? "warn" : "accent"

    actions: [
        PrimaryButton {
            objectName: "phone.dialer.service.close"
            visible: !dialog.waiting
            text: qsTr("OK")
            onClicked: dialog.phone.send("serviceRead")
        },
        QuietButton {
            objectName: "phone.dialer.service.cancel"
            visible: dialog.waiting
            text: qsTr("Cancel")
            onClicked: dialog.phone.send("serviceRead")
        }
    ]
}
