import QtQuick
import Bench

// Four dots at the left, the keys at the right; a mistake shakes the dots once and says why.
Item {
    id: pad

    required property CarPage frame
    property string prompt
    property string help
    property string mistakeText
    readonly property var pin: frame.car.pin
    readonly property int mistakes: pin.mistakes
    readonly property bool wrong: pin.mistake !== "" && pin.digits === 0
    property alias extra: below.data

    onMistakesChanged: if (mistakes > 0)
        dots.shake()

    // The number keys of a keyboard work as well.
    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            pad.frame.send("pinDigit", String(event.key - Qt.Key_0));
        else if (event.key === Qt.Key_Backspace)
            pad.frame.send("pinErase");
        else
            return;
        event.accepted = true;
    }

    Column {
        width: pad.frame.column(7)
        anchors.verticalCenter: parent.verticalCenter
        spacing: 28
        Label {
            width: parent.width
            text: pad.prompt
        }
        PinDots {
            id: dots
            dotSize: 40
            spacing: 36
            filled: pad.pin.digits
            tone: pad.wrong ? "bad" : "accent"
            accessibleName: qsTr("%1 of 4 digits").arg(pad.pin.digits)
        }
        Row {
            spacing: 12
            height: Math.max(72, reason.implicitHeight)
            Icon {
                visible: pad.wrong
                name: pad.wrong ? "warning" : ""
                size: 32
                color: Theme.bad
                y: 2
            }
            Label {
                id: reason
                width: pad.frame.column(7) - 44
                step: "small"
                tone: pad.wrong ? "bad" : "quiet"
                text: pad.wrong ? pad.mistakeText : pad.help
            }
        }
        Item {
            id: below
            width: parent.width
            height: childrenRect.height
        }
    }
    KeyPad {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -44
        keyId: "car." + pad.frame.name + ".key"
        eraseText: qsTr("Erase")
        keyWidth: 168
        keyHeight: 118
        onDigit: key => pad.frame.send("pinDigit", key)
        onErase: pad.frame.send("pinErase")
    }
}
