import QtQuick
import Bench

// The menu at the lower right (MINI-APP-S1-03): the ID with its QR code (S1-04), the personal eSIM (S1-16), the way out.
AppTabPage {
    id: page

    readonly property var user: app.user

    title: qsTr("Menu")

    AppPersonCard {
        user: page.user
    }
    PhoneGroup {
        heading: page.app.brand.idName
        ListRow {
            objectName: "phone.app.profile.scan"
            width: parent.width
            flat: true
            icon.name: "scan"
            iconTone: "accent"
            //: %1 is the ID's name; in Japanese as MINI's guide writes it, with wide brackets
            text: qsTr("Scan QR code (%1)").arg(page.app.brand.idName)
            onClicked: page.phone.send("scan")
        }
        ListRow {
            objectName: "phone.app.profile.logOut"
            width: parent.width
            flat: true
            icon.name: "logOut"
            text: qsTr("Log out")
            onClicked: page.phone.send("askLogOut")
        }
    }
    PhoneGroup {
        heading: qsTr("Car")
        ListRow {
            objectName: "phone.app.profile.esim"
            width: parent.width
            flat: true
            icon.name: "sim"
            iconTone: "accent"
            text: qsTr("Personal eSIM")
            detail: qsTr("Your number in your car")
            onClicked: page.phone.send("openEsim")
        }
    }
}
