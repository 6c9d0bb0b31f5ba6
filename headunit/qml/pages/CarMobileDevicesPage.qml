pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench
import "../parts"

// The personal eSIM with its set-up (BMW-JP-CAR-11, -14), and the phones the car knows.
CarPage {
    id: page

    readonly property var esim: page.car.esim
    readonly property bool resting: esim.state === "notConnected" && esim.detail === "esim.other_profile"
    readonly property bool working: esim.state === "settingUp" || esim.state === "failed"
    readonly property var phones: page.car.bluetooth.devices.filter(device => device.paired)

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
        id: esimCard
        objectName: "car.mobileDevices.personalEsim"
        width: parent.width
        height: page.working ? 320 : 216
        focusPolicy: Qt.StrongFocus
        focus: true
        text: qsTr("Personal eSIM")
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.description: words.state(page.esim)
        onClicked: page.send("openPersonalEsim")
        background: Rectangle {
            radius: Theme.radius * 1.2
            color: esimCard.down ? Theme.pressed : Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            FocusRing {
                shown: esimCard.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            Rectangle {
                id: medal
                x: 32
                y: page.working ? 40 : 56
                width: 104
                height: 104
                radius: 52
                color: Theme.accentSoft
                Icon {
                    anchors.centerIn: parent
                    name: "sim"
                    size: 56
                    color: Theme.accent
                }
            }
            Column {
                x: 168
                width: parent.width - x - (retry.visible ? retry.width + 72 : 120)
                anchors.verticalCenter: medal.verticalCenter
                spacing: 6
                Label {
                    width: parent.width
                    text: esimCard.text
                }
                Row {
                    spacing: 10
                    Icon {
                        name: words.sign(page.esim)
                        size: 30
                        color: Theme.tone(words.tone(page.esim))
                        anchors.verticalCenter: parent.verticalCenter
                        visible: page.esim.state !== "settingUp" && page.esim.state !== "checking"
                    }
                    Spinner {
                        width: 30
                        anchors.verticalCenter: parent.verticalCenter
                        visible: page.esim.state === "settingUp" || page.esim.state === "checking"
                    }
                    Label {
                        step: "small"
                        tone: words.tone(page.esim)
                        text: words.state(page.esim)
                        wrapMode: Text.NoWrap
                    }
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    text: page.resting ? errors.what({
                        code: page.reason
                    }) : page.reason !== "" ? errors.sentence({
                        code: page.reason
                    }) : words.explanation(page.esim, page.car.brand.appName)
                }
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 32
                anchors.verticalCenter: medal.verticalCenter
                visible: page.esim.state !== "failed" && !page.resting
                name: "chevronRight"
                size: 36
                color: Theme.quiet
            }
            StationLine {
                visible: page.working
                x: 32
                y: 206
                width: parent.width - 64
                stations: words.stations
                station: page.esim.station
                value: page.esim.progress
                failed: page.esim.state === "failed"
                accessibleName: words.state(page.esim)
            }
        }
        PrimaryButton {
            id: retry
            objectName: "car.mobileDevices.retry"
            visible: page.esim.state === "failed" || page.resting
            anchors.right: parent.right
            anchors.rightMargin: 32
            y: 48
            text: page.resting ? qsTr("Use mine again") : page.esim.detail === "auth.expired" ? qsTr("Log in again") : qsTr("Try again")
            onClicked: page.send("retryEsim")
        }
    }
    Label {
        id: phonesTitle
        y: esimCard.height + 20
        visible: !page.working
        step: "small"
        tone: "quiet"
        text: qsTr("Phones")
    }
    ListView {
        id: list
        y: page.working ? esimCard.height + 24 : phonesTitle.y + phonesTitle.height + 10
        width: parent.width
        height: parent.height - y
        clip: true
        spacing: 12
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        model: page.phones
        delegate: ListRow {
            required property var modelData
            objectName: "car.mobileDevices.phone." + modelData.address
            width: page.column(6)
            icon.name: "phone"
            text: modelData.name
            detail: modelData.connected ? qsTr("Connected") : qsTr("Not in reach")
            detailTone: modelData.connected ? "good" : "quiet"
            chevron: false
            onClicked: page.send("openBluetooth")
        }
        footer: Item {
            width: connectRow.width + (page.phones.length > 0 ? 12 : 0)
            height: connectRow.height
            ListRow {
                id: connectRow
                objectName: "car.mobileDevices.bluetooth"
                x: page.phones.length > 0 ? 12 : 0
                width: page.column(6)
                icon.name: "bluetooth"
                text: qsTr("Connect a phone")
                detail: qsTr("By Bluetooth")
                onClicked: page.send("openBluetooth")
            }
        }
    }
}
