pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// A call that goes on or has just ended: the face above, the keys of the call in the middle, its end at the foot.
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
    readonly property bool upright: call.state === "active" || call.state === "held"
    readonly property bool typing: calls.keypad && !isWaiting && !over

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
    Column {
        id: head
        anchors.horizontalCenter: parent.horizontalCenter
        y: talk.typing ? 108 : 120
        width: talk.typing ? 560 : 700
        spacing: talk.typing ? 2 : 8
        Monogram {
            visible: !talk.typing && !talk.isWaiting
            anchors.horizontalCenter: parent.horizontalCenter
            size: talk.hasSecond ? 124 : 168
            initial: talk.call.initial ?? (talk.call.name ?? "").charAt(0)
            active: !talk.over
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: talk.over ? (talk.calls.end.reason === "normal" ? "quiet" : "warn") : talk.call.state === "held" ? "warn" : "accent"
            font.weight: Font.Bold
            text: talk.over ? words.ending(talk.calls.end) : words.progress(talk.call)
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: talk.typing ? "title" : "display"
            font.weight: Font.Bold
            text: words.who(talk.call)
            // A long name takes two smaller lines.
            height: Math.min(implicitHeight, talk.typing ? 84 : 120)
            fontSizeMode: Text.Fit
            minimumPixelSize: 28
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            width: parent.width
            visible: text !== "" && !talk.isWaiting
            horizontalAlignment: Text.AlignHCenter
            step: talk.typing ? "small" : "body"
            tone: "quiet"
            text: talk.typing && talk.calls.tones ? talk.calls.tones : words.below(talk.call)
        }
        Label {
            visible: talk.hasSecond && !talk.isWaiting && !talk.typing
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: "small"
            tone: "warn"
            text: words.who(talk.second) + "  ·  " + words.progress(talk.second)
        }
        Label {
            visible: talk.over
            topPadding: 24
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: words.reason(talk.calls.end)
        }
    }
    Row {
        visible: !talk.over && !talk.isWaiting && !talk.typing
        anchors.horizontalCenter: parent.horizontalCenter
        y: 530
        spacing: 28
        CarCallButton {
            objectName: "car.call.mute"
            size: 124
            enabled: talk.upright
            on: talk.calls.muted
            icon.name: on ? "micOff" : "mic"
            text: on ? qsTr("Muted") : qsTr("Mute")
            onClicked: talk.send("muteCall")
        }
        CarCallButton {
            objectName: "car.call.keypad"
            size: 124
            enabled: talk.call.state === "active"
            icon.name: "dialpad"
            text: qsTr("Key pad")
            onClicked: talk.send("callKeypad")
        }
        CarCallButton {
            objectName: "car.call.hold"
            visible: !talk.hasSecond
            size: 124
            enabled: talk.upright
            on: talk.call.state === "held"
            icon.name: on ? "play" : "pause"
            text: on ? qsTr("Take back") : qsTr("Hold")
            onClicked: talk.send("holdCall")
        }
        CarCallButton {
            objectName: "car.call.swap"
            visible: talk.hasSecond
            size: 124
            enabled: talk.upright
            icon.name: "swap"
            text: qsTr("Swap")
            onClicked: talk.send("swapCalls")
        }
    }
    Loader {
        active: talk.typing
        anchors.horizontalCenter: parent.horizontalCenter
        y: 296
        sourceComponent: CarDialPad {
            keyId: "car.call.key"
            keyWidth: 184
            keyHeight: 104
            spacing: 14
            onPressed: key => talk.send("callTone", key)
        }
    }
    Loader {
        active: talk.isWaiting
        anchors.horizontalCenter: parent.horizontalCenter
        y: 308
        width: 720
        sourceComponent: Rectangle {
            height: 410
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.hairline * 2
            border.color: Theme.accent
            Column {
                y: 28
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - 80
                spacing: 2
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    step: "small"
                    tone: "accent"
                    text: words.progress(talk.waiting)
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    step: "title"
                    text: words.who(talk.waiting)
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    step: "small"
                    tone: "quiet"
                    text: words.below(talk.waiting)
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 28
                spacing: 110
                CarCallButton {
                    objectName: "car.call.waitingReject"
                    size: 124
                    kind: "bad"
                    icon.name: "callEnd"
                    text: qsTr("Reject")
                    onClicked: talk.send("rejectCall")
                }
                CarCallButton {
                    objectName: "car.call.waitingAccept"
                    size: 124
                    kind: "good"
                    icon.name: "phone"
                    text: qsTr("Accept")
                    onClicked: talk.send("answerCall")
                }
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 770
        spacing: 28
        CarCallButton {
            objectName: "car.call.minimise"
            visible: !talk.over && !talk.typing
            size: 108
            icon.name: "home"
            text: qsTr("Put aside")
            onClicked: talk.send("minimiseCall")
        }
        CarCallButton {
            objectName: "car.call.keypadHide"
            visible: talk.typing
            size: 108
            icon.name: "chevronDown"
            text: qsTr("Hide keys")
            onClicked: talk.send("callKeypad")
        }
        CarCallButton {
            objectName: "car.call.end"
            visible: !talk.over
            focus: !talk.over
            size: 108
            kind: "bad"
            icon.name: "callEnd"
            text: qsTr("End call")
            onClicked: talk.send("endCall")
        }
        CarCallButton {
            objectName: "car.call.again"
            visible: talk.over && talk.calls.end.again === true
            size: 124
            kind: "good"
            icon.name: "phone"
            text: qsTr("Call again")
            onClicked: talk.send("callAgain")
        }
        CarCallButton {
            objectName: "car.call.close"
            visible: talk.over
            focus: talk.over
            size: 124
            icon.name: "close"
            text: qsTr("Close")
            onClicked: talk.send("closeCall")
        }
    }
}
