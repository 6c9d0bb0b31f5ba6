import QtQuick
import Bench

// Somebody calls, whatever is in front: answer or reject.
Rectangle {
    id: page

    property var phone
    readonly property var call: phone.dialer.incoming
    readonly property bool second: call.state === "waiting"

    color: Theme.background
    focus: true

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.16
        width: parent.width - 48
        spacing: 12
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 104
            height: 104
            radius: 52
            color: Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: "callIncoming"
                size: 48
                color: Theme.accent
            }
        }
        Label {
            width: parent.width
            topPadding: 12
            horizontalAlignment: Text.AlignHCenter
            step: "display"
            font.weight: Font.Bold
            text: (page.call.name ?? "") !== "" ? page.call.name : qsTr("Number withheld")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: "quiet"
            text: page.second ? qsTr("Second call; you are in a call.") : qsTr("Incoming call")
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 104
        spacing: page.second ? 16 : 88
        PhoneRoundButton {
            objectName: "phone.dialer.incoming.reject"
            fill: "#C62A33"
            icon.name: "callEnd"
            text: qsTr("Reject")
            onClicked: page.phone.send("callAnswer", false)
        }
        PhoneRoundButton {
            objectName: "phone.dialer.incoming.replace"
            visible: page.second
            fill: "#8A5200"
            icon.name: "phone"
            text: qsTr("End and answer")
            onClicked: page.phone.send("callAnswer", "replace")
        }
        PhoneRoundButton {
            objectName: "phone.dialer.incoming.answer"
            fill: "#11804A"
            icon.name: "phone"
            text: page.second ? qsTr("Hold and answer") : qsTr("Answer")
            onClicked: page.phone.send("callAnswer", true)
        }
    }
}
