import QtQuick
import Bench

// The One Number settings: which device surely receives messages (ONE-SMS-08, -09). The network's words are shown as they are.
PhonePage {
    id: page

    readonly property var one: phone.settings.oneNumber

    backId: "phone.settings.oneNumber.back"
    title: qsTr("One Number settings")
    //: %1: the phone number
    lead: qsTr("Devices that share %1 receive messages together. A message waits for the preferred device.").arg(one.number)

    PhoneGroup {
        heading: qsTr("SMS receive priority")
        remark: qsTr("Each device can be preferred from that device only. Cars and Apple Watch cannot be preferred.")
        Item {
            width: parent.width
            height: answer.height + 24
            Row {
                id: answer
                x: 16
                y: 12
                width: parent.width - 32
                spacing: 12
                Spinner {
                    visible: page.one.state === "asking"
                    width: 24
                    height: 24
                    anchors.verticalCenter: parent.verticalCenter
                }
                Icon {
                    visible: page.one.state !== "asking"
                    name: page.one.state === "failed" ? "warning" : "message"
                    size: 24
                    color: page.one.state === "failed" ? Theme.warn : Theme.accent
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    objectName: "phone.settings.oneNumber.priority"
                    width: parent.width - 36
                    anchors.verticalCenter: parent.verticalCenter
                    text: page.one.state === "asking" ? qsTr("Asking the network…") : page.one.state === "failed" ? (page.one.text === "radio.airplane" ? qsTr("Airplane mode is on. Switch it off, then try again.") : qsTr("The phone is not in the network. Try again when it has reception.")) : page.one.text
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
        }
    }
    PhoneGroup {
        heading: qsTr("Service codes")
        remark: qsTr("Dial them on the device that you want to prefer. *#103# asks which one it is.")
        ListRow {
            objectName: "phone.settings.oneNumber.code.phone"
            width: parent.width
            flat: true
            chevron: false
            text: qsTr("103*7*0# (smartphone first)")
            onClicked: page.phone.send("dial", "103*7*0#")
        }
        ListRow {
            objectName: "phone.settings.oneNumber.code.accessory"
            width: parent.width
            flat: true
            chevron: false
            text: qsTr("103*7*1# (accessory first)")
            onClicked: page.phone.send("dial", "103*7*1#")
        }
    }
    PrimaryButton {
        objectName: "phone.settings.oneNumber.prefer"
        width: parent.width
        enabled: page.one.state !== "asking"
        text: qsTr("Prefer this phone")
        onClicked: page.phone.send("preferPhone")
    }
    QuietButton {
        objectName: "phone.settings.oneNumber.refresh"
        width: parent.width
        enabled: page.one.state !== "asking"
        icon.name: "refresh"
        text: qsTr("Ask again")
        onClicked: page.phone.send("askPriority")
    }
}
