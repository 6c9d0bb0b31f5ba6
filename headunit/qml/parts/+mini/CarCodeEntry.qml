import QtQuick
import Bench
import ".."

// One long code, typed on the circle: what it is at the top, the keyboard below the field, the way on at the foot.
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
        x: 20
        width: parent.width - 40
        y: 12
        focus: true
        fieldId: entry.entryId + ".code"
        label: entry.label
        hint: entry.hint
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhPreferLatin
        maximumLength: 600
        input.onTextEdited: entry.changed = true
        onAccepted: entry.finish()
    }
    Label {
        id: said
        anchors.horizontalCenter: parent.horizontalCenter
        y: field.y + field.height + 2
        width: parent.width
        height: 128
        step: "small"
        tone: entry.told !== "" ? "bad" : "quiet"
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: entry.told !== "" ? entry.told : entry.help
        Accessible.role: entry.told !== "" ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
    CarKeyboard {
        anchors.horizontalCenter: parent.horizontalCenter
        y: said.y + said.height + 4
        width: 770
        height: 354
    }
    PrimaryButton {
        objectName: entry.entryId + ".next"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 674
        width: 440
        enabled: field.text.trim() !== ""
        text: entry.go
        onClicked: entry.finish()
    }
    Component.onCompleted: field.input.forceActiveFocus()
}
