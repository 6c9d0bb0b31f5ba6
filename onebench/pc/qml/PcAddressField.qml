import QtQuick
import QtQuick.Templates as T
import Bench

// The address bar: shows where the page is, and takes what somebody types.
T.TextField {
    id: field

    property string address
    signal entered(string text)

    objectName: "pc.browser.address"
    implicitHeight: 44
    leftPadding: 20
    rightPadding: 20
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    clip: true
    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("Address")
    onAddressChanged: if (!activeFocus)
        text = address
    onActiveFocusChanged: if (activeFocus)
        selectAll()
    else
        text = address
    onAccepted: {
        const typed = text;
        focus = false;
        entered(typed);
    }
    background: Rectangle {
        radius: height / 2
        color: Theme.surfaceHigh
        border.width: field.activeFocus ? Theme.focusRing : 0
        border.color: Theme.accent
    }
    Label {
        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text === ""
        tone: "quiet"
        text: qsTr("Type an address")
    }
}
