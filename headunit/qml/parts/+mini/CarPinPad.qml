import QtQuick
import Bench
import ".."

// Prompt and dots above, round keys below; a mistake shakes the dots once and says why.
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
        width: parent.width
        y: -8
        spacing: 14
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: pad.prompt
        }
        PinDots {
            id: dots
            anchors.horizontalCenter: parent.horizontalCenter
            dotSize: 34
            filled: pad.pin.digits
            tone: pad.wrong ? "bad" : "accent"
            accessibleName: qsTr("%1 of 4 digits").arg(pad.pin.digits)
        }
        Label {
            width: parent.width
            step: "small"
            horizontalAlignment: Text.AlignHCenter
            tone: pad.wrong ? "bad" : "quiet"
            text: pad.wrong ? pad.mistakeText : pad.help
        }
    }
    KeyPad {
        id: keys
        anchors.horizontalCenter: parent.horizontalCenter
        y: 196
        spacing: 10
        keyId: "car." + pad.frame.name + ".key"
        eraseText: qsTr("Erase")
        keyWidth: 150
        keyHeight: 96
        onDigit: key => pad.frame.send("pinDigit", key)
        onErase: pad.frame.send("pinErase")
    }
    Item {
        // The page puts its way out here; it sits in the middle whatever place it asks for.
        id: below
        y: 614
        width: parent.width
        height: 96
        onChildrenChanged: {
            for (const child of children)
                child.x = Qt.binding(() => (below.width - child.width) / 2);
        }
    }
}
