import QtQuick
import Bench

// The app's settings (BMW-JP-CAR-03b1, 03b2).
PhonePage {
    id: page

    backId: "phone.mybmw.settings.back"
    title: qsTr("Settings")

    PhoneGroup {
        heading: qsTr("Car")
        ListRow {
            objectName: "phone.mybmw.settings.scan"
            width: parent.width
            flat: true
            icon.name: "scan"
            iconTone: "accent"
            text: qsTr("Scan QR code (BMW ID)")
            onClicked: page.phone.send("scan")
        }
    }
    PhoneGroup {
        heading: qsTr("Security")
        ListRow {
            objectName: "phone.mybmw.settings.changePin"
            width: parent.width
            flat: true
            icon.name: "key"
            text: qsTr("Change PIN")
            onClicked: page.phone.send("changePin")
        }
        ListRow {
            objectName: "phone.mybmw.settings.logOut"
            width: parent.width
            flat: true
            icon.name: "logOut"
            text: qsTr("Log out")
            detail: page.mybmw.user.email
            onClicked: page.phone.send("askLogOut")
        }
    }
}
