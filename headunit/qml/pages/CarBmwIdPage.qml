pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// The drivers this car knows (BMW-JP-CAR-02c) and the way to add one (-02a).
CarPage {
    id: page

    name: "bmwId"
    title: page.car.brand.idName

    ListView {
        id: list
        width: page.column(8)
        height: parent.height
        clip: true
        spacing: 12
        visible: count > 0
        model: page.car.drivers
        boundsBehavior: Flickable.StopAtBounds
        delegate: Item {
            id: entry
            required property var modelData
            width: list.width
            height: row.height
            ListRow {
                id: row
                objectName: "car.bmwId.driver." + entry.modelData.key
                width: parent.width - 100
                text: entry.modelData.name
                detail: entry.modelData.active ? qsTr("Active now") : entry.modelData.email
                detailTone: entry.modelData.active ? "good" : "quiet"
                status: entry.modelData.role === "main" ? qsTr("Main user") : qsTr("Co-user")
                chevron: false
                leading: Component {
                    Row {
                        spacing: 16
                        Monogram {
                            initial: entry.modelData.initial
                            active: entry.modelData.active
                        }
                        Icon {
                            visible: entry.modelData.hasPin
                            name: "lock"
                            size: 32
                            color: Theme.quiet
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
                onClicked: page.send("selectDriver", entry.modelData.key)
            }
            IconButton {
                objectName: "car.bmwId.edit." + entry.modelData.key
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                icon.name: "more"
                tone: "quiet"
                text: qsTr("Edit %1").arg(entry.modelData.name)
                onClicked: page.send("openDriver", entry.modelData.key)
            }
        }
    }
    Rectangle {
        id: medal
        visible: list.count === 0
        y: 16
        width: 132
        height: 132
        radius: 66
        color: Theme.accentSoft
        Icon {
            anchors.centerIn: parent
            name: "personAdd"
            size: 64
            color: Theme.accent
        }
    }
    Column {
        visible: list.count === 0
        x: medal.width + 40
        width: page.column(8) - x
        spacing: 16
        y: 24
        Label {
            width: parent.width
            text: qsTr("No %1 in this car yet").arg(page.car.brand.idName)
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: qsTr("With your %1 the car knows your settings, and your personal eSIM works here.").arg(page.car.brand.idName)
        }
    }
    Column {
        anchors.right: parent.right
        width: page.column(4)
        spacing: 12
        PrimaryButton {
            objectName: "car.bmwId.add"
            width: parent.width
            height: Math.max(96, implicitHeight)
            text: qsTr("Add %1").arg(page.car.brand.idName)
            onClicked: page.send("addBmwId")
        }
        ListRow {
            objectName: "car.bmwId.guest"
            width: parent.width
            icon.name: "guest"
            text: qsTr("Guest")
            detail: page.car.activeDriver.key === "guest" ? qsTr("Active now") : qsTr("Without an account")
            detailTone: page.car.activeDriver.key === "guest" ? "good" : "quiet"
            chevron: false
            onClicked: page.send("activateGuest")
        }
        Label {
            width: parent.width
            topPadding: 12
            step: "small"
            tone: "quiet"
            text: qsTr("One main user and up to six co-users.")
        }
    }
}
