pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// Time at the left, radio and battery at the right, the punch-hole between them. The right opens the quick settings; a
// call that goes on behind another app is at the left.
Item {
    id: bar

    property var phone
    readonly property var status: phone.status
    property bool light: false
    readonly property color ink: light ? "#FFFFFF" : Theme.text

    height: 44

    Label {
        x: 28
        y: 13
        visible: !bar.status.inCall
        font.pixelSize: 15
        font.weight: Font.DemiBold
        lineHeight: 1.0
        color: bar.ink
        text: bar.status.time ?? ""
    }
    T.Button {
        id: call
        objectName: "phone.shell.call"
        visible: bar.status.inCall === true
        x: 18
        y: -2
        width: 96
        height: 48
        text: qsTr("Back to the call")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: bar.phone.send("showCall")
        background: Item {
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: 28
                radius: 14
                color: "#11804A"
                opacity: call.down ? 0.75 : 1
            }
        }
        contentItem: Item {
            Icon {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                name: "phone"
                size: 15
                color: "#FFFFFF"
            }
            Label {
                x: 34
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: 15
                font.weight: Font.DemiBold
                lineHeight: 1.0
                color: "#FFFFFF"
                text: bar.status.time ?? ""
            }
        }
    }
    T.Button {
        id: quick
        objectName: "phone.shell.status"
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: -2
        width: 150
        height: 48
        text: qsTr("Quick settings")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: bar.phone.send("quick", true)
        background: Item {
            FocusRing {
                shown: quick.visualFocus
                gap: -4
            }
        }
        contentItem: Item {}
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 24
        y: 12
        height: 20
        spacing: 6
        Icon {
            visible: bar.status.airplane === true
            name: "airplane"
            size: 17
            color: bar.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            visible: bar.status.bluetooth === true
            name: "bluetooth"
            size: 16
            color: bar.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            visible: bar.status.bearer === "wifi"
            name: "wifi"
            size: 18
            color: bar.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            visible: bar.status.bearer === "cellular"
            text: bar.status.technology ?? ""
            font.pixelSize: 13
            font.weight: Font.DemiBold
            lineHeight: 1.0
            color: bar.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            visible: bar.status.airplane !== true && bar.status.inNetwork === true
            anchors.verticalCenter: parent.verticalCenter
            height: 13
            spacing: 2
            Repeater {
                model: 4
                Rectangle {
                    required property int index
                    anchors.bottom: parent.bottom
                    width: 3
                    height: 4 + 3 * index
                    radius: 1
                    color: bar.ink
                }
            }
        }
        Icon {
            visible: bar.status.airplane !== true && bar.status.inNetwork !== true
            name: "signalNone"
            size: 18
            color: bar.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Item {
            width: 27
            height: 13
            anchors.verticalCenter: parent.verticalCenter
            Rectangle {
                width: 24
                height: 13
                radius: 4
                color: "transparent"
                border.width: 1.2
                border.color: bar.ink
                Rectangle {
                    x: 2.5
                    y: 2.5
                    width: (parent.width - 5) * (bar.status.battery ?? 0) / 100
                    height: parent.height - 5
                    radius: 2
                    color: bar.ink
                }
            }
            Rectangle {
                x: 25
                y: 4
                width: 2
                height: 5
                radius: 1
                color: bar.ink
            }
        }
    }
}
