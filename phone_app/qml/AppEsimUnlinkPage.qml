import QtQuick
import Bench

// Asks before the link between account and contract ends.
PhonePage {
    id: page

    backId: "phone.app.esim.unlink.back"
    title: qsTr("End the link?")
    lead: qsTr("Your cars lose the personal eSIM: no more calls and data over your number there. The contract with %1 itself goes on.").arg(app.esim.operator !== "" ? app.esim.operator : qsTr("the provider"))

    footer: [
        PrimaryButton {
            objectName: "phone.app.esim.unlink.confirm"
            width: parent.width
            tone: "bad"
            text: qsTr("End the link")
            onClicked: page.phone.send("unlink")
        },
        TextAction {
            objectName: "phone.app.esim.unlink.cancel"
            width: parent.width
            text: qsTr("Keep it")
            onClicked: page.phone.send("back")
        }
    ]
}
