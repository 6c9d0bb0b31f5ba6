import QtQuick
import Bench

// The ID is on its way into the car, where one goes on (MINI-APP-S1-09).
PhonePage {
    id: page

    readonly property string car: app.request.model ?? ""

    centred: true

    Item {
        width: parent.width
        height: 148
        Repeater {
            model: 2
            Rectangle {
                required property int index
                anchors.centerIn: parent
                width: 118 + index * 30
                height: width
                radius: width / 2
                color: "transparent"
                border.width: 2
                border.color: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.4 - index * 0.2)
            }
        }
        Rectangle {
            anchors.centerIn: parent
            width: 92
            height: 92
            radius: 46
            color: "#FFC24B"
            Icon {
                anchors.centerIn: parent
                name: page.app.brand.icon[0]
                size: 56
                color: "#0B0A09"
            }
        }
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: 24
        font.weight: Font.Bold
        //: %1 is the brand's name
        text: qsTr("Confirm in your %1 that it was received, and go on with the set-up there.").arg(page.app.brand.brandName)
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    AppPersonCard {
        user: page.app.user
        caption: page.app.brand.idName
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: page.car !== ""
        step: "small"
        tone: "quiet"
        //: %1: the car's model, %2: the last seven signs of its vehicle number
        text: qsTr("Sent to %1 (… %2)").arg(page.car).arg(page.app.request.vinLast7 ?? "")
    }
    footer: PrimaryButton {
        objectName: "phone.app.done.close"
        width: parent.width
        text: qsTr("Done")
        onClicked: page.phone.send("done")
    }
}
