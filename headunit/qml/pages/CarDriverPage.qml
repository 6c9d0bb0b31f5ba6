import QtQuick
import Bench
import "../parts"

// One stored driver: take over, change the PIN, remove.
CarPage {
    id: page

    readonly property var driver: page.car.selectedDriver

    name: "driver"
    title: page.car.brand.idName
    canGoBack: true

    Card {
        width: page.column(5)
        height: parent.height
        Column {
            x: 40
            width: parent.width - 80
            anchors.verticalCenter: parent.verticalCenter
            spacing: 20
            Monogram {
                size: parent.parent.height < 400 ? 96 : 132
                initial: page.driver.initial ?? ""
                active: page.driver.active ?? false
            }
            Label {
                width: parent.width
                step: "title"
                text: page.driver.name ?? ""
            }
            Label {
                width: parent.width
                step: "small"
                tone: "quiet"
                text: page.driver.email ?? ""
                wrapMode: Text.WrapAnywhere
            }
            Label {
                width: parent.width
                step: "small"
                text: (page.driver.role === "main" ? qsTr("Main user") : qsTr("Co-user")) + (page.driver.active ? qsTr(" · active now") : "")
            }
        }
    }
    Column {
        anchors.right: parent.right
        width: page.column(7)
        spacing: 12
        ListRow {
            objectName: "car.driver.activate"
            width: parent.width
            visible: !page.driver.active
            icon.name: "person"
            text: qsTr("Switch to this driver")
            onClicked: page.send("activateDriver", page.driver.key)
        }
        ListRow {
            objectName: "car.driver.changePin"
            width: parent.width
            icon.name: "lock"
            text: page.driver.hasPin ? qsTr("Change PIN") : qsTr("Set a PIN")
            detail: page.driver.hasPin ? qsTr("Asked each time this driver takes over") : qsTr("Without a PIN anybody in the car can use this profile")
            onClicked: page.send("changePin", page.driver.key)
        }
        ListRow {
            objectName: "car.driver.remove"
            width: parent.width
            icon.name: "trash"
            iconTone: "bad"
            text: qsTr("Remove from this car")
            detail: page.driver.role === "main" ? qsTr("Removing the main user removes all drivers") : qsTr("Settings kept by the service stay")
            onClicked: page.send("removeDriver", page.driver.key)
        }
    }
}
