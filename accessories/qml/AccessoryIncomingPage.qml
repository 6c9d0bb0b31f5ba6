import QtQuick
import Bench

// Somebody calls the shared number.
Item {
    id: page

    property var accessory
    readonly property var call: accessory.telephone.incoming

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 28
        width: parent.width - 40
        spacing: 8
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "callIncoming"
            size: 44
            color: Theme.good
        }
        Label {
            objectName: "accessory.incoming.number"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: "title"
            font.weight: Font.Bold
            text: (page.call.number ?? "") !== "" ? page.call.number : qsTr("Number withheld")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: "quiet"
            text: page.call.state === "waiting" ? qsTr("Second call") : qsTr("Incoming call")
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 26
        spacing: 44
        AccessoryRound {
            objectName: "accessory.incoming.reject"
            size: 68
            fill: "#C62A33"
            ink: "#FFFFFF"
            icon.name: "callEnd"
            text: qsTr("Reject")
            onClicked: page.accessory.send("reject")
        }
        AccessoryRound {
            objectName: "accessory.incoming.answer"
            size: 68
            fill: "#11804A"
            ink: "#FFFFFF"
            icon.name: "phone"
            text: qsTr("Answer")
            onClicked: page.accessory.send("answer")
        }
    }
}
