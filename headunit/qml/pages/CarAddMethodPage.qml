import QtQuick
import Bench
import "../parts"

// The two ways to log in (BMW-JP-CAR-02b).
CarPage {
    id: page

    name: "addMethod"
    title: qsTr("Add %1").arg(page.car.brand.idName)
    canGoBack: true

    Row {
        spacing: page.gutter
        CardButton {
            objectName: "car.addMethod.app"
            width: page.column(6)
            height: 400
            icon.name: "qr"
            text: qsTr("Log in with %1 App").arg(page.car.brand.appName)
            detail: qsTr("Scan a QR code with your phone. Nothing to type.")
            onClicked: page.send("chooseApp")
        }
        CardButton {
            objectName: "car.addMethod.id"
            width: page.column(6)
            height: 400
            icon.name: "mail"
            text: qsTr("Log in with %1").arg(page.car.brand.idName)
            detail: qsTr("Type your e-mail address and password here.")
            onClicked: page.send("chooseId")
        }
    }
}
