import QtQuick
import Bench

// What signing in is good for (BMW-JP-SP-03).
PhonePage {
    id: page

    backId: "phone.app.intro.back"
    title: qsTr("One ID for phone and car")
    lead: qsTr("Log in with your %1 on the next page, or register if you have none yet.").arg(app.brand.idName)

    Item {
        width: 1
        height: 8
    }
    PhonePoint {
        sign: "qr"
        heading: qsTr("Sign in to the car at a glance")
        text: qsTr("Scan the QR code on the car's display; no typing while you sit in the car.")
    }
    PhonePoint {
        sign: "sim"
        heading: qsTr("Your number in your car")
        text: qsTr("See the state of your car's Personal eSIM at any time.")
    }
    PhonePoint {
        sign: "lock"
        heading: qsTr("Only for you")
        text: qsTr("A 4-digit PIN of your own keeps the app closed to others.")
    }
    footer: PrimaryButton {
        objectName: "phone.app.intro.continue"
        width: parent.width
        text: qsTr("Continue")
        onClicked: page.phone.send("continue")
    }
}
