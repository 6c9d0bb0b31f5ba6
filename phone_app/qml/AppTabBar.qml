pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The app's tabs; Profile sits at the lower right as the guide says (BMW-JP-SP-09).
Item {
    id: bar

    property var phone
    readonly property string present: phone.app.screen === "profile" ? "profile" : "car"
    property color ground: Theme.surface
    property color ink: Theme.quiet
    property color mark: Theme.accentSoft
    property color markText: Theme.accent
    // The word below the mark.
    property color word: Theme.accent
    property string carSign: "car"
    property string menuSign: "person"
    property string menuText: qsTr("Profile")

    height: 64

    Rectangle {
        anchors.fill: parent
        color: bar.ground
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
                    key: "car",
                    text: qsTr("Car"),
                    sign: bar.carSign
                },
                {
                    key: "profile",
                    text: bar.menuText,
                    sign: bar.menuSign
                }
            ]
            T.Button {
                id: tab
                required property var modelData
                readonly property bool here: bar.present === modelData.key
                objectName: "phone.app.tab." + modelData.key
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
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 7
                        width: 60
                        height: 30
                        radius: 15
                        color: tab.here ? bar.mark : "transparent"
                        Icon {
                            anchors.centerIn: parent
                            name: tab.modelData.sign
                            size: 22
                            color: tab.here ? bar.markText : bar.ink
                        }
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 40
                        step: "small"
                        font.weight: tab.here ? Font.DemiBold : Font.Normal
                        color: tab.here ? bar.word : bar.ink
                        text: tab.text
                        lineHeight: 1.0
                    }
                }
            }
        }
    }
}
