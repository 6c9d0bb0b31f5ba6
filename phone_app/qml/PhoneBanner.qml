import QtQuick
import QtQuick.Templates as T
import Bench

// A message of the system over whatever is in front; a touch wipes it away.
T.Button {
    id: banner

    property var phone
    readonly property var message: phone.banner
    readonly property bool shown: message.kind !== undefined
    readonly property bool sms: message.kind === "sms"
    readonly property string code: sms ? message.params.code : ""
    readonly property bool bad: ["pairingFailed", "damaged", "storage"].includes(message.kind)

    objectName: "phone.shell.banner"
    visible: shown
    height: Math.max(64, column.implicitHeight + 28)
    text: shown ? wording(message.kind, message.params) : ""
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    onClicked: sms ? phone.send("openMessage", message.params.key) : phone.send(message.kind === "missed" ? "openMissed" : "dismissBanner")

    function wording(kind: string, params: var): string {
        switch (kind) {
        case "sms":
            return params.text.length > 120 ? params.text.slice(0, 119) + "…" : params.text;
        case "missed":
            //: %1: who called; empty when the number was withheld
            return params.name !== "" ? qsTr("Missed call: %1").arg(params.name) : qsTr("Missed call: number withheld");
        case "paired":
            return qsTr("Paired with %1.").arg(params.name);
        case "connected":
            return qsTr("Connected to %1.").arg(params.name);
        case "damaged":
            return qsTr("Some stored data could not be read. It was kept aside, and the phone starts without it.");
        case "storage":
            return params.code === "storage.full" ? qsTr("The disk is full. The last change could not be stored.") : qsTr("The last change could not be stored.");
        case "pairingFailed":
            switch (params.reason) {
            case "rejected":
                return qsTr("Not paired: the numbers were not confirmed.");
            case "timeout":
                return qsTr("Not paired: nobody confirmed in time. Start again on the car's display.");
            default:
                return qsTr("Not paired: the connection was lost. Start again on the car's display.");
            }
        default:
            return "";
        }
    }

    background: Rectangle {
        radius: 20
        color: banner.down ? Theme.pressed : Theme.surface
        border.width: 1
        border.color: Theme.border
    }
    contentItem: Item {
        Icon {
            id: sign
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            name: banner.bad ? "warning" : banner.sms ? "message" : banner.message.kind === "missed" ? "callIncoming" : "bluetooth"
            color: banner.bad ? Theme.bad : Theme.accent
            size: 24
        }
        Column {
            id: column
            anchors.left: sign.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            Label {
                width: parent.width
                visible: banner.sms
                font.pixelSize: 15
                font.weight: Font.DemiBold
                text: banner.sms ? banner.message.params.name : ""
            }
            Label {
                width: parent.width
                font.pixelSize: 15
                text: banner.text
            }
            QuietButton {
                objectName: "phone.shell.banner.copy"
                visible: banner.code !== ""
                icon.name: "copy"
                focusPolicy: Qt.NoFocus
                //: %1: a security code
                text: qsTr("Copy code %1").arg(banner.code)
                onClicked: banner.phone.send("copy", banner.code)
            }
        }
    }
}
