import QtQuick
import Bench
import "../../parts"

// The car verified the ID and shows it; its key may be tied to it (MINI-APP-S1-11), then come the further settings (-12).
CarPage {
    id: page

    readonly property var driver: page.car.activeDriver

    name: "vehicleKey"
    title: page.car.brand.idName
    canGoBack: true

    Column {
        width: parent.width
        spacing: 12
        Monogram {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 136
            initial: page.driver.initial ?? ""
            active: true
        }
        Label {
            width: parent.width
            step: "title"
            horizontalAlignment: Text.AlignHCenter
            text: page.driver.name ?? ""
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 12
            Icon {
                name: "checkCircle"
                size: 32
                color: Theme.good
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                step: "small"
                tone: "quiet"
                text: page.driver.email ?? ""
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    CheckRow {
        objectName: "car.vehicleKey.key"
        y: 308
        width: parent.width
        height: Math.max(128, implicitHeight)
        focus: true
        text: qsTr("Vehicle key")
        detail: qsTr("Your key opens the car with your settings.")
        checked: page.car.link.vehicleKey
        onClicked: {
            page.send("setVehicleKey", checked);
            checked = Qt.binding(() => page.car.link.vehicleKey);
        }
    }
    PrimaryButton {
        objectName: "car.vehicleKey.more"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 492
        width: 520
        text: qsTr("Further settings")
        onClicked: page.send("openMoreSettings")
    }
}
