pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// The parent phone's contacts on a wheel, or what is missing before they can be here.
CarPage {
    id: page

    readonly property bool empty: page.car.contacts.length === 0

    name: "telephone"
    title: qsTr("Telephone")

    Wheel {
        id: list
        visible: !page.empty
        width: parent.width
        room: parent.height - 20
        y: Math.max(0, (room - height) / 2)
        model: page.car.contacts
        delegate: Item {
            id: entry
            required property var modelData
            width: list.width
            height: 136
            scale: list.swell(y, height)
            Card {
                width: parent.width
                height: parent.height
                Accessible.role: Accessible.ListItem
                Accessible.name: entry.modelData.name
                Monogram {
                    x: 32
                    size: 76
                    anchors.verticalCenter: parent.verticalCenter
                    initial: entry.modelData.name.charAt(0)
                    active: true
                }
                Column {
                    x: 136
                    width: parent.width - x - 36
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
        anchors.horizontalCenter: parent.horizontalCenter
        y: 90
        width: parent.width
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
