pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// What the status bar opens: the switches that are needed most.
FocusScope {
    id: panel

    property var phone
    readonly property var choices: phone.settings

    focus: true

    T.Button {
        id: outside
        objectName: "phone.shell.quick.close"
        anchors.fill: parent
        text: qsTr("Close")
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: panel.phone.send("quick", false)
        background: Rectangle {
            color: Theme.scrim
        }
    }
    component Tile: T.Button {
        id: tile
        property bool on
        property string detail
        width: 178
        height: 76
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.CheckBox
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: on
        background: Rectangle {
            radius: 22
            color: tile.on ? Theme.accent : Theme.surfaceHigh
            opacity: tile.down ? 0.8 : 1
            FocusRing {
                shown: tile.visualFocus
            }
        }
        contentItem: Item {
            Icon {
                id: sign
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                name: tile.icon.name
                size: 24
                color: tile.on ? Theme.accentText : Theme.text
            }
            Column {
                anchors.left: sign.right
                anchors.leftMargin: 10
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    width: parent.width
                    font.pixelSize: 14
                    font.weight: Font.DemiBold
                    color: tile.on ? Theme.accentText : Theme.text
                    text: tile.text
                }
                Label {
                    width: parent.width
                    font.pixelSize: 12
                    color: tile.on ? Theme.accentText : Theme.quiet
                    text: tile.detail
                }
            }
        }
    }
    Rectangle {
        x: 10
        y: 50
        width: parent.width - 20
        height: tiles.height + 32
        radius: 28
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
        Grid {
            id: tiles
            anchors.horizontalCenter: parent.horizontalCenter
            y: 16
            columns: 2
            spacing: 10
            Tile {
                objectName: "phone.shell.quick.wifi"
                icon.name: "wifi"
                text: qsTr("Wi-Fi")
                on: panel.choices.wifi
                detail: on ? qsTr("Connected") : qsTr("Off")
                onClicked: panel.phone.send("quick", {
                    wifi: !on
                })
            }
            Tile {
                objectName: "phone.shell.quick.cellular"
                icon.name: "cellular"
                text: qsTr("Mobile data")
                on: panel.choices.cellular && !panel.choices.airplane
                detail: !on ? qsTr("Off") : !panel.phone.status.inNetwork ? qsTr("No service") : panel.choices.wifi ? qsTr("When Wi-Fi is off") : panel.phone.status.technology
                onClicked: panel.phone.send("quick", {
                    cellular: !panel.choices.cellular
                })
            }
            Tile {
                objectName: "phone.shell.quick.airplane"
                icon.name: "airplane"
                text: qsTr("Airplane mode")
                on: panel.choices.airplane
                detail: on ? qsTr("On") : qsTr("Off")
                onClicked: panel.phone.send("quick", {
                    airplane: !on
                })
            }
            Tile {
                objectName: "phone.shell.quick.bluetooth"
                icon.name: "bluetooth"
                text: qsTr("Bluetooth")
                on: panel.choices.bluetooth
                detail: on ? qsTr("On") : qsTr("Off")
                onClicked: panel.phone.send("quick", {
                    bluetooth: !on
                })
            }
            Tile {
                objectName: "phone.shell.quick.coverage"
                icon.name: on ? "signal" : "signalNone"
                //: Whether the phone is where the mobile network reaches; a switch of the simulation
                text: qsTr("Reception")
                on: panel.choices.covered === true
                detail: on ? qsTr("In reach (simulated)") : qsTr("Out of reach (simulated)")
                onClicked: panel.phone.send("quick", {
                    coverage: !on
                })
            }
        }
    }
}
