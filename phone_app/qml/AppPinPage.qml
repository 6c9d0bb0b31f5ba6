import QtQuick
import Bench

// The app PIN: chosen twice (BMW-JP-SP-06, 07), asked at the next start, proven before a change.
PhonePage {
    id: page

    readonly property var pin: app.pin
    readonly property bool asks: pin.purpose === "ask"
    readonly property string code: app.error.code ?? ""
    readonly property int mistakes: pin.mistakes

    onMistakesChanged: if (mistakes > 0)
        dots.shake()

    backId: asks ? "" : "phone.app.pin.back"
    title: asks ? qsTr("Enter your PIN") : pin.purpose === "prove" ? qsTr("Enter your present PIN") : pin.stage === "confirm" ? qsTr("Enter the same PIN again") : qsTr("Set a 4-digit PIN")
    lead: asks ? page.app.user.name : pin.purpose === "prove" ? qsTr("Then you choose a new one.") : pin.stage === "confirm" ? qsTr("To be sure that no digit went wrong.") : qsTr("The app asks for it at every start. It is not the PIN of your SIM card.")

    PhoneErrorText {
        id: words
    }
    footer: [
        Item {
            width: parent.width
            height: 110
            PinDots {
                id: dots
                anchors.horizontalCenter: parent.horizontalCenter
                y: 28
                filled: page.pin.digits
                count: page.pin.length
                dotSize: 18
                tone: page.pin.mistake !== "" ? "bad" : "accent"
                //: %1 of %2 digits
                accessibleName: qsTr("%1 of %2 digits entered").arg(page.pin.digits).arg(page.pin.length)
            }
            Label {
                anchors.top: dots.bottom
                anchors.topMargin: 20
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: 14
                tone: "bad"
                text: page.code !== "" ? words.title(page.code) : page.pin.mistake === "mismatch" ? qsTr("The two PINs are not the same. Choose one again.") : page.pin.mistake === "wrong" ? qsTr("Wrong PIN. Tries left: %1").arg(page.pin.attemptsLeft) : ""
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        },
        KeyPad {
            anchors.horizontalCenter: parent.horizontalCenter
            keyId: "phone.app.pin."
            keyWidth: 108
            keyHeight: 60
            spacing: 12
            eraseText: qsTr("Delete the last digit")
            onDigit: key => page.phone.send("pinDigit", key)
            onErase: page.phone.send("pinErase")
        },
        TextAction {
            objectName: "phone.app.pin.forgot"
            anchors.horizontalCenter: parent.horizontalCenter
            opacity: page.asks ? 1 : 0
            visible: page.asks
            text: qsTr("Forgot your PIN?")
            onClicked: page.phone.send("forgotPin")
        }
    ]
}
