pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// Phones near the car and known ones; choosing one connects it as the parent phone (BMW-JP-CAR-13).
CarPage {
    id: page

    readonly property var devices: page.car.bluetooth.devices

    name: "bluetooth"
    title: qsTr("Connect a phone")
    canGoBack: true

    ListView {
        id: list
        width: page.column(7)
        height: parent.height
        clip: true
        spacing: 12
        visible: count > 0
        model: page.devices
        boundsBehavior: Flickable.StopAtBounds
        delegate: ListRow {
            required property var modelData
            objectName: "car.bluetooth.device." + modelData.address
            width: list.width
            icon.name: "phone"
            text: modelData.name
            detail: modelData.connected ? qsTr("Connected") : modelData.paired ? qsTr("Paired") : qsTr("New")
            detailTone: modelData.connected ? "good" : "quiet"
            chevron: !modelData.connected
            onClicked: page.send("selectDevice", modelData.address)
        }
    }
    EmptyState {
        visible: list.count === 0
        width: page.column(7)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -40
        busy: page.car.bluetooth.scanning
        iconName: "bluetooth"
        title: page.car.bluetooth.scanning ? qsTr("Looking for phones…") : qsTr("No phone found")
        text: page.car.bluetooth.scanning ? qsTr("This takes up to ten seconds.") : qsTr("Make your phone visible, then search again.")
    }
    Column {
        anchors.right: parent.right
        width: page.column(4)
        spacing: 24
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: qsTr("On your phone, open the Bluetooth settings and keep them open: only then is it visible.")
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: qsTr("The car needs your phone's contacts for calls by eSIM.")
        }
        QuietButton {
            objectName: "car.bluetooth.scan"
            width: parent.width
            enabled: !page.car.bluetooth.scanning
            icon.name: "refresh"
            text: page.car.bluetooth.scanning ? qsTr("Searching…") : qsTr("Search again")
            onClicked: page.send("scanBluetooth")
        }
    }
}
