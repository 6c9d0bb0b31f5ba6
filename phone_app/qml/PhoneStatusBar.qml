import QtQuick
import Bench

// Time at the left, radio and battery at the right, the punch-hole between them.
Item {
    id: bar

    property var status: ({})
    property bool light: false
    readonly property color ink: light ? "#FFFFFF" : Theme.text

    height: 44

    Label {
        x: 28
        y: 13
        font.pixelSize: 15
        font.weight: Font.DemiBold
        lineHeight: 1.0
        color: bar.ink
        text: bar.status.time ?? ""
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 24
        y: 12
        height: 20
        spacing: 6
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
        Icon {
            visible: bar.status.bearer !== "wifi"
            name: bar.status.bearer === "cellular" ? "signal" : "signalNone"
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
