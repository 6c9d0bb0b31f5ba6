import QtQuick
import Bench

// One long code, typed: the field over the whole width, the keyboard below it, help or what is wrong beside that.
FocusScope {
    id: entry

    property string entryId
    property string label
    property string hint
    property string help
    property string problem
    property string go
    // What was wrong belongs to what was typed then.
    property bool changed: false
    readonly property string told: changed ? "" : problem
    signal accepted(text: string)

    function finish() {
        if (field.text.trim() !== "")
            accepted(field.text);
    }
    onProblemChanged: changed = false
    // The same entry asks for the next code.
    onLabelChanged: {
        field.text = "";
        field.input.forceActiveFocus();
    }

    TextInputField {
        id: field
        width: parent.width
        y: -16
        focus: true
        fieldId: entry.entryId + ".code"
        label: entry.label
        hint: entry.hint
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhPreferLatin
        maximumLength: 600
        input.onTextEdited: entry.changed = true
        onAccepted: entry.finish()
    }
    CarKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -16
        width: (parent.width - 24) * 2 / 3 + 40
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
                name: entry.told !== "" ? "warning" : "info"
                size: 40
                color: entry.told !== "" ? Theme.bad : Theme.quiet
            }
            Label {
                width: parent.width - sign.width - 16
                step: "small"
                tone: entry.told !== "" ? "bad" : "quiet"
                text: entry.told !== "" ? entry.told : entry.help
                Accessible.role: entry.told !== "" ? Accessible.AlertMessage : Accessible.StaticText
                Accessible.name: text
            }
        }
        PrimaryButton {
            objectName: entry.entryId + ".next"
            anchors.bottom: parent.bottom
            width: parent.width
            height: 96
            enabled: field.text.trim() !== ""
            text: entry.go
            onClicked: entry.finish()
        }
    }
    Component.onCompleted: field.input.forceActiveFocus()
}
