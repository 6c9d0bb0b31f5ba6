pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench
import "../../parts"

// The personal eSIM in large with its set-up on the rim (MINI-APP-S2-27), the phones the car knows below.
CarPage {
    id: page

    readonly property var esim: page.car.esim
    readonly property bool resting: esim.state === "notConnected" && esim.detail === "esim.other_profile"
    readonly property bool working: esim.state === "settingUp" && !words.waits(esim)
    readonly property var phones: page.car.bluetooth.devices.filter(device => device.paired)
    readonly property bool offersRetry: esim.state === "failed" || resting

    // The code of what went wrong, when there is one.
    readonly property string reason: (esim.state === "failed" || esim.state === "notConnected") && (esim.detail ?? "").includes(".") ? esim.detail : ""

    name: "mobileDevices"
    title: qsTr("Mobile devices")
    showsError: esim.state !== "failed"

    CarEsimText {
        id: words
    }
    CarErrorText {
        id: errors
    }
    T.Button {
        id: card
        objectName: "car.mobileDevices.personalEsim"
        y: 28
        width: parent.width
        height: page.offersRetry ? 372 : Math.max(300, inside.implicitHeight + 48)
        focusPolicy: Qt.StrongFocus
        focus: true
        text: qsTr("Personal eSIM")
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.description: words.state(page.esim)
        onClicked: page.send("openPersonalEsim")
        background: Rectangle {
            radius: 72
            color: card.down ? Theme.pressed : Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            FocusRing {
                shown: card.visualFocus
                gap: 0
                radius: 72
            }
        }
        contentItem: Item {
            Column {
                id: inside
                x: 40
                width: parent.width - 80
                anchors.verticalCenter: parent.verticalCenter
                spacing: 10
                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: 16
                    Icon {
                        name: "sim"
                        color: Theme.accent
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label {
                        text: card.text
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Icon {
                        name: "chevronRight"
                        size: 36
                        color: Theme.quiet
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
                Label {
                    width: parent.width
                    step: page.working ? "body" : "title"
                    tone: words.tone(page.esim)
                    horizontalAlignment: Text.AlignHCenter
                    text: words.state(page.esim)
                }
                Row {
                    visible: page.working
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: 14
                    Repeater {
                        model: words.stations.length
                        Rectangle {
                            required property int index
                            width: index === page.esim.station ? 64 : 24
                            height: 24
                            radius: 12
                            color: index <= page.esim.station ? Theme.accent : Theme.track
                        }
                    }
                }
                Label {
                    width: parent.width
                    visible: page.working
                    horizontalAlignment: Text.AlignHCenter
                    text: (words.stations[page.esim.station] ?? "") + " · " + Math.round(page.esim.progress * 100) + " %"
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    horizontalAlignment: Text.AlignHCenter
                    text: page.reason !== "" ? errors.sentence({
                        code: page.reason
                    }) : words.explanation(page.esim, page.car.brand.appName)
                }
                Item {
                    visible: page.offersRetry
                    width: 1
                    height: 100
                }
            }
        }
        PrimaryButton {
            objectName: "car.mobileDevices.retry"
            visible: page.offersRetry
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 24
            width: 420
            text: page.resting ? qsTr("Use mine again") : page.esim.detail === "auth.expired" ? qsTr("Log in again") : qsTr("Try again")
            onClicked: page.send("retryEsim")
        }
    }
    Wheel {
        id: list
        y: card.y + card.height + 20
        curve: 0
        width: parent.width
        room: parent.height - y - 16
        height: room
        clip: true
        model: page.phones
        delegate: Item {
            id: entry
            required property var modelData
            width: list.width
            height: row.height
            scale: list.swell(y, height)
            ListRow {
                id: row
                objectName: "car.mobileDevices.phone." + entry.modelData.address
                width: parent.width
                icon.name: "phone"
                text: entry.modelData.name
                detail: entry.modelData.connected ? qsTr("Connected") : qsTr("Not in reach")
                detailTone: entry.modelData.connected ? "good" : "quiet"
                chevron: false
                onClicked: page.send("openBluetooth")
            }
        }
        footer: Item {
            width: list.width
            height: connectRow.height + (page.phones.length > 0 ? 12 : 0)
            ListRow {
                id: connectRow
                objectName: "car.mobileDevices.bluetooth"
                anchors.bottom: parent.bottom
                width: parent.width
                icon.name: "bluetooth"
                text: qsTr("Connect a phone")
                detail: qsTr("By Bluetooth")
                onClicked: page.send("openBluetooth")
            }
        }
    }
}
