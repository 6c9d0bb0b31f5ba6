pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The code typed by hand: only letters that codes are made of (RFC 8628 §6.1).
PhonePage {
    id: page

    readonly property string typed: app.code.typed
    readonly property var letters: "BCDFGHJKLMNPQRSTVWXZ".split("")

    backId: "phone.app.code.back"
    title: qsTr("Type the code")
    lead: qsTr("You find the 8 letters on the car's display, below the QR code.")

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: 8
        spacing: 6
        Accessible.role: Accessible.StaticText
        Accessible.name: page.typed
        Repeater {
            model: 9
            Item {
                id: place
                required property int index
                readonly property bool dash: index === 4
                readonly property int letter: index > 4 ? index - 1 : index
                width: dash ? 12 : 34
                height: 48
                Rectangle {
                    anchors.fill: parent
                    visible: !place.dash
                    radius: 8
                    color: Theme.surface
                    border.width: place.letter === page.typed.length ? 2 : 1
                    border.color: place.letter === page.typed.length ? Theme.accent : Theme.border
                    Label {
                        anchors.centerIn: parent
                        step: "title"
                        font.weight: Font.DemiBold
                        lineHeight: 1.0
                        text: page.typed[place.letter] ?? ""
                    }
                }
                Rectangle {
                    anchors.centerIn: parent
                    visible: place.dash
                    width: 10
                    height: 2
                    color: Theme.border
                }
            }
        }
    }

    component Key: T.Button {
        id: key
        width: 64
        height: 52
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        background: Rectangle {
            radius: 12
            color: key.down ? Theme.pressed : Theme.surface
            border.width: 1
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
                lineHeight: 1.0
            }
            Icon {
                anchors.centerIn: parent
                name: key.icon.name
                size: 24
            }
        }
    }
    footer: [
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 5
            spacing: 8
            Repeater {
                model: page.letters
                Key {
                    required property string modelData
                    objectName: "phone.app.code." + modelData
                    text: modelData
                    onClicked: page.phone.send("letter", modelData)
                }
            }
        },
        Key {
            objectName: "phone.app.code.Erase"
            anchors.horizontalCenter: parent.horizontalCenter
            width: 352
            icon.name: "backspace"
            text: qsTr("Delete the last letter")
            onClicked: page.phone.send("letterErase")
        }
    ]
}
