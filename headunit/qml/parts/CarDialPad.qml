pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The twelve keys of a telephone: `pressed(key)`, and `held(key)` for the plus on the nought. The ids are `keyId` + the key's name.
Grid {
    id: pad

    property string keyId
    property real keyWidth: 168
    property real keyHeight: 108
    readonly property var names: ({
            "*": "Star",
            "#": "Hash"
        })
    signal pressed(string key)
    signal held(string key)

    columns: 3
    spacing: 12

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"]
        T.Button {
            id: key
            required property string modelData
            objectName: pad.keyId + (pad.names[modelData] ?? modelData)
            width: pad.keyWidth
            height: pad.keyHeight
            focusPolicy: Qt.StrongFocus
            text: modelData
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: pad.pressed(modelData)
            onPressAndHold: pad.held(modelData)
            background: Rectangle {
                radius: Theme.radius
                color: key.down ? Theme.pressed : Theme.surface
                border.width: Theme.hairline
                border.color: Theme.line
                FocusRing {
                    shown: key.visualFocus
                    gap: 0
                    radius: parent.radius
                }
            }
            contentItem: Item {
                Label {
                    anchors.centerIn: parent
                    // The asterisk stands high and small in every font.
                    anchors.verticalCenterOffset: key.text === "*" ? 8 : 0
                    step: "title"
                    font.pixelSize: Theme.titleSize * (key.text === "*" ? 1.2 : 1)
                    text: key.text
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
