pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// The QR code to scan with the app (BMW-JP-CAR-03a), its code in letters (RFC 8628 §3.3.1) and the time that is left.
CarPage {
    id: page

    readonly property var qr: page.car.qr
    readonly property bool showing: qr.state === "showing"
    readonly property bool over: qr.state === "expired" || qr.state === "denied" || qr.state === "failed"

    name: "qr"
    title: qsTr("Log in with %1 App").arg(page.car.brand.appName)
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    Column {
        width: page.column(7)
        spacing: 22
        Repeater {
            model: [qsTr("Open the %1 App on your phone.").arg(page.car.brand.appName), qsTr("In the Profile Tab, open the settings at the top right."), qsTr("Choose “Scan QR code (%1)” and point the camera at this code.").arg(page.car.brand.idName)]
            Item {
                id: line
                required property int index
                required property string modelData
                width: page.column(7)
                height: Math.max(60, sentence.implicitHeight)
                Rectangle {
                    width: 56
                    height: 56
                    radius: 28
                    color: "transparent"
                    border.width: Theme.hairline * 1.5
                    border.color: Theme.border
                    Label {
                        anchors.centerIn: parent
                        step: "small"
                        text: String(line.index + 1)
                    }
                }
                Label {
                    id: sentence
                    x: 84
                    y: Math.max(0, (56 - implicitHeight) / 2)
                    width: parent.width - x
                    text: line.modelData
                }
            }
        }
        Label {
            x: 84
            width: parent.width - x
            step: "small"
            tone: "quiet"
            text: qsTr("The phone shows the same code. Compare it before you approve.")
        }
    }
    Item {
        id: side
        anchors.right: parent.right
        width: 420
        y: -112
        height: 580

        Rectangle {
            width: 420
            height: 420
            radius: Theme.radius
            color: page.showing ? Theme.paper : Theme.surface
            border.width: page.showing ? 0 : Theme.hairline
            border.color: Theme.line
            Image {
                anchors.fill: parent
                anchors.margins: 10
                visible: page.showing
                source: page.showing && page.qr.link ? "image://qr/" + encodeURIComponent(page.qr.link) : ""
                sourceSize: Qt.size(Math.round(400 * Theme.pixelScale), Math.round(400 * Theme.pixelScale))
                fillMode: Image.PreserveAspectFit
                smooth: false
                cache: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code to log in")
            }
            Column {
                visible: !page.showing
                anchors.centerIn: parent
                width: parent.width - 48
                spacing: 20
                Spinner {
                    visible: page.qr.state === "loading"
                    width: 72
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Icon {
                    visible: page.over
                    name: !page.over ? "" : page.qr.state === "expired" ? "clock" : "warning"
                    size: 64
                    color: page.qr.state === "expired" ? Theme.quiet : Theme.warn
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Label {
                    width: parent.width
                    step: "small"
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
        Item {
            visible: page.showing
            y: 444
            width: parent.width
            height: 112
            ProgressRing {
                width: 112
                height: 112
                thickness: 6
                value: page.qr.secondsLeft / Math.max(1, page.qr.lifetime)
                tone: page.qr.secondsLeft < 60 ? "warn" : "accent"
                accessibleName: qsTr("Time left")
                Label {
                    anchors.centerIn: parent
                    step: "small"
                    text: Math.floor(page.qr.secondsLeft / 60) + ":" + String(Math.floor(page.qr.secondsLeft % 60)).padStart(2, "0")
                    wrapMode: Text.NoWrap
                }
            }
            Column {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 136
                Label {
                    step: "small"
                    tone: "quiet"
                    text: qsTr("Code")
                    width: parent.width
                }
                Label {
                    width: parent.width
                    step: "title"
                    text: page.qr.userCode ?? ""
                    wrapMode: Text.NoWrap
                    font.letterSpacing: 2
                }
            }
        }
        PrimaryButton {
            objectName: "car.qr.renew"
            visible: page.over
            y: 452
            width: parent.width
            height: 96
            text: qsTr("Get a new code")
            onClicked: page.send("renewQr")
        }
    }
}
