import QtQuick
import Bench

// The call that is being set up, talked in, or just over with its reason.
FocusScope {
    id: page

    property var phone
    // The page keeps what it showed while it leaves.
    property var call: phone.dialer.call
    readonly property bool over: call.state === "ended"
    onEnabledChanged: if (!enabled)
        call = call

    function clock(seconds: int): string {
        const rest = seconds % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
    }
    function reason(cause: string): string {
        switch (cause) {
        case "busy":
        case "group_busy":
            return qsTr("The line is busy");
        case "no_answer":
            return qsTr("Nobody answered");
        case "declined":
            return qsTr("The call was declined");
        case "unreachable":
            return qsTr("Cannot be reached just now");
        case "unknown_number":
            return qsTr("This number is not in use. Check it and call again.");
        case "not_allowed":
            return qsTr("This line may not make this call");
        case "coverage":
            return qsTr("The connection was lost");
        case "emergency":
            return qsTr("Ended by an emergency call of your number");
        case "answered_elsewhere":
            return qsTr("Answered on another device");
        case "no_network":
            return qsTr("The phone is not in the network. Try again when it has reception.");
        case "airplane":
            return qsTr("Airplane mode is on. Switch it off, then call again.");
        case "failed":
            return qsTr("The call could not be made. Try again.");
        default:
            return qsTr("Call ended");
        }
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 72
        width: parent.width - 48
        spacing: 10
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 104
            height: 104
            radius: 52
            color: page.over ? Theme.surfaceHigh : Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: page.over ? "callEnd" : "phone"
                size: 48
                color: page.over ? Theme.quiet : Theme.accent
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
            objectName: "phone.dialer.call.state"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: page.call.state === "connected" ? "good" : "quiet"
            text: page.over ? page.reason(page.call.cause) : page.call.state === "connecting" ? qsTr("Connecting…") : page.call.state === "alerting" ? qsTr("Ringing…") : page.call.state === "held" ? qsTr("On hold") : page.clock(page.call.seconds ?? 0)
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    PhoneRoundButton {
        objectName: "phone.dialer.call.hangUp"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40
        fill: page.over ? Theme.surfaceHigh : "#C62A33"
        ink: page.over ? Theme.text : "#FFFFFF"
        icon.name: page.over ? "close" : "callEnd"
        text: page.over ? qsTr("Close") : qsTr("Hang up")
        onClicked: page.phone.send("hangUp")
    }
}
