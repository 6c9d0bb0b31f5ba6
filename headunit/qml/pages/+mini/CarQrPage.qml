pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// The QR code in the middle of the circle (MINI-APP-S1-07, -08); the rim is the time that is left.
CarPage {
    id: page

    readonly property var qr: page.car.qr
    readonly property bool showing: qr.state === "showing"
    readonly property bool over: qr.state === "expired" || qr.state === "denied" || qr.state === "failed"

    name: "qr"
    title: qsTr("Sign in with %1").arg(page.car.brand.idName)
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.showing ? 4 : 40
        width: page.showing ? 468 : 620
        height: page.showing ? 468 : 420
        radius: 56
        color: page.showing ? Theme.paper : "transparent"
        Image {
            anchors.fill: parent
            anchors.margins: 20
            visible: page.showing
            source: page.showing && page.qr.link ? "image://qr/" + encodeURIComponent(page.qr.link) : ""
            sourceSize: Qt.size(Math.round(428 * Theme.pixelScale), Math.round(428 * Theme.pixelScale))
            fillMode: Image.PreserveAspectFit
            smooth: false
            cache: false
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code to log in")
        }
        Column {
            visible: !page.showing
            anchors.centerIn: parent
            width: parent.width
            spacing: 24
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 168
                height: 168
                radius: 84
                color: Theme.surface
                border.width: 4
                border.color: page.over && page.qr.state !== "expired" ? Theme.bad : Theme.border
                Icon {
                    anchors.centerIn: parent
                    name: page.qr.state === "expired" ? "clock" : page.over ? "warning" : "qr"
                    size: 84
                    color: page.over && page.qr.state !== "expired" ? Theme.bad : Theme.quiet
                }
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: {
                    switch (page.qr.state) {
                    case "expired":
                        return qsTr("This code has expired.");
                    case "denied":
                        return qsTr("The login was refused on the phone.");
                    case "failed":
                        return words.what(page.car.error);
                    default:
                        return qsTr("Getting a code…");
                    }
                }
            }
            Label {
                width: parent.width
                visible: text !== ""
                step: "small"
                tone: "quiet"
                horizontalAlignment: Text.AlignHCenter
                text: {
                    switch (page.qr.state) {
                    case "expired":
                        return qsTr("For safety each code lives for %1 minutes only.").arg(Math.round((page.qr.lifetime ?? 600) / 60));
                    case "denied":
                        return qsTr("Get a new code if that was not what you wanted.");
                    case "failed":
                        return words.advice(page.car.error);
                    default:
                        return qsTr("This takes a few seconds.");
                    }
                }
            }
        }
    }
    Column {
        visible: page.showing
        y: 488
        width: parent.width
        spacing: 8
        Label {
            width: parent.width
            step: "small"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1 App: “Scan QR code (%2)”, then “Start scan”.").arg(page.car.brand.appName).arg(page.car.brand.idName)
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 28
            Label {
                step: "title"
                text: page.qr.userCode ?? ""
                wrapMode: Text.NoWrap
                font.letterSpacing: 2
                font.weight: Font.Bold
                anchors.verticalCenter: parent.verticalCenter
            }
            Row {
                spacing: 8
                anchors.verticalCenter: parent.verticalCenter
                Icon {
                    name: "clock"
                    size: 32
                    color: Theme.tone(page.qr.secondsLeft < 60 ? "warn" : "quiet")
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    step: "small"
                    tone: page.qr.secondsLeft < 60 ? "warn" : "quiet"
                    text: Math.floor(page.qr.secondsLeft / 60) + ":" + String(Math.floor(page.qr.secondsLeft % 60)).padStart(2, "0")
                    wrapMode: Text.NoWrap
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Without a camera, type this code on the phone.")
        }
    }
    PrimaryButton {
        objectName: "car.qr.renew"
        visible: page.over
        anchors.horizontalCenter: parent.horizontalCenter
        y: 500
        width: 600
        text: qsTr("Get a new code")
        onClicked: page.send("renewQr")
    }
}
