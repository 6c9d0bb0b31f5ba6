import QtQuick
import QtQuick.Templates as T

// A field for text: label above, error below. `password` hides the text behind a reveal button, whose names the part gives.
// Its ids: `fieldId` for the input, `fieldId + "Reveal"` for the eye.
FocusScope {
    id: field

    property string label
    property string error
    property string hint
    property string fieldId
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias input: input
    property bool password: false
    property bool revealed: false
    property string revealText
    property string hideText
    signal accepted

    implicitWidth: Theme.touch * 5
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.space / 3
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: field.label
            visible: text !== ""
        }
        Rectangle {
            width: parent.width
            height: Theme.touch
            radius: Theme.radius
            color: Theme.surface
            border.width: input.activeFocus ? Theme.focusRing : Theme.hairline * 1.5
            border.color: field.error !== "" ? Theme.bad : input.activeFocus ? Theme.accent : Theme.border
            T.TextField {
                id: input
                objectName: field.fieldId
                focus: true
                anchors.fill: parent
                anchors.rightMargin: field.password ? Theme.touch : 0
                leftPadding: Theme.space
                rightPadding: field.password ? 0 : Theme.space
                verticalAlignment: TextInput.AlignVCenter
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentText
                // Templates take the platform's font where Text takes the application's.
                font.family: Theme.fontFamily
                font.pixelSize: Theme.bodySize
                clip: true
                selectByMouse: true
                echoMode: field.password && !field.revealed ? TextInput.Password : TextInput.Normal
                passwordMaskDelay: 0
                Accessible.role: Accessible.EditableText
                Accessible.name: field.label
                Accessible.description: field.error
                Accessible.passwordEdit: field.password
                onAccepted: field.accepted()
            }
            Label {
                anchors.left: parent.left
                anchors.right: input.right
                anchors.leftMargin: Theme.space
                anchors.verticalCenter: parent.verticalCenter
                visible: input.text === "" && input.preeditText === ""
                tone: "quiet"
                text: field.hint
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            IconButton {
                objectName: field.fieldId === "" ? "" : field.fieldId + "Reveal"
                visible: field.password
                anchors.right: parent.right
                icon.name: field.revealed ? "eyeOff" : "eye"
                iconSize: Theme.icon * 0.8
                tone: "quiet"
                text: field.revealed ? field.hideText : field.revealText
                onClicked: field.revealed = !field.revealed
            }
        }
        Row {
            visible: field.error !== ""
            spacing: Theme.space / 3
            Icon {
                name: "warning"
                size: Theme.smallSize * 1.15
                color: Theme.bad
            }
            Label {
                width: column.width - Theme.smallSize * 1.15 - Theme.space / 3
                step: "small"
                tone: "bad"
                text: field.error
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
