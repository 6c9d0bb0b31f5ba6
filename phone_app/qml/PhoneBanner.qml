import QtQuick
import QtQuick.Templates as T
import Bench

// A message of the system over whatever is in front; a touch wipes it away.
T.Button {
    id: banner

    property var phone
    readonly property var message: phone.banner
    readonly property bool shown: message.kind !== undefined
    readonly property bool bad: ["pairingFailed", "damaged", "storage"].includes(message.kind)

    objectName: "phone.shell.banner"
    visible: shown
    height: Math.max(64, words.implicitHeight + 28)
    text: shown ? wording(message.kind, message.params) : ""
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    onClicked: phone.send("dismissBanner")

    function wording(kind: string, params: var): string {
        switch (kind) {
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
            name: banner.bad ? "warning" : "bluetooth"
            color: banner.bad ? Theme.bad : Theme.accent
            size: 24
        }
        Label {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: 15
            text: banner.text
        }
    }
}
