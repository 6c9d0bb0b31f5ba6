import QtQuick
import Bench
import "../parts"

// The car's own settings: language, appearance, brightness, sounds, and back to how it was delivered.
CarPage {
    id: page

    readonly property var settings: page.car.settings

    name: "settings"
    title: qsTr("Settings")

    Grid {
        columns: 2
        columnSpacing: page.gutter
        rowSpacing: 28
        Column {
            width: page.column(6)
            spacing: 12
            Label {
                step: "small"
                tone: "quiet"
                text: qsTr("Language")
            }
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
        }
        Column {
            width: page.column(6)
            spacing: 12
            Label {
                step: "small"
                tone: "quiet"
                text: qsTr("Appearance")
            }
            Segmented {
                width: parent.width
                optionId: "car.settings.appearance"
                accessibleName: qsTr("Appearance")
                current: page.settings.appearance
                options: [
                    {
                        key: "auto",
                        text: qsTr("Automatic"),
                        icon: "auto"
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
        }
        Column {
            width: page.column(6)
            spacing: 12
            Label {
                step: "small"
                tone: "quiet"
                text: qsTr("Brightness")
            }
            Card {
                width: parent.width
                height: 96
                Icon {
                    x: 24
                    name: "brightness"
                    size: 40
                    color: Theme.quiet
                    anchors.verticalCenter: parent.verticalCenter
                }
                Slider {
                    objectName: "car.settings.brightness"
                    x: 84
                    width: parent.width - x - 24
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
        }
        Column {
            width: page.column(6)
            spacing: 12
            Label {
                step: "small"
                tone: "quiet"
                text: qsTr("Sound")
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
        }
    }
    Item {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 88
        QuietButton {
            id: code
            objectName: "car.settings.activationCode"
            icon.name: "sim"
            text: qsTr("Enter activation code")
            onClicked: page.send("openActivationCode")
        }
        QuietButton {
            anchors.left: code.right
            anchors.leftMargin: page.gutter
            objectName: "car.settings.reset"
            tone: "bad"
            icon.name: "reset"
            text: qsTr("Reset the car")
            onClicked: page.send("reset")
        }
        Label {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            step: "small"
            tone: "quiet"
            text: qsTr("Version %1").arg(page.settings.version)
            wrapMode: Text.NoWrap
        }
    }
}
