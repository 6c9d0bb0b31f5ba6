pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Bluetooth: on, visible, and the cars paired with this phone (BMW-JP-CAR-13).
PhonePage {
    id: page

    readonly property var choices: phone.settings
    readonly property var paired: phone.bluetooth.paired

    backId: "phone.settings.bluetooth.back"
    title: qsTr("Bluetooth")

    PhoneGroup {
        //: %1: the phone's name
        remark: !page.choices.bluetooth ? "" : page.choices.visible ? qsTr("Cars find this phone as “%1”. Start pairing on the car's display.").arg(page.phone.preferences.name) : qsTr("Only cars that are already paired can connect.")
        SwitchRow {
            objectName: "phone.settings.bluetooth.on"
            width: parent.width
            flat: true
            text: qsTr("Bluetooth")
            checked: page.choices.bluetooth
            onClicked: {
                page.phone.send("setBluetooth", checked);
                checked = Qt.binding(() => page.choices.bluetooth);
            }
        }
        SwitchRow {
            objectName: "phone.settings.bluetooth.visible"
            width: parent.width
            flat: true
            visible: page.choices.bluetooth
            text: qsTr("Visible to other devices")
            checked: page.choices.visible
            onClicked: {
                page.phone.send("setVisible", checked);
                checked = Qt.binding(() => page.choices.visible);
            }
        }
    }
    PhoneGroup {
        visible: page.choices.bluetooth && page.paired.length > 0
        heading: qsTr("Paired devices")
        Repeater {
            model: page.paired
            ListRow {
                required property var modelData
                objectName: "phone.settings.bluetooth.device." + modelData.key
                width: parent.width
                flat: true
                icon.name: "car"
                text: modelData.name
                detail: modelData.connected ? qsTr("Connected") : qsTr("Not connected")
                detailTone: modelData.connected ? "good" : "quiet"
                onClicked: page.phone.send("openDevice", modelData.address)
            }
        }
    }
    Label {
        width: parent.width
        visible: page.choices.bluetooth && page.paired.length === 0
        horizontalAlignment: Text.AlignHCenter
        topPadding: 24
        tone: "quiet"
        text: qsTr("No device is paired yet.")
    }
}
