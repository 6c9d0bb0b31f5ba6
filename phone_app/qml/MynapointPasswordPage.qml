import QtQuick
import Bench

// The card's password: four digits, set when the card was issued (MYNA-B03, C05).
MynapointPage {
    id: page

    readonly property var entry: my.entry
    readonly property int mistakes: entry.mistakes
    readonly property string code: my.error.code ?? ""

    onMistakesChanged: if (mistakes > 0)
        dots.shake()

    backId: "phone.mynapoint.password.back"
    title: qsTr("Enter the password")
    lead: my.cardFirst ? qsTr("The 4 digits that you set when the card was issued. Leave the card on the phone.") : qsTr("The 4 digits that you set when your My Number card was issued.")

    MynapointErrorText {
        id: words
    }
    footer: [
        Item {
            width: parent.width
            height: 96
            PinDots {
                id: dots
                anchors.horizontalCenter: parent.horizontalCenter
                y: 14
                filled: page.entry.digits
                count: page.entry.length
                dotSize: 18
                tone: page.entry.left > 0 && page.entry.digits === 0 ? "bad" : "accent"
                //: %1 of %2 digits
                accessibleName: qsTr("%1 of %2 digits entered").arg(page.entry.digits).arg(page.entry.length)
            }
            Label {
                id: note
                anchors.top: dots.bottom
                anchors.topMargin: 14
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: 14
                tone: page.code !== "" || page.entry.left > 0 ? "bad" : "quiet"
                text: page.code !== "" ? words.title(page.code) : page.entry.left > 0 ? qsTr("The password is wrong. Tries left: %1").arg(page.entry.left) : qsTr("Three wrong ones in a row lock the card.")
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        },
        KeyPad {
            anchors.horizontalCenter: parent.horizontalCenter
            keyId: "phone.mynapoint.password."
            keyWidth: 108
            keyHeight: 60
            spacing: 12
            eraseText: qsTr("Delete the last digit")
            onDigit: key => page.phone.send("digit", key)
            onErase: page.phone.send("erase")
        }
    ]
}
