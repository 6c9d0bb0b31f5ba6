import QtQuick
import Bench

// Signed in (BMW-JP-SP-09): what comes next, and the tabs.
AppTabPage {
    id: page

    title: qsTr("Welcome to %1").arg(app.brand.name.toUpperCase())
    //: %1: the user's name
    lead: qsTr("Good to see you, %1.").arg(app.user.name)

    Rectangle {
        width: parent.width
        height: 168
        radius: 24
        clip: true
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#2F7FE6"
            }
            GradientStop {
                position: 1
                color: "#0E2F66"
            }
        }
        Rectangle {
            anchors.centerIn: parent
            width: 240
            height: 240
            radius: 120
            color: "transparent"
            border.width: 1
            border.color: "#40FFFFFF"
        }
        Icon {
            anchors.centerIn: parent
            name: "car"
            size: 84
            color: "#FFFFFF"
        }
    }
    Label {
        topPadding: 8
        step: "title"
        font.weight: Font.DemiBold
        text: qsTr("What comes next")
    }
    PhonePoint {
        sign: "sim"
        heading: qsTr("Look at your Personal eSIM")
        text: qsTr("You find it on the Profile tab.")
    }
    PhonePoint {
        sign: "qr"
        heading: qsTr("Sign in to the car")
        text: qsTr("On the car's display choose to add a %1. Then scan its code from the settings of the Profile tab.").arg(page.app.brand.idName)
    }
}
