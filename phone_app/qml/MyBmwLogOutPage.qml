import QtQuick
import Bench

// Asks before logging out.
PhonePage {
    id: page

    backId: "phone.mybmw.logOut.back"
    title: qsTr("Log out?")
    lead: qsTr("The app forgets %1 and its PIN on this phone. Your car and its eSIM stay as they are.").arg(mybmw.user.email)

    footer: [
        PrimaryButton {
            objectName: "phone.mybmw.logOut.confirm"
            width: parent.width
            tone: "bad"
            text: qsTr("Log out")
            onClicked: page.phone.send("logOut")
        },
        TextAction {
            objectName: "phone.mybmw.logOut.cancel"
            width: parent.width
            text: qsTr("Stay signed in")
            onClicked: page.phone.send("back")
        }
    ]
}
