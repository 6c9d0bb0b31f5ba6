import QtQuick
import Bench

// Signing in or a car's code did not work: what happened, what to do, one button that does it.
PhonePage {
    id: page

    readonly property string code: app.error.code ?? ""
    readonly property bool signIn: app.screen === "signInFailed"
    readonly property bool aboutCode: code.startsWith("code.")
    readonly property bool network: code.startsWith("cloud.") || code.startsWith("phone.")

    backId: "phone.app.problem.back"
    centred: true

    PhoneMessage {
        width: parent.width
        sign: page.network ? "cloudOff" : page.aboutCode ? "qr" : "warning"
        tone: "warn"
        title: words.title(page.code)
        text: words.detail(page.code)
    }
    PhoneErrorText {
        id: words
    }
    footer: [
        PrimaryButton {
            objectName: "phone.app.problem.again"
            width: parent.width
            text: page.aboutCode ? qsTr("Scan again") : qsTr("Try again")
            onClicked: page.phone.send(page.signIn ? "continue" : page.aboutCode ? "scan" : "retry")
        },
        TextAction {
            objectName: "phone.app.problem.typeCode"
            width: parent.width
            visible: page.aboutCode
            text: qsTr("Type the code instead")
            onClicked: page.phone.send("typeCode")
        }
    ]
}
