import QtQuick
import Bench

// A field for what a page issued: while it is empty, what was copied there can be pasted with one touch.
Item {
    id: field

    property alias fieldId: typed.fieldId
    property alias label: typed.label
    property alias error: typed.error
    property alias text: typed.text
    property alias maximumLength: typed.maximumLength
    signal edited(string text)
    signal accepted

    height: typed.height

    TextInputField {
        id: typed
        width: parent.width
        inputMethodHints: Qt.ImhDigitsOnly
        onTextChanged: field.edited(text)
        onAccepted: field.accepted()
    }
    IconButton {
        objectName: typed.fieldId + "Paste"
        visible: typed.text === "" && typed.input.canPaste
        anchors.right: parent.right
        y: typed.input.parent.y
        icon.name: "paste"
        iconSize: 22
        tone: "accent"
        text: qsTr("Paste")
        onClicked: typed.input.paste()
    }
}
