pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// Home: the two set-up tasks of the guide first (BMW-JP-CAR-01, -10), the rest quieter below.
FocusScope {
    id: page

    required property var car
    readonly property var driver: car.activeDriver
    readonly property int missed: car.telephone.unseen
    readonly property real gap: 24
    readonly property real room: width - 144
    readonly property bool trouble: (car.error.code ?? "") !== "" && car.overlay === ""
    readonly property real lowRow: height - 372 - 40 - (trouble ? 112 : 0)

    focus: true

    CarEsimText {
        id: words
    }
    CarErrorText {
        id: errors
    }
    Row {
        x: 72
        y: 32
        spacing: page.gap
        CardButton {
            objectName: "car.home.bmwId"
            width: (page.room - page.gap) / 2
            height: 316
            focus: true
            icon.name: "person"
            text: page.car.brand.idName
            detail: page.driver.key === "guest" ? qsTr("Not signed in") : page.driver.name
            detailIcon: page.driver.key === "guest" ? "" : "checkCircle"
            detailTone: page.driver.key === "guest" ? "quiet" : "good"
            onClicked: page.car.send("openBmwId", null)
        }
        CardButton {
            objectName: "car.home.mobileDevices"
            width: (page.room - page.gap) / 2
            height: 316
            icon.name: "devices"
            text: qsTr("Mobile devices")
            detail: words.brief(page.car.esim)
            detailTone: words.tone(page.car.esim)
            detailIcon: page.car.esim.state === "signedOut" ? "" : words.sign(page.car.esim)
            progress: page.car.esim.state === "settingUp" && !words.waits(page.car.esim) ? page.car.esim.progress : -1
            onClicked: page.car.send("openMobileDevices", null)
        }
    }
    Row {
        x: 72
        y: 32 + 316 + page.gap
        spacing: page.gap
        CardButton {
            objectName: "car.home.telephone"
            width: (page.room - 2 * page.gap) / 3
            height: page.lowRow
            big: false
            icon.name: "phone"
            text: qsTr("Telephone")
            detail: page.missed > 0 ? qsTr("Missed calls: %1").arg(page.missed) : page.car.esim.parentPhone ? page.car.esim.parentPhone : qsTr("No phone connected")
            detailIcon: page.missed > 0 ? "callMissed" : ""
            detailTone: page.missed > 0 ? "bad" : "quiet"
            onClicked: page.car.send("openTelephone", null)
        }
        CardButton {
            objectName: "car.home.settings"
            width: (page.room - 2 * page.gap) / 3
            height: page.lowRow
            big: false
            icon.name: "settings"
            text: qsTr("Settings")
            detail: qsTr("Language, display, sounds")
            onClicked: page.car.send("openSettings", null)
        }
        Item {
            width: (page.room - 2 * page.gap) / 3
            height: page.lowRow
            Column {
                x: 33
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x
                spacing: 20
                CarFact {
                    width: parent.width
                    iconName: page.car.status.cloudOnline ? "cloud" : "cloudOff"
                    label: qsTr("Service")
                    value: page.car.status.cloudOnline ? qsTr("Online") : qsTr("Offline")
                    tone: page.car.status.cloudOnline ? "text" : "warn"
                }
                CarFact {
                    width: parent.width
                    iconName: "modem"
                    label: qsTr("Modem")
                    value: page.car.status.modemPresent ? qsTr("Ready") : qsTr("Not found")
                    tone: page.car.status.modemPresent ? "text" : "warn"
                }
            }
        }
    }
    Loader {
        active: page.trouble
        x: 72
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40
        width: page.room
        sourceComponent: Notice {
            kind: "warn"
            text: errors.sentence(page.car.error)
            actionText: qsTr("OK")
            actionId: "car.home.dismissError"
            onAction: page.car.send("dismiss", null)
        }
    }
}
