import QtQuick
import Bench

// The app's settings (BMW-JP-CAR-03b1, 03b2).
PhonePage {
    id: page

    backId: "phone.app.settings.back"
    title: qsTr("Settings")

    PhoneGroup {
        heading: qsTr("Car")
        ListRow {
            objectName: "phone.app.settings.scan"
            width: parent.width
            flat: true
            icon.name: "scan"
            iconTone: "accent"
            text: qsTr("Scan QR code (%1)").arg(page.app.brand.idName)
            onClicked: page.phone.send("scan")
        }
    }
    PhoneGroup {
        heading: qsTr("Security")
        ListRow {
            objectName: "phone.app.settings.changePin"
            width: parent.width
            flat: true
            icon.name: "key"
            text: qsTr("Change PIN")
            onClicked: page.phone.send("changePin")
        }
        ListRow {
            objectName: "phone.app.settings.logOut"
            width: parent.width
            flat: true
            icon.name: "logOut"
            text: qsTr("Log out")
            detail: page.app.user.email
            onClicked: page.phone.send("askLogOut")
        }
    }
}
