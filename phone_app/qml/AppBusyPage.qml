import QtQuick
import Bench

// A moment's wait for the cloud, in words; the terms' page also shows its error here, with the way on.
PhonePage {
    id: page

    readonly property string screen: app.screen
    readonly property string code: app.error.code ?? ""
    centred: true

    PhoneMessage {
        width: parent.width
        busy: page.code === ""
        sign: "cloudOff"
        tone: "warn"
        title: page.code !== "" ? words.title(page.code) : page.screen === "signingIn" ? qsTr("Signing you in…") : page.screen === "checking" ? qsTr("Checking the code…") : page.screen === "deciding" ? qsTr("Telling the car…") : page.screen === "esimBeginning" ? qsTr("Asking the provider…") : page.screen === "esimChecking" ? qsTr("Completing the request…") : qsTr("One moment…")
        text: words.detail(page.code)
    }
    PhoneErrorText {
        id: words
    }
    footer: [
        PrimaryButton {
            objectName: "phone.app.busy.retry"
            width: parent.width
            visible: page.code !== ""
            text: qsTr("Try again")
            onClicked: page.phone.send("retry")
        },
        TextAction {
            objectName: "phone.app.busy.logOut"
            width: parent.width
            visible: page.code !== ""
            text: qsTr("Log out")
            onClicked: page.phone.send("logOut")
        }
    ]
}
