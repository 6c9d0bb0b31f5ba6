import QtQuick
import Bench
import "../../parts"

// The car's own settings: language, appearance, brightness, sounds, and back to how it was delivered.
CarPage {
    id: page

    readonly property var settings: page.car.settings

    name: "settings"
    title: qsTr("Settings")

    Column {
        width: parent.width
        y: 0
        spacing: 10
        Segmented {
            width: parent.width
            optionId: "car.settings.language"
            accessibleName: qsTr("Language")
            current: page.settings.language
            // Each language is written in itself, so that everybody finds their own.
            options: [
                {
                    key: "ja",
                    text: "日本語"
                },
                {
                    key: "en",
                    text: "English"
                }
            ]
            onChosen: key => page.send("setLanguage", key)
        }
        Segmented {
            width: parent.width
            optionId: "car.settings.appearance"
            accessibleName: qsTr("Appearance")
            current: page.settings.appearance
            options: [
                {
                    key: "auto",
                    text: qsTr("Auto")
                },
                {
                    key: "day",
                    text: qsTr("Day"),
                    icon: "sun"
                },
                {
                    key: "night",
                    text: qsTr("Night"),
                    icon: "moon"
                }
            ]
            onChosen: key => page.send("setAppearance", key)
        }
        Card {
            width: parent.width
            height: 92
            Icon {
                x: 32
                name: "brightness"
                color: Theme.quiet
                anchors.verticalCenter: parent.verticalCenter
            }
            Slider {
                objectName: "car.settings.brightness"
                x: 104
                width: parent.width - x - 32
                anchors.verticalCenter: parent.verticalCenter
                accessibleName: qsTr("Brightness")
                from: 10
                to: 100
                stepSize: 5
                snapMode: Slider.SnapAlways
                value: page.settings.brightness
                onMoved: page.send("setBrightness", Math.round(value))
            }
        }
        SwitchRow {
            objectName: "car.settings.sounds"
            width: parent.width
            text: qsTr("Sounds for touches, messages and calls")
            checked: page.settings.sounds
            onClicked: {
                page.send("setSounds", checked);
                checked = Qt.binding(() => page.settings.sounds);
            }
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 6
            QuietButton {
                objectName: "car.settings.activationCode"
                anchors.horizontalCenter: parent.horizontalCenter
                width: 620
                icon.name: "sim"
                text: qsTr("Enter activation code")
                onClicked: page.send("openActivationCode")
            }
            QuietButton {
                objectName: "car.settings.reset"
                anchors.horizontalCenter: parent.horizontalCenter
                width: 620
                tone: "bad"
                icon.name: "reset"
                text: qsTr("Reset the car")
                onClicked: page.send("reset")
            }
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Version %1").arg(page.settings.version)
        }
    }
}
