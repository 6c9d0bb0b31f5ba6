pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The call that is being set up, talked in, or just over with its reason.
FocusScope {
    id: page

    property var phone
    // The page keeps what it showed while it leaves.
    property var call: phone.dialer.call ?? ({})
    readonly property var behind: phone.dialer.behind ?? ({})
    readonly property bool two: behind.state !== undefined
    readonly property bool talking: call.state === "connected" || call.state === "held"
    readonly property bool pad: phone.dialer.pad === true
    readonly property bool over: call.state === "ended"
    onEnabledChanged: {
        // A question over the page takes its touches away for a while; a call that rings is one. A page that is made
        // meanwhile has no call yet.
        if (enabled)
            call = Qt.binding(() => page.phone.dialer.call ?? ({}));
        else if (call !== undefined)
            call = call;
    }

    function clock(seconds: int): string {
        const rest = seconds % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
    }
    function reason(cause: string): string {
        switch (cause) {
        case "busy":
        case "group_busy":
            return qsTr("The line is busy");
        case "no_answer":
            return qsTr("Nobody answered");
        case "declined":
            return qsTr("The call was declined");
        case "unreachable":
            return qsTr("Cannot be reached just now");
        case "unknown_number":
            return qsTr("This number is not in use. Check it and call again.");
        case "not_allowed":
            return qsTr("This line may not make this call");
        case "coverage":
            return qsTr("The connection was lost");
        case "emergency":
            return qsTr("Ended by an emergency call of your number");
        case "answered_elsewhere":
            return qsTr("Answered on another device");
        case "no_network":
            return qsTr("The phone is not in the network. Try again when it has reception.");
        case "airplane":
            return qsTr("Airplane mode is on. Switch it off, then call again.");
        case "failed":
            return qsTr("The call could not be made. Try again.");
        default:
            return qsTr("Call ended");
        }
    }

    component Act: T.Button {
        id: act
        property bool on: false
        width: 88
        height: 96
        opacity: enabled ? 1 : 0.4
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: on
        background: Item {
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 64
                height: 64
                radius: 32
                color: act.down ? Theme.pressed : act.on ? Theme.fill : Theme.surface
                border.width: act.on ? 0 : 1
                border.color: Theme.line
                Icon {
                    anchors.centerIn: parent
                    name: act.icon.name
                    size: 28
                    color: act.on ? Theme.fillText : Theme.text
                }
                FocusRing {
                    shown: act.visualFocus
                }
            }
        }
        contentItem: Item {
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 70
                width: parent.width + 8
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: 13
                lineHeight: 1.0
                maximumLineCount: 2
                text: act.text
            }
        }
    }
    component Tone: T.Button {
        id: toneKey
        width: 84
        height: 60
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        background: Rectangle {
            radius: 30
            color: toneKey.down ? Theme.pressed : Theme.surface
            border.width: 1
            border.color: Theme.line
            FocusRing {
                shown: toneKey.visualFocus
                gap: 0
            }
        }
        contentItem: Label {
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: 26
            lineHeight: 1.0
            text: toneKey.text
        }
    }

    // The call that is held while another one is talked in.
    Rectangle {
        id: held
        visible: page.two
        x: 24
        y: 12
        width: parent.width - 48
        height: 60
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
        Icon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            name: "pause"
            size: 24
            color: Theme.quiet
        }
        Column {
            x: 52
            width: parent.width - 68
            anchors.verticalCenter: parent.verticalCenter
            Label {
                objectName: "phone.dialer.call.held"
                width: parent.width
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                font.weight: Font.DemiBold
                text: (page.behind.name ?? "") !== "" ? page.behind.name : qsTr("Number withheld")
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            Label {
                step: "small"
                tone: "quiet"
                text: qsTr("On hold")
            }
        }
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.two ? 96 : page.pad ? 28 : 72
        width: parent.width - 48
        spacing: 10
        Rectangle {
            visible: !page.pad
            anchors.horizontalCenter: parent.horizontalCenter
            width: 104
            height: 104
            radius: 52
            color: page.over ? Theme.surfaceHigh : Theme.accentSoft
            Icon {
                anchors.centerIn: parent
                name: page.over ? "callEnd" : "phone"
                size: 48
                color: page.over ? Theme.quiet : Theme.accent
            }
        }
        Label {
            width: parent.width
            topPadding: 12
            horizontalAlignment: Text.AlignHCenter
            step: "display"
            font.weight: Font.Bold
            text: (page.call.name ?? "") !== "" ? page.call.name : qsTr("Number withheld")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            objectName: "phone.dialer.call.state"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: page.call.state === "connected" ? "good" : "quiet"
            text: page.over ? page.reason(page.call.cause) : page.call.state === "connecting" ? qsTr("Connecting…") : page.call.state === "alerting" ? qsTr("Ringing…") : page.call.state === "held" ? qsTr("On hold") : page.clock(page.call.seconds ?? 0)
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Column {
        visible: page.talking && page.pad
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: hangUp.top
        anchors.bottomMargin: 20
        spacing: 14
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 292
            height: 40
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideLeft
            wrapMode: Text.NoWrap
            font.pixelSize: 30
            lineHeight: 1.0
            text: page.phone.dialer.tones
        }
        Grid {
            columns: 3
            columnSpacing: 20
            rowSpacing: 10
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"]
                Tone {
                    required property string modelData
                    objectName: "phone.dialer.call.tone." + (modelData === "*" ? "star" : modelData === "#" ? "hash" : modelData)
                    text: modelData
                    onClicked: page.phone.send("tone", modelData)
                }
            }
        }
        QuietButton {
            objectName: "phone.dialer.call.hidePad"
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Hide the keypad")
            onClicked: page.phone.send("pad", false)
        }
    }
    Grid {
        visible: page.talking && !page.pad
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: hangUp.top
        anchors.bottomMargin: 36
        columns: 3
        columnSpacing: 28
        rowSpacing: 16
        Act {
            objectName: "phone.dialer.call.mute"
            icon.name: on ? "micOff" : "mic"
            on: page.phone.dialer.muted === true
            text: on ? qsTr("Muted") : qsTr("Mute")
            onClicked: page.phone.send("mute", !on)
        }
        Act {
            objectName: "phone.dialer.call.keypad"
            enabled: page.call.state === "connected"
            icon.name: "dialpad"
            text: qsTr("Keypad")
            onClicked: page.phone.send("pad", true)
        }
        Act {
            objectName: "phone.dialer.call.hold"
            visible: !page.two
            on: page.call.state === "held"
            icon.name: on ? "play" : "pause"
            text: on ? qsTr("Resume") : qsTr("Hold")
            onClicked: page.phone.send("hold", !on)
        }
        Act {
            objectName: "phone.dialer.call.swap"
            visible: page.two
            icon.name: "swap"
            text: qsTr("Swap")
            onClicked: page.phone.send("swap")
        }
        Act {
            objectName: "phone.dialer.call.add"
            visible: !page.two
            enabled: page.phone.dialer.mayDial === true
            icon.name: "plus"
            text: qsTr("Add a call")
            onClicked: page.phone.send("addCall")
        }
    }
    PhoneRoundButton {
        id: hangUp
        objectName: "phone.dialer.call.hangUp"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40
        fill: page.over ? Theme.surfaceHigh : "#C62A33"
        ink: page.over ? Theme.text : "#FFFFFF"
        icon.name: page.over ? "close" : "callEnd"
        text: page.over ? qsTr("Close") : qsTr("Hang up")
        onClicked: page.phone.send("hangUp")
    }
}
