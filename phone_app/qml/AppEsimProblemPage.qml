import QtQuick
import Bench

// The activation did not come to its end: why, and what to do.
PhonePage {
    id: page

    readonly property string code: app.error.code ?? ""
    readonly property bool linked: code === "esim.already_linked"

    backId: "phone.app.esim.problem.back"
    centred: true

    PhoneMessage {
        width: parent.width
        sign: /^(cloud|phone|carrier)\./.test(page.code) ? "cloudOff" : "sim"
        tone: "warn"
        title: words.title(page.code)
        text: words.detail(page.code)
    }
    PhoneErrorText {
        id: words
    }
    footer: PrimaryButton {
        objectName: "phone.app.esim.problem.again"
        width: parent.width
        text: page.linked ? qsTr("Show the personal eSIM") : /^esim\./.test(page.code) ? qsTr("Start again") : qsTr("Try again")
        onClicked: page.phone.send(page.linked ? "back" : "esimRetry")
    }
}
