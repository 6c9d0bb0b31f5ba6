import QtQuick
import Bench
import "../../parts"

// A stored driver's password, or e-mail and password; the keyboard fills the lower half of the circle.
CarPage {
    id: page

    readonly property var credentials: page.car.credentials
    readonly property bool stored: credentials.reason !== ""
    readonly property bool wrong: (car.error.code ?? "") !== ""
    readonly property bool complete: email.text.trim() !== "" && passwordField.text !== ""

    function submit() {
        if (complete && !credentials.busy)
            page.send("submitCredentials", {
                email: email.text.trim(),
                password: passwordField.text
            });
    }

    name: "credentials"
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    // Set from the top of the circle: the title's place is too good for a title here.
    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        y: -112
        width: 500
        step: "small"
        tone: page.wrong ? "bad" : "quiet"
        horizontalAlignment: Text.AlignHCenter
        text: {
            if (page.wrong)
                return words.sentence(page.car.error);
            if (page.credentials.reason === "pinLocked")
                return qsTr("The PIN is locked. Your password opens the profile.");
            if (page.credentials.reason === "stored")
                return qsTr("Please confirm that it is you.");
            return qsTr("Log in with %1").arg(page.car.brand.idName);
        }
        Accessible.role: page.wrong ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
    TextInputField {
        id: email
        x: 20
        y: page.wrong ? 0 : -32
        width: parent.width - 40
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
        y: email.y + email.height + 6
        width: parent.width
        fieldId: "car.credentials.password"
        label: qsTr("Password")
        focus: page.stored
        password: true
        revealText: qsTr("Show password")
        hideText: qsTr("Hide password")
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhHiddenText
        maximumLength: 128
        onAccepted: page.submit()
    }
    CarKeyboard {
        anchors.horizontalCenter: parent.horizontalCenter
        y: passwordField.y + passwordField.height + (page.wrong ? 8 : 24)
        width: 770
        height: 354
    }
    PrimaryButton {
        objectName: "car.credentials.submit"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 674
        width: 440
        enabled: page.complete && !page.credentials.busy
        text: page.credentials.busy ? qsTr("Please wait…") : qsTr("Log in")
        onClicked: page.submit()
    }
    Component.onCompleted: (page.stored ? passwordField : email).input.forceActiveFocus()
}
