import QtQuick
import Bench

// A message to a number.
PhonePage {
    id: page

    backId: "phone.messages.compose.back"
    title: qsTr("New message")

    TextInputField {
        id: number
        width: parent.width
        fieldId: "phone.messages.compose.number"
        label: qsTr("To (telephone number)")
        inputMethodHints: Qt.ImhDialableCharactersOnly
        maximumLength: 20
        error: page.phone.messages.problem === "number" ? qsTr("Enter a telephone number, for example 090-0000-2001.") : ""
    }
    TextInputField {
        id: words
        width: parent.width
        fieldId: "phone.messages.compose.text"
        label: qsTr("Message")
        maximumLength: page.phone.messages.longest
        onAccepted: sending.clicked()
    }
    footer: PrimaryButton {
        id: sending
        objectName: "phone.messages.compose.send"
        width: parent.width
        text: qsTr("Send")
        enabled: words.text.trim() !== "" || words.input.preeditText !== ""
        onClicked: {
            InputMethod.commit();
            page.phone.send("write", {
                number: number.text,
                text: words.text
            });
        }
    }
}
