import QtQuick
import Bench

// A web page leads to an app: the system asks first (BMW-JP-SP-39). An app that was taken off is to be had in the store.
Dialog {
    id: dialog

    property var phone
    readonly property bool missing: phone.web.missing === true

    //: %1 is the app's name
    title: missing ? qsTr("\"%1\" is not on this phone").arg(phone.web.asked) : qsTr("Open in \"%1\"?").arg(phone.web.asked)
    text: missing ? qsTr("The page wants to go on in the app. The App store has it.") : qsTr("The page wants to go on in the app.")
    iconName: missing ? "store" : "link"

    actions: [
        PrimaryButton {
            objectName: "phone.shell.openIn.open"
            text: dialog.missing ? qsTr("To the App store") : qsTr("Open")
            onClicked: dialog.phone.send("openIn", true)
        },
        QuietButton {
            objectName: "phone.shell.openIn.cancel"
            text: qsTr("Cancel")
            onClicked: dialog.phone.send("openIn", false)
        }
    ]
}
