import QtQuick
import Bench
import "../../parts"

// One stored ID: take over, key and further settings, change the PIN, remove.
CarPage {
    id: page

    readonly property var driver: page.car.selectedDriver
    readonly property bool mine: (driver.active ?? false) && page.car.link.consents.length > 0

    name: "driver"
    title: page.driver.name ?? ""
    canGoBack: true

    Column {
        width: parent.width
        spacing: 4
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: page.driver.email ?? ""
            wrapMode: Text.WrapAnywhere
        }
        Label {
            width: parent.width
            step: "small"
            tone: page.driver.active ? "good" : "text"
            horizontalAlignment: Text.AlignHCenter
            text: (page.driver.role === "main" ? qsTr("Main user") : qsTr("Co-user")) + (page.driver.active ? qsTr(" · active now") : "")
        }
    }
    Column {
        y: 96
        width: parent.width
        spacing: 12
        ListRow {
            objectName: "car.driver.activate"
            width: parent.width
            visible: !page.driver.active
            icon.name: "person"
            text: qsTr("Switch to this driver")
            onClicked: page.send("activateDriver", page.driver.key)
        }
        CheckRow {
            objectName: "car.driver.vehicleKey"
            width: parent.width
            visible: page.mine
            text: qsTr("Vehicle key")
            detail: qsTr("Your key opens the car with your settings.")
            checked: page.car.link.vehicleKey
            onClicked: {
                page.send("setVehicleKey", checked);
                checked = Qt.binding(() => page.car.link.vehicleKey);
            }
        }
        ListRow {
            objectName: "car.driver.moreSettings"
            width: parent.width
            visible: page.mine
            icon.name: "settings"
            text: qsTr("Further settings")
            onClicked: page.send("openMoreSettings")
        }
        ListRow {
            objectName: "car.driver.changePin"
            width: parent.width
            icon.name: "lock"
            text: page.driver.hasPin ? qsTr("Change PIN") : qsTr("Set a PIN")
            onClicked: page.send("changePin", page.driver.key)
        }
        ListRow {
            objectName: "car.driver.remove"
            width: parent.width
            icon.name: "trash"
            iconTone: "bad"
            text: qsTr("Remove from this car")
            detail: page.driver.role === "main" ? (page.car.brand.resetWithMainUser ? qsTr("Removing the main user resets the car") : qsTr("Removing the main user removes all drivers")) : qsTr("Settings kept by the service stay")
            onClicked: page.send("removeDriver", page.driver.key)
        }
    }
}
