pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The places one can always go to. The bar at the left marks the one that the present screen belongs to.
Item {
    id: rail

    required property var car
    readonly property var places: [
        {
            key: "home",
            event: "home",
            icon: "home",
            name: qsTr("Home"),
            screens: ["home"]
        },
        {
            key: "telephone",
            event: "openTelephone",
            icon: "phone",
            name: qsTr("Telephone"),
            screens: ["telephone"]
        },
        {
            key: "mobileDevices",
            event: "openMobileDevices",
            icon: "devices",
            name: qsTr("Mobile devices"),
            screens: ["mobileDevices", "bluetooth", "personalEsim"]
        },
        {
            key: "bmwId",
            event: "openBmwId",
            icon: "person",
            name: rail.car.brand.idName,
            screens: ["bmwId", "driver", "addMethod", "qr", "emailChoice", "credentials", "loggingIn", "loginFailed", "sync", "pinOffer", "pinEntry", "pinDone", "profileReady", "pinAsk"]
        },
        {
            key: "settings",
            event: "openSettings",
            icon: "settings",
            name: qsTr("Settings"),
            screens: ["settings"]
        }
    ]

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Main menu")

    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.line
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: 16
        Repeater {
            model: rail.places
            T.Button {
                id: place
                required property var modelData
                readonly property bool here: modelData.screens.includes(rail.car.screen)
                objectName: "car.rail." + modelData.key
                width: rail.width
                height: 104
                focusPolicy: Qt.StrongFocus
                text: modelData.name
                Accessible.role: Accessible.Button
                Accessible.name: text
                onClicked: rail.car.send(modelData.event, null)

                background: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        width: 88
                        height: 88
                        radius: Theme.radius
                        color: place.down ? Theme.pressed : place.here ? Theme.accentSoft : "transparent"
                        FocusRing {
                            shown: place.visualFocus
                            gap: 0
                        }
                    }
                    Rectangle {
                        visible: place.here
                        anchors.verticalCenter: parent.verticalCenter
                        width: 5
                        height: 48
                        radius: 2.5
                        color: Theme.accent
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: place.modelData.icon
                        color: place.here ? Theme.accent : Theme.quiet
                    }
                    Rectangle {
                        // Somebody called and nobody was there.
                        visible: place.modelData.key === "telephone" && rail.car.telephone.unseen > 0
                        x: parent.width / 2 + 18
                        y: parent.height / 2 - 34
                        width: 18
                        height: 18
                        radius: 9
                        color: Theme.bad
                    }
                }
            }
        }
    }
}
