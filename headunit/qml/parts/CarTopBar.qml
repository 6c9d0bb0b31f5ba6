import QtQuick
import Bench

// What is true of the whole car at this moment: time, outside temperature, driver, signal, Bluetooth.
Item {
    id: bar

    required property var car
    readonly property var status: car.status

    Row {
        x: 72
        anchors.verticalCenter: parent.verticalCenter
        spacing: 32
        Label {
            text: bar.status.time
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            step: "small"
            tone: "quiet"
            text: bar.status.temperature
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
        Rectangle {
            visible: bar.status.demo === true
            anchors.verticalCenter: parent.verticalCenter
            width: demo.implicitWidth + 28
            height: 40
            radius: 20
            color: "transparent"
            border.width: Theme.hairline
            border.color: Theme.border
            Label {
                id: demo
                anchors.centerIn: parent
                step: "small"
                tone: "quiet"
                text: qsTr("DEMO")
                wrapMode: Text.NoWrap
            }
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 72
        anchors.verticalCenter: parent.verticalCenter
        spacing: 24
        Row {
            visible: !bar.status.cloudOnline
            spacing: 12
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                name: "cloudOff"
                size: 36
                color: Theme.warn
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                step: "small"
                tone: "warn"
                text: qsTr("Offline")
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Icon {
            visible: bar.status.bluetooth === true
            name: "bluetooth"
            size: 36
            color: Theme.quiet
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            spacing: 14
            anchors.verticalCenter: parent.verticalCenter
            Label {
                visible: text !== ""
                step: "small"
                tone: "quiet"
                text: bar.status.modemPresent ? [bar.status.operator, bar.status.technology].filter(part => part).join("  ") : qsTr("No modem")
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
            CarSignalBars {
                bars: bar.status.modemPresent ? bar.status.bars : -1
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Row {
            spacing: 14
            anchors.verticalCenter: parent.verticalCenter
            Label {
                step: "small"
                text: bar.car.activeDriver.key === "guest" ? qsTr("Guest") : bar.status.driverName
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
            Monogram {
                size: 48
                initial: bar.car.activeDriver.key === "guest" ? "" : bar.status.initial
                active: bar.car.activeDriver.key !== "guest"
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
