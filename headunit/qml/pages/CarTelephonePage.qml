pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// The parent phone's contacts (BMW-JP-CAR-13a), or what is missing before they can be here.
CarPage {
    id: page

    readonly property bool empty: page.car.contacts.length === 0

    name: "telephone"
    title: qsTr("Telephone")

    GridView {
        id: list
        visible: !page.empty
        width: parent.width + page.gutter
        height: parent.height
        cellWidth: width / 2
        cellHeight: 132
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.car.contacts
        delegate: Item {
            id: entry
            required property var modelData
            width: list.cellWidth
            height: list.cellHeight
            Card {
                width: parent.width - page.gutter
                height: parent.height - 16
                Accessible.role: Accessible.ListItem
                Accessible.name: entry.modelData.name
                Monogram {
                    x: 24
                    anchors.verticalCenter: parent.verticalCenter
                    initial: entry.modelData.name.charAt(0)
                }
                Column {
                    x: 112
                    width: parent.width - x - 24
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2
                    Label {
                        width: parent.width
                        text: entry.modelData.name
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        text: entry.modelData.numbers.join("   ")
                    }
                }
            }
        }
    }
    EmptyState {
        visible: page.empty
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -40
        width: page.column(8)
        iconName: "contacts"
        title: page.car.esim.parentPhone ? qsTr("No contacts were read") : qsTr("No phone connected")
        text: page.car.esim.parentPhone ? qsTr("Allow %1 to share its contacts with the car.").arg(page.car.esim.parentPhone) : qsTr("Connect your phone by Bluetooth. The car reads its contacts then, and calls go through your personal eSIM.")
        PrimaryButton {
            objectName: "car.telephone.mobileDevices"
            text: qsTr("Mobile devices")
            onClicked: page.send("openMobileDevices")
        }
    }
}
