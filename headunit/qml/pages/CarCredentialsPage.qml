import QtQuick
import Bench
import "../parts"

// E-mail and password at the left, the keyboard beside them, so that it never covers a field (BMW-JP-CAR-03d).
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
    title: qsTr("Log in with %1").arg(page.car.brand.idName)
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    TextInputField {
        id: email
        width: page.column(6)
        y: -16
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
        anchors.right: parent.right
        width: page.column(6)
        y: -16
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
        id: keyboard
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -16
        width: page.column(8) + 40
        height: width * 0.3125
    }
    Item {
        anchors.left: keyboard.right
        anchors.leftMargin: 32
        anchors.right: parent.right
        anchors.top: keyboard.top
        anchors.bottom: keyboard.bottom
        Row {
            width: parent.width
            spacing: 16
            Icon {
                id: sign
                visible: message.text !== ""
                name: page.wrong ? "warning" : "info"
                size: 40
                color: page.wrong ? Theme.bad : Theme.quiet
            }
            Label {
                id: message
                width: parent.width - sign.width - 16
                step: "small"
                tone: page.wrong ? "bad" : "quiet"
                text: {
                    if (page.wrong)
                        return words.sentence(page.car.error);
                    if (page.credentials.reason === "pinLocked")
                        return qsTr("The PIN is locked. Your password opens the profile.");
                    if (page.credentials.reason === "stored")
                        return qsTr("Please confirm that it is you.");
                    return "";
                }
                Accessible.role: page.wrong ? Accessible.AlertMessage : Accessible.StaticText
                Accessible.name: text
            }
        }
        PrimaryButton {
            objectName: "car.credentials.submit"
            anchors.bottom: parent.bottom
            width: parent.width
            height: 96
            enabled: page.complete && !page.credentials.busy
            text: page.credentials.busy ? qsTr("Please wait…") : qsTr("Log in")
            onClicked: page.submit()
        }
    }
    Component.onCompleted: (page.stored ? passwordField : email).input.forceActiveFocus()
}
