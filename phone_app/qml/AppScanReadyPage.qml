import QtQuick
import Bench

// First the car shows its code, then the scan begins (MINI-APP-S1-05 to S1-08).
PhonePage {
    id: page

    readonly property string idName: app.brand.idName

    backId: "phone.app.scanReady.back"
    title: qsTr("Scan the QR code")
    lead: qsTr("Have the car show its QR code first.")

    Item {
        width: parent.width
        height: 220
        Rectangle {
            // The car's display with its code, as one sees it from the seat.
            id: display
            anchors.centerIn: parent
            width: 204
            height: 204
            radius: 102
            color: "#0B0A09"
            border.width: 6
            border.color: "#3A342C"
            Rectangle {
                anchors.centerIn: parent
                width: 96
                height: 96
                radius: 20
                color: "#FFFFFF"
                Icon {
                    anchors.centerIn: parent
                    name: "qr"
                    size: 72
                    color: "#0B0A09"
                }
            }
            Rectangle {
                anchors.centerIn: parent
                width: 172
                height: 172
                radius: 86
                color: "transparent"
                border.width: 3
                border.color: "#FFC24B"
            }
        }
    }
    PhonePoint {
        sign: "carFront"
        heading: qsTr("In the car, choose \"%1\"").arg(page.idName)
        text: qsTr("The car stands still and has reception.")
    }
    PhonePoint {
        sign: "qr"
        heading: qsTr("Then \"Sign in with %1\"").arg(page.idName)
        text: qsTr("The display shows the QR code.")
    }
    footer: PrimaryButton {
        objectName: "phone.app.scanReady.start"
        width: parent.width
        text: qsTr("Start scan")
        onClicked: page.phone.send("startScan")
    }
}
