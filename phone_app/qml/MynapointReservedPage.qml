import QtQuick
import Bench

// The MyKey ID is issued: on to the application (MYNA-B06), or back to the top with the reservation kept (MYNA-B06a).
MynapointPage {
    id: page

    title: qsTr("Reserve Mynapoint (issue a MyKey ID)")

    Row {
        width: parent.width
        spacing: 10
        Icon {
            id: sign
            name: "checkCircle"
            size: 26
            color: Theme.good
        }
        Label {
            width: parent.width - sign.width - parent.spacing
            anchors.verticalCenter: sign.verticalCenter
            font.weight: Font.DemiBold
            tone: "good"
            text: page.my.reservedBefore ? qsTr("You have reserved already.") : qsTr("The reservation is complete.")
        }
    }
    Card {
        width: parent.width
        height: face.height + 36
        Column {
            id: face
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 6
            Label {
                font.pixelSize: 14
                tone: "quiet"
                text: qsTr("Your MyKey ID")
            }
            Label {
                objectName: "phone.mynapoint.reserved.id"
                font.pixelSize: 30
                font.weight: Font.DemiBold
                font.letterSpacing: 3
                lineHeight: 1.1
                text: page.my.myKeyId
            }
        }
    }
    Column {
        width: parent.width
        spacing: 4
        topPadding: 8
        Label {
            width: parent.width
            step: "title"
            font.weight: Font.DemiBold
            text: qsTr("Apply for Mynapoint")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            width: parent.width
            font.pixelSize: 15
            tone: "quiet"
            text: qsTr("You need the ID and the code that the cashless service gave you. You can also do it later: the reservation is kept.")
        }
    }
    footer: [
        PrimaryButton {
            objectName: "phone.mynapoint.reserved.apply"
            width: parent.width
            text: qsTr("Apply now")
            onClicked: page.phone.send("applyNow")
        },
        TextAction {
            objectName: "phone.mynapoint.reserved.top"
            width: parent.width
            text: qsTr("To the MyKey Platform top page")
            onClicked: page.phone.send("platformTop")
        }
    ]
}
