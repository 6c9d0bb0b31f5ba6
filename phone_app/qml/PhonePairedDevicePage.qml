import QtQuick
import Bench

// One paired car: may it read the contacts, and forgetting it.
PhonePage {
    id: page

    readonly property var device: phone.bluetooth.paired.find(one => one.address === phone.settings.device) ?? ({})

    backId: "phone.settings.device.back"
    title: device.name ?? ""
    lead: device.connected === true ? qsTr("Connected") : qsTr("Not connected")

    PhoneGroup {
        remark: qsTr("The car shows the contacts and needs them for telephone functions.")
        SwitchRow {
            objectName: "phone.settings.device.contacts"
            width: parent.width
            flat: true
            text: qsTr("May read my contacts")
            checked: page.device.contacts === true
            onClicked: {
                page.phone.send("setReader", checked);
                checked = Qt.binding(() => page.device.contacts === true);
            }
        }
    }
    PhoneGroup {
        ListRow {
            objectName: "phone.settings.device.forget"
            width: parent.width
            flat: true
            chevron: false
            icon.name: "trash"
            iconTone: "bad"
            text: qsTr("Forget this car")
            detail: qsTr("To connect again you pair it anew.")
            onClicked: page.phone.send("forgetDevice")
        }
    }
}
