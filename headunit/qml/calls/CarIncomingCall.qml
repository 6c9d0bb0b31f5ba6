import QtQuick
import Bench
import "../parts"

// Somebody calls: over every screen and every other overlay (ONE-VOICE-03).
FocusScope {
    id: incoming

    required property var car
    readonly property var call: car.calls.front

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Incoming call")
    Component.onCompleted: accept.forceActiveFocus()

    CarCallText {
        id: words
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            grabPermissions: PointerHandler.TakeOverForbidden
        }
        HoverHandler {}
        WheelHandler {}
    }
    Rectangle {
        anchors.centerIn: parent
        width: 1400
        height: 340
        radius: Theme.radius * 1.4
        color: Theme.surface
        border.width: Theme.hairline * 2
        border.color: Theme.accent

        Monogram {
            id: face
            x: 64
            anchors.verticalCenter: parent.verticalCenter
            size: 168
            initial: incoming.call.initial ?? ""
            active: true
        }
        Column {
            anchors.left: face.right
            anchors.leftMargin: 48
            anchors.right: buttons.left
            anchors.rightMargin: 32
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6
            Label {
                step: "small"
                tone: "accent"
                text: qsTr("Incoming call")
                wrapMode: Text.NoWrap
            }
            Label {
                width: parent.width
                step: "display"
                text: words.who(incoming.call)
                // A long name takes two smaller lines.
                height: Math.min(implicitHeight, 120)
                fontSizeMode: Text.Fit
                minimumPixelSize: 30
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Label {
                width: parent.width
                visible: text !== ""
                tone: "quiet"
                text: words.below(incoming.call)
            }
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: 64
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: 8
            spacing: 40
            CarCallButton {
                objectName: "car.call.reject"
                size: 140
                kind: "bad"
                icon.name: "callEnd"
                text: qsTr("Reject")
                onClicked: incoming.car.send("rejectCall", null)
            }
            CarCallButton {
                id: accept
                objectName: "car.call.accept"
                size: 140
                kind: "good"
                icon.name: "phone"
                text: qsTr("Accept")
                onClicked: incoming.car.send("answerCall", null)
            }
        }
    }
}
