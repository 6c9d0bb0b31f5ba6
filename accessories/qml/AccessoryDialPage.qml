pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The key pad: numbers to call or to write to, and service codes.
FocusScope {
    id: page

    property var accessory
    readonly property string typed: accessory.dial.typed

    component Key: T.Button {
        id: key
        width: 78
        height: 54
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        background: Rectangle {
            radius: 27
            color: key.down ? Theme.pressed : Theme.surface
            FocusRing {
                shown: key.visualFocus
                gap: 0
            }
        }
        contentItem: Label {
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            step: "title"
            lineHeight: 1.0
            text: key.text
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: 8
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 250
            height: 30
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            wrapMode: Text.NoWrap
            font.pixelSize: 24
            lineHeight: 1.0
            text: page.accessory.dial.shown
            Accessible.role: Accessible.StaticText
            Accessible.name: text !== "" ? text : qsTr("No number yet")
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: 6
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"]
                Key {
                    required property string modelData
                    objectName: "accessory.dial.key." + (modelData === "*" ? "star" : modelData === "#" ? "hash" : modelData)
                    text: modelData
                    onClicked: page.accessory.send("digit", modelData)
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 24
            IconButton {
                objectName: "accessory.dial.write"
                enabled: page.typed !== "" && !page.typed.includes("*") && !page.typed.includes("#")
                opacity: enabled ? 1 : 0.35
                icon.name: "message"
                text: qsTr("Write a message")
                onClicked: page.accessory.send("write")
            }
            T.Button {
                id: green
                objectName: "accessory.dial.call"
                width: 72
                height: 48
                enabled: page.typed !== ""
                opacity: enabled ? 1 : 0.5
                text: qsTr("Call")
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: text
                onClicked: page.accessory.send("call")
                background: Rectangle {
                    radius: 24
                    color: "#11804A"
                    opacity: green.down ? 0.7 : 1
                    FocusRing {
                        shown: green.visualFocus
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: "phone"
                        size: 26
                        color: "#FFFFFF"
                    }
                }
            }
            IconButton {
                objectName: "accessory.dial.erase"
                enabled: page.typed !== ""
                opacity: enabled ? 1 : 0.35
                icon.name: "backspace"
                text: qsTr("Delete the last digit")
                onClicked: page.accessory.send("erase")
            }
        }
    }
}
