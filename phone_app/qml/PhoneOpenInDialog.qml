import QtQuick
import Bench

// A web page leads to an app: the system asks first (BMW-JP-SP-39).
Dialog {
    id: dialog

    property var phone

    //: %1 is the app's name
    title: qsTr("Open in \"%1\"?").arg(phone.web.asked)
    text: qsTr("The page wants to go on in the app.")
    iconName: "link"

    actions: [
        PrimaryButton {
            objectName: "phone.shell.openIn.open"
            text: qsTr("Open")
            onClicked: dialog.phone.send("openIn", true)
        },
        QuietButton {
            objectName: "phone.shell.openIn.cancel"
            text: qsTr("Cancel")
            onClicked: dialog.phone.send("openIn", false)
        }
    ]
}
