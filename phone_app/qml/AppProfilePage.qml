import QtQuick
import Bench

// Who is signed in; the way to the eSIM (BMW-JP-SP-10) and, at the top right, to the app's settings (BMW-JP-CAR-03b1).
AppTabPage {
    id: page

    readonly property var user: app.user

    title: qsTr("Profile")
    headerActions: IconButton {
        objectName: "phone.app.profile.settings"
        icon.name: "settings"
        iconSize: 24
        text: qsTr("Settings")
        onClicked: page.phone.send("openSettings")
    }

    AppPersonCard {
        user: page.user
    }
    PhoneGroup {
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
