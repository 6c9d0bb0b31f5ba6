import QtQuick
import Bench
import "../parts"

// E-mail and password at the left, the keyboard beside them, so that it never covers a field (BMW-JP-CAR-03d).
CarPage {
    id: page

    readonly property var credentials: page.car.credentials
    readonly property bool stored: credentials.reason !== ""
    readonly property bool complete: email.text.trim() !== "" && passwordField.text !== ""

    function submit() {
        if (complete && !credentials.busy)
            page.send("submitCredentials", {
                email: email.text.trim(),
                password: passwordField.text
            });
    }

    name: "credentials"
    title: qsTr("Log in with %1").arg(page.car.brand.idName)
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    Column {
        id: form
        width: page.contentWidth - keyboard.width - 32
        spacing: 18
        y: -8
        Label {
            width: parent.width
            visible: text !== ""
            step: "small"
            tone: "quiet"
            text: page.credentials.reason === "pinLocked" ? qsTr("Your password sets the PIN aside.") : page.credentials.reason === "stored" ? qsTr("Please confirm that it is you.") : ""
        }
        TextInputField {
            id: email
            width: parent.width
            fieldId: "car.credentials.email"
            label: qsTr("E-mail")
            text: page.credentials.email ?? ""
            focus: !page.stored
            input.readOnly: page.stored
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            maximumLength: 254
            onAccepted: passwordField.input.forceActiveFocus()
        }
        TextInputField {
            id: passwordField
            width: parent.width
            fieldId: "car.credentials.password"
            label: qsTr("Password")
            focus: page.stored
            password: true
            revealText: qsTr("Show password")
            hideText: qsTr("Hide password")
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhHiddenText
            maximumLength: 128
            error: (page.car.error.code ?? "") !== "" ? words.sentence(page.car.error) : ""
            onAccepted: page.submit()
        }
    }
    PrimaryButton {
        objectName: "car.credentials.submit"
        anchors.bottom: parent.bottom
        width: form.width
        height: 96
        enabled: page.complete && !page.credentials.busy
        text: page.credentials.busy ? qsTr("Please wait…") : qsTr("Log in")
        onClicked: page.submit()
    }
    Loader {
        id: keyboard
        // The keyboard's plug-in is the largest of all; nobody waits for it but this page.
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: 1200
        height: 392
        asynchronous: false
        source: Qt.resolvedUrl("../parts/CarKeyboard.qml")
    }
    Component.onCompleted: (page.stored ? passwordField : email).input.forceActiveFocus()
}
