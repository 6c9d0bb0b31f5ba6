pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench
import "../../parts"

// The menu: a ring of six (MINI-APP-S1-06, MINI-APP-S2-27), the driver in the middle, and the next task lit.
FocusScope {
    id: page

    required property var car
    readonly property bool guest: car.activeDriver.key === "guest"
    readonly property bool trouble: (car.error.code ?? "") !== "" && car.overlay === ""
    // What the guide wants next: sign in, then Mobile devices.
    readonly property string next: guest ? "bmwId" : words.waits(car.esim) ? "mobileDevices" : ""
    readonly property var places: [
        {
            key: "bmwId",
            event: "openBmwId",
            icon: "person",
            name: page.car.brand.idName
        },
        {
            key: "mobileDevices",
            event: "openMobileDevices",
            icon: "devices",
            name: qsTr("Mobile devices")
        },
        {
            key: "telephone",
            event: "openTelephone",
            icon: "phone",
            name: page.car.telephone.unseen > 0 ? qsTr("%1 missed").arg(page.car.telephone.unseen) : qsTr("Telephone")
        },
        {
            key: "settings",
            event: "openSettings",
            icon: "settings",
            name: qsTr("Settings")
        },
        {
            key: "light",
            event: "setAppearance",
            value: page.car.settings.night ? "day" : "night",
            icon: page.car.settings.night ? "sun" : "moon",
            name: page.car.settings.night ? qsTr("Day") : qsTr("Night")
        },
        {
            key: "bluetooth",
            event: "openBluetooth",
            icon: "bluetooth",
            name: qsTr("Bluetooth")
        }
    ]

    // The ring opens like a hand when one comes home.
    property real reach: 334

    focus: true

    Component.onCompleted: if (Theme.motion > 0)
        opening.start()

    NumberAnimation {
        id: opening
        target: page
        property: "reach"
        from: 270
        to: 334
        duration: Theme.normal
        easing.type: Easing.OutBack
    }
    CarEsimText {
        id: words
    }
    CarErrorText {
        id: errors
    }
    Repeater {
        model: page.places.length
        T.Button {
            id: place
            required property int index
            readonly property var entry: page.places[index]
            readonly property real angle: (index - 0.5) * Math.PI / 3
            readonly property bool lit: page.next === entry.key
            readonly property bool working: entry.key === "mobileDevices" && page.car.esim.state === "settingUp" && !words.waits(page.car.esim)
            objectName: "car.home." + entry.key
            // A message takes the place of the two at the bottom for as long as it is shown.
            visible: !page.trouble || index < 3 || index === 5
            x: 540 + Math.sin(angle) * page.reach - width / 2
            y: 540 - Math.cos(angle) * page.reach - height / 2
            width: 264
            height: 264
            focus: index === 0
            focusPolicy: Qt.StrongFocus
            scale: down ? 0.95 : 1
            text: entry.name
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: page.car.send(entry.event, entry.value ?? null)
            Behavior on scale {
                NumberAnimation {
                    duration: Theme.quick
                    easing.type: Easing.OutBack
                }
            }
            background: Rectangle {
                radius: width / 2
                color: place.lit ? (place.down ? Theme.accent : Theme.fill) : place.down ? Theme.pressed : Theme.surface
                border.width: Theme.hairline
                border.color: Theme.line
                FocusRing {
                    shown: place.visualFocus
                    radius: width / 2
                }
                ProgressRing {
                    anchors.fill: parent
                    visible: place.working
                    thickness: 8
                    value: page.car.esim.progress
                    accessibleName: words.brief(page.car.esim)
                }
            }
            contentItem: Item {
                Column {
                    anchors.centerIn: parent
                    width: 208
                    spacing: 10
                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        name: place.entry.icon
                        size: 72
                        color: place.lit ? Theme.fillText : Theme.accent
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        font.weight: Font.Bold
                        color: place.lit ? Theme.fillText : Theme.text
                        horizontalAlignment: Text.AlignHCenter
                        text: place.text
                    }
                }
            }
        }
    }
    Column {
        anchors.centerIn: parent
        width: 330
        spacing: 10
        Monogram {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 104
            initial: page.guest ? "" : page.car.status.initial
            active: !page.guest
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.weight: Font.Bold
            text: page.guest ? qsTr("Guest") : page.car.activeDriver.name
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Label {
            width: parent.width
            step: "small"
            tone: page.guest ? "quiet" : words.tone(page.car.esim)
            horizontalAlignment: Text.AlignHCenter
            text: page.guest ? qsTr("Not signed in") : words.brief(page.car.esim)
        }
        Label {
            visible: page.car.status.demo === true
            width: parent.width
            step: "small"
            tone: "quiet"
            font.letterSpacing: 4
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("DEMO")
        }
    }
    Loader {
        active: page.trouble
        anchors.horizontalCenter: parent.horizontalCenter
        y: 800 - height / 2
        width: 700
        sourceComponent: Notice {
            kind: errors.kind(page.car.error)
            text: errors.sentence(page.car.error)
            actionText: qsTr("OK")
            actionId: "car.home.dismissError"
            onAction: page.car.send("dismiss", null)
        }
    }
}
