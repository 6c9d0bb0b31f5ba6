pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// The IDs this car knows, on a wheel, and the way to sign in with another one (MINI-APP-S1-07).
CarPage {
    id: page

    readonly property bool blocked: page.car.vehicle.driving || !page.car.vehicle.reception

    name: "bmwId"
    title: page.car.brand.idName

    Wheel {
        id: list
        visible: count > 0
        width: parent.width
        room: parent.height - 226
        y: Math.max(0, (room - height) / 2)
        model: page.car.drivers
        delegate: Item {
            id: entry
            required property var modelData
            width: list.width
            height: row.height
            scale: list.swell(y, height)
            ListRow {
                id: row
                objectName: "car.bmwId.driver." + entry.modelData.key
                width: parent.width - 104
                text: entry.modelData.name
                detail: (entry.modelData.active ? qsTr("Active now") + " · " : "") + (entry.modelData.role === "main" ? qsTr("Main user") : qsTr("Co-user"))
                detailTone: entry.modelData.active ? "good" : "quiet"
                chevron: false
                leading: Component {
                    Monogram {
                        initial: entry.modelData.initial
                        active: entry.modelData.active
                    }
                }
                onClicked: page.send("selectDriver", entry.modelData.key)
                Icon {
                    visible: entry.modelData.hasPin
                    anchors.right: parent.right
                    anchors.rightMargin: 28
                    anchors.verticalCenter: parent.verticalCenter
                    name: "lock"
                    size: 32
                    color: Theme.quiet
                }
            }
            IconButton {
                objectName: "car.bmwId.edit." + entry.modelData.key
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                height: Math.max(112, implicitHeight)
                width: 112
                icon.name: "more"
                tone: "quiet"
                text: qsTr("Edit %1").arg(entry.modelData.name)
                onClicked: page.send("openDriver", entry.modelData.key)
            }
        }
    }
    Column {
        visible: list.count === 0
        width: parent.width
        y: 30
        spacing: 24
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 168
            height: 168
            radius: 84
            color: Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: "personAdd"
                size: 84
                color: Theme.accent
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No %1 in this car yet").arg(page.car.brand.idName)
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("With your %1 the car knows your settings, and your personal eSIM works here.").arg(page.car.brand.idName)
        }
    }
    PrimaryButton {
        objectName: "car.bmwId.add"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 200
        width: 600
        focus: true
        text: qsTr("Sign in with %1").arg(page.car.brand.idName)
        onClicked: page.send("addBmwId")
    }
    TextAction {
        objectName: "car.bmwId.guest"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 96
        tone: page.car.activeDriver.key === "guest" ? "good" : "quiet"
        text: page.car.activeDriver.key === "guest" ? qsTr("Guest") + " · " + qsTr("Active now") : qsTr("Guest")
        onClicked: page.send("activateGuest")
    }
}
