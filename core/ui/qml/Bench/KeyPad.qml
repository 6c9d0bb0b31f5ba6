pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// Three by four keys for a PIN or a number: `digit(key)` and `erase()`. The ids are `keyId + "0"…"9"` and `keyId + "Erase"`.
Grid {
    id: pad

    property string keyId
    property string eraseText
    property real keyWidth: Theme.touch * 1.6
    property real keyHeight: Theme.touch * 1.1
    signal digit(string key)
    signal erase

    columns: 3
    spacing: Theme.space / 2

    component Key: T.Button {
        id: key
        property bool plain: false
        width: pad.keyWidth
        height: pad.keyHeight
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        background: Rectangle {
            radius: Theme.radius
            color: key.down ? Theme.pressed : key.plain ? "transparent" : Theme.surface
            border.width: key.plain ? 0 : Theme.hairline
            border.color: Theme.line
            FocusRing {
                shown: key.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            Label {
                anchors.centerIn: parent
                visible: key.icon.name === ""
                step: "title"
                text: visible ? key.text : ""
            }
            Icon {
                anchors.centerIn: parent
                name: key.icon.name
            }
        }
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
        Key {
            required property string modelData
            objectName: pad.keyId + modelData
            text: modelData
            onClicked: pad.digit(modelData)
        }
    }
    Item {
        width: pad.keyWidth
        height: pad.keyHeight
    }
    Key {
        objectName: pad.keyId + "0"
        text: "0"
        onClicked: pad.digit("0")
    }
    Key {
        objectName: pad.keyId + "Erase"
        plain: true
        icon.name: "backspace"
        text: pad.eraseText
        onClicked: pad.erase()
    }
}
