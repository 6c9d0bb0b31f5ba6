import QtQuick
import Bench

// Is it this car? Names it and shows the code to compare (RFC 8628 §5.4).
PhonePage {
    id: page

    readonly property var request: app.request

    backId: "phone.app.confirm.back"
    title: qsTr("Sign in to this car?")
    lead: qsTr("Only go on when you sit in this car and its display shows the same code.")

    Card {
        width: parent.width
        height: car.implicitHeight + 40
        Column {
            id: car
            x: 20
            y: 20
            width: parent.width - 40
            spacing: 12
            Row {
                width: parent.width
                spacing: 14
                Rectangle {
                    width: 48
                    height: 48
                    radius: 24
                    color: Theme.accentSoft
                    Icon {
                        anchors.centerIn: parent
                        name: page.app.brand.icon[0]
                        color: Theme.accent
                        size: 28
                    }
                }
                Column {
                    width: parent.width - 62
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2
                    Label {
                        width: parent.width
                        step: "title"
                        font.weight: Font.DemiBold
                        text: page.request.model ?? ""
                    }
                    Label {
                        width: parent.width
                        font.pixelSize: 14
                        tone: "quiet"
                        text: qsTr("Vehicle number … %1").arg(page.request.vinLast7 ?? "")
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: 14
                tone: "quiet"
                text: qsTr("Code on the car's display")
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: 38
                font.weight: Font.DemiBold
                font.letterSpacing: 2
                lineHeight: 1.0
                text: page.request.code ?? ""
            }
        }
    }
    footer: [
        PrimaryButton {
            objectName: "phone.app.confirm.approve"
            width: parent.width
            text: qsTr("Yes, sign in to this car")
            onClicked: page.phone.send("approve")
        },
        QuietButton {
            objectName: "phone.app.confirm.deny"
            width: parent.width
            text: qsTr("This is not my car")
            onClicked: page.phone.send("deny")
        }
    ]
}
