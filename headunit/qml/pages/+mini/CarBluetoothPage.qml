pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// Phones near the car and known ones on a wheel; the rim turns while the car looks around.
CarPage {
    id: page

    readonly property bool scanning: page.car.bluetooth.scanning

    name: "bluetooth"
    title: qsTr("Connect a phone")
    canGoBack: true

    Wheel {
        id: list
        visible: count > 0
        width: parent.width
        room: parent.height - 250
        y: Math.max(0, (room - height) / 2)
        model: page.car.bluetooth.devices
        delegate: Item {
            id: entry
            required property var modelData
            width: list.width
            height: row.height
            scale: list.swell(y, height)
            ListRow {
                id: row
                objectName: "car.bluetooth.device." + entry.modelData.address
                width: parent.width
                icon.name: "phone"
                text: entry.modelData.name
                detail: entry.modelData.connected ? qsTr("Connected") : entry.modelData.paired ? qsTr("Paired") : qsTr("New")
                detailTone: entry.modelData.connected ? "good" : "quiet"
                chevron: !entry.modelData.connected
                onClicked: page.send("selectDevice", entry.modelData.address)
            }
        }
    }
    Column {
        visible: list.count === 0
        width: parent.width
        y: 20
        spacing: 24
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 168
            height: 168
            radius: 84
            color: Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: "bluetooth"
                size: 88
                color: Theme.accent
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.scanning ? qsTr("Looking for phones…") : qsTr("No phone found")
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: page.scanning ? qsTr("This takes up to ten seconds.") : qsTr("Make your phone visible, then search again.")
        }
    }
    Label {
        x: 20
        y: parent.height - 236
        width: parent.width - 40
        height: 86
        step: "small"
        tone: "quiet"
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignBottom
        text: qsTr("On your phone, open the Bluetooth settings and keep them open: only then is it visible.")
    }
    QuietButton {
        objectName: "car.bluetooth.scan"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 126
        width: 480
        enabled: !page.scanning
        icon.name: "refresh"
        text: page.scanning ? qsTr("Searching…") : qsTr("Search again")
        onClicked: page.send("scanBluetooth")
    }
}
