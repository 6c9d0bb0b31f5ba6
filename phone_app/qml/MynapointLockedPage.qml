import QtQuick
import Bench

// The card's password is locked (MYNA-B03a, C05a), or the card is damaged: only the municipal office helps.
MynapointPage {
    id: page

    readonly property string code: my.error.code ?? ""

    backId: "phone.mynapoint.locked.back"
    centred: true

    MynapointErrorText {
        id: words
    }
    PhoneMessage {
        width: parent.width
        sign: "lock"
        tone: "warn"
        title: words.title(page.code)
        text: words.detail(page.code)
    }
    footer: [
        PrimaryButton {
            objectName: "phone.mynapoint.locked.again"
            width: parent.width
            text: qsTr("Enter the password again")
            onClicked: page.phone.send("cardAgain")
        },
        TextAction {
            objectName: "phone.mynapoint.locked.top"
            width: parent.width
            text: qsTr("To the app's first page")
            onClicked: page.phone.send("platformTop")
        }
    ]
}
