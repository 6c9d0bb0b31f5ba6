pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// Key pad or calls before.
Item {
    id: bar

    property var phone
    readonly property string present: phone.dialer.screen

    height: 64

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Row {
        anchors.fill: parent
        Repeater {
            model: [
                {
                    key: "keypad",
                    text: qsTr("Keypad"),
                    sign: "dialpad"
                },
                {
                    key: "recents",
                    text: qsTr("Recents"),
                    sign: "clock"
                }
            ]
            T.Button {
                id: tab
                required property var modelData
                readonly property bool here: bar.present === modelData.key
                objectName: "phone.dialer.tab." + modelData.key
                width: bar.width / 2
                height: bar.height
                text: modelData.text
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: here
                onClicked: bar.phone.send("openTab", modelData.key)
                background: Rectangle {
                    color: tab.down ? Theme.pressed : "transparent"
                    FocusRing {
                        shown: tab.visualFocus
                        gap: -4
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 10
                        name: tab.modelData.sign
                        size: 24
                        color: tab.here ? Theme.accent : Theme.quiet
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 38
                        font.pixelSize: 12
                        font.weight: tab.here ? Font.DemiBold : Font.Normal
                        color: tab.here ? Theme.accent : Theme.quiet
                        text: tab.text
                    }
                }
            }
        }
    }
}
