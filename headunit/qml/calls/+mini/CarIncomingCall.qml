import QtQuick
import Bench
import "../../parts"

// Somebody calls: the whole circle is theirs.
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
    Backdrop {
        anchors.fill: parent
        glow: Qt.tint(Theme.background, Qt.alpha(Theme.good, Theme.night ? 0.2 : 0.24))
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            grabPermissions: PointerHandler.TakeOverForbidden
        }
        HoverHandler {}
        WheelHandler {}
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 140
        width: 720
        spacing: 12
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: "good"
            font.weight: Font.Bold
            text: qsTr("Incoming call")
        }
        Item {
            width: 1
            height: 8
        }
        Monogram {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 200
            initial: incoming.call.initial ?? ""
            active: true
        }
        Item {
            width: 1
            height: 8
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: "display"
            font.weight: Font.Bold
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
            horizontalAlignment: Text.AlignHCenter
            tone: "quiet"
            text: words.below(incoming.call)
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 660
        spacing: 120
        CarCallButton {
            objectName: "car.call.reject"
            size: 164
            kind: "bad"
            icon.name: "callEnd"
            text: qsTr("Reject")
            onClicked: incoming.car.send("rejectCall", null)
        }
        CarCallButton {
            id: accept
            objectName: "car.call.accept"
            size: 164
            kind: "good"
            icon.name: "phone"
            text: qsTr("Accept")
            onClicked: incoming.car.send("answerCall", null)
        }
    }
}
