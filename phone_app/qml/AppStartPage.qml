import QtQuick
import Bench

// The app's first screen (BMW-JP-SP-01, 02); also where one lands after signing out, with the reason.
PhonePage {
    id: page

    readonly property string code: app.error.code ?? ""

    Rectangle {
        width: parent.width
        height: page.code === "" ? 372 : 268
        radius: 28
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
        Repeater {
            model: 3
            Rectangle {
                required property int index
                anchors.centerIn: parent
                width: 180 + index * 96
                height: width
                radius: width / 2
                color: "transparent"
                border.width: 1
                border.color: Qt.rgba(1, 1, 1, 0.26 - index * 0.07)
            }
        }
        Icon {
            anchors.centerIn: parent
            name: "car"
            size: 104
            color: "#FFFFFF"
        }
    }
    Label {
        width: parent.width
        step: "display"
        font.weight: Font.Bold
        text: page.app.brand.name
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        width: parent.width
        tone: "quiet"
        text: qsTr("Your car on your phone: sign in once, then bring your car online with its own eSIM.")
    }
    PhoneProblem {
        width: parent.width
        code: page.code
    }
    footer: PrimaryButton {
        objectName: "phone.app.start.signIn"
        width: parent.width
        text: qsTr("LOGIN OR REGISTER")
        onClicked: page.phone.send("signIn")
    }
}
