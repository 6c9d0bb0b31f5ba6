pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// A call that goes on or has just ended, in place of the page; the rail beside it leads on and puts the call aside.
FocusScope {
    id: talk

    required property var car
    readonly property var calls: car.calls
    readonly property bool over: calls.view === "ended"
    readonly property var call: over ? calls.end : calls.front
    readonly property var waiting: calls.waiting
    readonly property var second: calls.second
    readonly property bool isWaiting: (waiting.state ?? "") !== ""
    readonly property bool hasSecond: (second.state ?? "") !== ""
    readonly property bool halved: isWaiting || hasSecond || (calls.keypad && !over)
    readonly property bool upright: call.state === "active" || call.state === "held"

    function send(event: string, value: var) {
        car.send(event, value ?? null);
    }

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Call")

    // The keys of a keyboard work as well.
    Keys.onPressed: event => {
        if (talk.calls.keypad && event.text !== "" && "0123456789*#".includes(event.text)) {
            talk.send("callTone", event.text);
            event.accepted = true;
        }
    }

    CarCallText {
        id: words
    }
    Backdrop {
        anchors.fill: parent
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            grabPermissions: PointerHandler.TakeOverForbidden
        }
        HoverHandler {}
        WheelHandler {}
    }
    IconButton {
        objectName: "car.call.minimise"
        visible: !talk.over
        x: 32
        y: 20
        icon.name: "chevronDown"
        text: qsTr("Put the call aside")
        onClicked: talk.send("minimiseCall")
    }
    Item {
        id: left
        // In the middle, until something wants the other half.
        x: talk.halved ? 128 : 444
        y: 16
        width: talk.halved ? 980 : 1060
        height: parent.height
        Behavior on x {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }

        Monogram {
            id: face
            y: 56
            size: 160
            initial: talk.call.initial ?? (talk.call.name ?? "").charAt(0)
            active: !talk.over
        }
        Column {
            anchors.left: face.right
            anchors.leftMargin: 44
            anchors.right: parent.right
            y: 44
            spacing: 6
            Label {
                width: parent.width
                step: talk.over ? "title" : "body"
                tone: talk.over ? (talk.calls.end.reason === "normal" ? "quiet" : "warn") : talk.call.state === "held" ? "warn" : "accent"
                text: talk.over ? words.ending(talk.calls.end) : words.progress(talk.call)
                wrapMode: Text.NoWrap
            }
            Label {
                width: parent.width
                step: "display"
                text: words.who(talk.call)
                // A long name takes two smaller lines.
                height: Math.min(implicitHeight, 120)
                fontSizeMode: Text.Fit
                minimumPixelSize: 30
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Label {
                width: parent.width
                tone: "quiet"
                text: talk.calls.tones && talk.calls.keypad ? talk.calls.tones : words.below(talk.call)
            }
        }
        Label {
            visible: talk.over
            y: 268
            width: parent.width
            text: words.reason(talk.calls.end)
        }
        Row {
            x: -28
            y: talk.over ? 392 : 380
            spacing: 20
            CarCallButton {
                objectName: "car.call.mute"
                visible: !talk.over
                enabled: talk.upright
                on: talk.calls.muted
                icon.name: on ? "micOff" : "mic"
                text: on ? qsTr("Muted") : qsTr("Mute")
                onClicked: talk.send("muteCall")
            }
            CarCallButton {
                objectName: "car.call.keypad"
                visible: !talk.over
                enabled: talk.call.state === "active" && !talk.isWaiting
                on: talk.calls.keypad
                icon.name: "dialpad"
                text: qsTr("Key pad")
                onClicked: talk.send("callKeypad")
            }
            CarCallButton {
                objectName: "car.call.hold"
                visible: !talk.over && !talk.hasSecond
                enabled: talk.upright && !talk.isWaiting
                on: talk.call.state === "held"
                icon.name: on ? "play" : "pause"
                text: on ? qsTr("Take back") : qsTr("Hold")
                onClicked: talk.send("holdCall")
            }
            CarCallButton {
                objectName: "car.call.swap"
                visible: !talk.over && talk.hasSecond
                enabled: talk.upright && !talk.isWaiting
                icon.name: "swap"
                text: qsTr("Swap")
                onClicked: talk.send("swapCalls")
            }
            CarCallButton {
                id: end
                objectName: "car.call.end"
                visible: !talk.over
                focus: !talk.over
                kind: "bad"
                icon.name: "callEnd"
                text: qsTr("End call")
                onClicked: talk.send("endCall")
            }
            CarCallButton {
                objectName: "car.call.again"
                visible: talk.over && talk.calls.end.again === true
                kind: "good"
                icon.name: "phone"
                text: qsTr("Call again")
                onClicked: talk.send("callAgain")
            }
            CarCallButton {
                objectName: "car.call.close"
                visible: talk.over
                focus: talk.over
                icon.name: "close"
                text: qsTr("Close")
                onClicked: talk.send("closeCall")
            }
        }
    }
    Loader {
        active: talk.isWaiting
        x: 1160
        width: 568
        y: 44
        sourceComponent: Rectangle {
            height: 470
            radius: Theme.radius * 1.4
            color: Theme.surface
            border.width: Theme.hairline * 2
            border.color: Theme.accent
            Column {
                x: 40
                y: 40
                width: parent.width - 80
                spacing: 6
                Label {
                    width: parent.width
                    step: "small"
                    tone: "accent"
                    text: words.progress(talk.waiting)
                }
                Label {
                    width: parent.width
                    step: "title"
                    text: words.who(talk.waiting)
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    text: words.below(talk.waiting)
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 36
                spacing: 48
                CarCallButton {
                    objectName: "car.call.waitingReject"
                    kind: "bad"
                    icon.name: "callEnd"
                    text: qsTr("Reject")
                    onClicked: talk.send("rejectCall")
                }
                CarCallButton {
                    objectName: "car.call.waitingAccept"
                    kind: "good"
                    icon.name: "phone"
                    text: qsTr("Accept")
                    onClicked: talk.send("answerCall")
                }
            }
        }
    }
    Loader {
        active: talk.calls.keypad && !talk.isWaiting && !talk.over
        x: 1184
        y: 84
        sourceComponent: CarDialPad {
            keyId: "car.call.key"
            onPressed: key => talk.send("callTone", key)
        }
    }
    Loader {
        active: talk.hasSecond && !talk.isWaiting && !talk.calls.keypad
        x: 1160
        y: 60
        width: 568
        sourceComponent: Card {
            height: 152
            Accessible.role: Accessible.Grouping
            Accessible.name: words.who(talk.second)
            Monogram {
                x: 32
                anchors.verticalCenter: parent.verticalCenter
                size: 88
                initial: talk.second.initial ?? ""
            }
            Column {
                x: 148
                width: parent.width - x - 24
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                Label {
                    width: parent.width
                    text: words.who(talk.second)
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Label {
                    step: "small"
                    tone: "warn"
                    text: words.progress(talk.second)
                }
            }
        }
    }
}
