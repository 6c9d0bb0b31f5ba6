pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The app's first screen, a bold one (MINI-APP-S1-01); also where one lands after signing out, with the reason.
PhonePage {
    id: page

    readonly property string code: app.error.code ?? ""

    Rectangle {
        width: parent.width
        height: page.code === "" ? 404 : 292
        radius: 36
        clip: true
        color: "#0B0A09"
        border.width: Theme.hairline
        border.color: Theme.line
        // A sun that rises behind the car: everything is round.
        Rectangle {
            id: sun
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height * 0.2
            width: parent.height * 0.6
            height: width
            radius: width / 2
            color: "#FFC24B"
            Icon {
                anchors.centerIn: parent
                name: page.app.brand.icon[0]
                size: sun.width * 0.56
                color: "#0B0A09"
            }
        }
        Repeater {
            model: 3
            Rectangle {
                required property int index
                anchors.centerIn: sun
                width: sun.width + 44 + index * 62
                height: width
                radius: width / 2
                color: "transparent"
                border.width: 2
                border.color: Qt.rgba(1, 0.76, 0.29, 0.34 - index * 0.1)
            }
        }
    }
    Label {
        width: parent.width
        font.pixelSize: 44
        font.weight: Font.Black
        lineHeight: 1.0
        text: page.app.brand.name
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        width: parent.width
        tone: "quiet"
        text: qsTr("Get in, scan, drive. Your %1 takes your settings and your own number along.").arg(page.app.brand.brandName)
    }
    PhoneProblem {
        width: parent.width
        code: page.code
    }
    footer: PrimaryButton {
        objectName: "phone.app.start.signIn"
        width: parent.width
        text: qsTr("Log in with %1").arg(page.app.brand.idName)
        onClicked: page.phone.send("signIn")
    }
}
