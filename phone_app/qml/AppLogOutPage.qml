import QtQuick
import Bench

// Asks before logging out.
PhonePage {
    id: page

    backId: "phone.app.logOut.back"
    title: qsTr("Log out?")
    lead: (app.brand.asksPin ? qsTr("The app forgets %1 and its PIN on this phone. Your car and its eSIM stay as they are.") : qsTr("The app forgets %1 on this phone. Your car and its eSIM stay as they are.")).arg(app.user.email)

    footer: [
        PrimaryButton {
            objectName: "phone.app.logOut.confirm"
            width: parent.width
            tone: "bad"
            text: qsTr("Log out")
            onClicked: page.phone.send("logOut")
        },
        TextAction {
            objectName: "phone.app.logOut.cancel"
            width: parent.width
            text: qsTr("Stay signed in")
            onClicked: page.phone.send("back")
        }
    ]
}
