import QtQuick
import Bench

// The phone's settings.
PhonePage {
    id: page

    readonly property var choices: phone.settings

    title: qsTr("Settings")

    PhoneGroup {
        heading: qsTr("Connections")
        SwitchRow {
            objectName: "phone.settings.list.airplane"
            width: parent.width
            flat: true
            text: qsTr("Airplane mode")
            detail: checked ? qsTr("No calls and messages") : qsTr("Off")
            checked: page.choices.airplane
            onClicked: {
                page.phone.send("setAirplane", checked);
                checked = Qt.binding(() => page.choices.airplane);
            }
        }
        SwitchRow {
            objectName: "phone.settings.list.wifi"
            width: parent.width
            flat: true
            text: qsTr("Wi-Fi")
            detail: checked ? qsTr("Connected") : qsTr("Off")
            checked: page.choices.wifi
            onClicked: {
                page.phone.send("setWifi", checked);
                checked = Qt.binding(() => page.choices.wifi);
            }
        }
        SwitchRow {
            objectName: "phone.settings.list.cellular"
            width: parent.width
            flat: true
            text: qsTr("Mobile data")
            detail: !checked || page.choices.airplane ? qsTr("Off") : !page.phone.status.inNetwork ? qsTr("No service") : page.choices.wifi ? qsTr("Used when Wi-Fi is off") : page.phone.status.technology
            checked: page.choices.cellular
            onClicked: {
                page.phone.send("setCellular", checked);
                checked = Qt.binding(() => page.choices.cellular);
            }
        }
        SwitchRow {
            objectName: "phone.settings.list.nfc"
            width: parent.width
            flat: true
            text: qsTr("NFC")
            detail: checked ? qsTr("Cards can be read") : qsTr("Off")
            checked: page.choices.nfc
            onClicked: {
                page.phone.send("setNfc", checked);
                checked = Qt.binding(() => page.choices.nfc);
            }
        }
        ListRow {
            objectName: "phone.settings.list.bluetooth"
            width: parent.width
            flat: true
            text: qsTr("Bluetooth")
            status: page.choices.bluetooth ? qsTr("On") : qsTr("Off")
            onClicked: page.phone.send("open", "bluetooth")
        }
    }
    PhoneGroup {
        heading: qsTr("Phone number")
        ListRow {
            objectName: "phone.settings.list.oneNumber"
            width: parent.width
            flat: true
            text: qsTr("One Number settings")
            detail: page.choices.oneNumber.number
            onClicked: page.phone.send("open", "oneNumber")
        }
    }
    PhoneGroup {
        heading: qsTr("Phone")
        ListRow {
            objectName: "phone.settings.list.phoneName"
            width: parent.width
            flat: true
            text: qsTr("Phone name")
            detail: page.phone.preferences.name
            onClicked: page.phone.send("open", "phoneName")
        }
        ListRow {
            objectName: "phone.settings.list.language"
            width: parent.width
            flat: true
            text: qsTr("Language")
            status: page.choices.language === "ja" ? "日本語" : "English"
            onClicked: page.phone.send("open", "language")
        }
        SwitchRow {
            objectName: "phone.settings.list.sounds"
            width: parent.width
            flat: true
            text: qsTr("Sounds of apps")
            detail: checked ? qsTr("On") : qsTr("Off")
            checked: page.choices.sounds
            onClicked: {
                page.phone.send("setSounds", checked);
                checked = Qt.binding(() => page.choices.sounds);
            }
        }
    }
    PhoneGroup {
        heading: qsTr("Reading a My Number card")
        remark: qsTr("Phones differ in what they ask for first.")
        Item {
            width: parent.width
            height: order.height + 16
            Segmented {
                id: order
                x: 12
                y: 8
                width: parent.width - 24
                accessibleName: qsTr("Reading a My Number card")
                optionId: "phone.settings.list.cardOrder"
                options: [
                    {
                        key: "password",
                        text: qsTr("Password first")
                    },
                    {
                        key: "card",
                        text: qsTr("Card first")
                    }
                ]
                current: page.choices.cardFirst ? "card" : "password"
                onChosen: key => page.phone.send("setCardFirst", key)
            }
        }
    }
    PhoneGroup {
        heading: qsTr("Appearance")
        Item {
            width: parent.width
            height: look.height + 16
            Segmented {
                id: look
                x: 12
                y: 8
                width: parent.width - 24
                accessibleName: qsTr("Appearance")
                optionId: "phone.settings.list.appearance"
                options: [
                    {
                        key: "day",
                        text: qsTr("Light"),
                        icon: "sun"
                    },
                    {
                        key: "night",
                        text: qsTr("Dark"),
                        icon: "moon"
                    }
                ]
                current: page.choices.appearance
                onChosen: key => page.phone.send("setAppearance", key)
            }
        }
    }
}
