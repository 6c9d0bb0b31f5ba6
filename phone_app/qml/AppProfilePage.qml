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

    Card {
        width: parent.width
        height: Math.max(104, who.implicitHeight + 40)
        Monogram {
            id: face
            x: 20
            anchors.verticalCenter: parent.verticalCenter
            initial: page.user.initial
            active: true
            size: 60
        }
        Column {
            id: who
            anchors.left: face.right
            anchors.leftMargin: 16
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            Label {
                width: parent.width
                step: "title"
                font.weight: Font.DemiBold
                text: page.user.name
            }
            Label {
                width: parent.width
                font.pixelSize: 14
                tone: "quiet"
                wrapMode: Text.WrapAnywhere
                text: page.user.email
            }
        }
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
