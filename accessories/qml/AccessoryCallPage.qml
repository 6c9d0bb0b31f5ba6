import QtQuick
import Bench

// The call that is being set up, talked in, or just over with its reason.
Item {
    id: page

    property var accessory
    readonly property var call: accessory.telephone.call
    readonly property var behind: accessory.telephone.behind
    readonly property bool two: behind.state !== undefined
    readonly property bool over: call.state === "ended"
    readonly property bool talking: call.state === "connected" || call.state === "held"

    function clock(seconds: int): string {
        const rest = seconds % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
    }

    AccessoryWords {
        id: words
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 22
        width: parent.width - 40
        spacing: 6
        Label {
            objectName: "accessory.call.number"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            step: "title"
            font.weight: Font.Bold
            text: (page.call.number ?? "") !== "" ? page.call.number : qsTr("Number withheld")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            objectName: "accessory.call.state"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: page.call.state === "connected" ? "good" : "quiet"
            text: page.over ? words.cause(page.call.cause) : page.call.state === "connecting" ? qsTr("Connecting…") : page.call.state === "alerting" ? qsTr("Ringing…") : page.call.state === "held" ? qsTr("On hold") : page.clock(page.call.seconds ?? 0)
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Label {
            width: parent.width
            visible: page.two
            horizontalAlignment: Text.AlignHCenter
            step: "small"
            tone: "quiet"
            //: %1: the number of the call that waits meanwhile
            text: qsTr("On hold: %1").arg((page.behind.number ?? "") !== "" ? page.behind.number : qsTr("Number withheld"))
        }
    }
    Row {
        visible: page.talking
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: hangUp.top
        anchors.bottomMargin: 14
        spacing: 28
        AccessoryRound {
            objectName: "accessory.call.mute"
            size: 54
            icon.name: page.accessory.telephone.muted ? "micOff" : "mic"
            fill: page.accessory.telephone.muted ? Theme.fill : Theme.surfaceHigh
            ink: page.accessory.telephone.muted ? Theme.fillText : Theme.text
            text: page.accessory.telephone.muted ? qsTr("Muted") : qsTr("Mute")
            onClicked: page.accessory.send("mute")
        }
        AccessoryRound {
            objectName: "accessory.call.hold"
            size: 54
            icon.name: page.two ? "swap" : page.call.state === "held" ? "play" : "pause"
            text: page.two ? qsTr("Swap") : page.call.state === "held" ? qsTr("Resume") : qsTr("Hold")
            onClicked: page.accessory.send("hold")
        }
    }
    AccessoryRound {
        id: hangUp
        objectName: "accessory.call.hangUp"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        size: 64
        fill: page.over ? Theme.surfaceHigh : "#C62A33"
        ink: "#FFFFFF"
        icon.name: page.over ? "close" : "callEnd"
        text: page.over ? qsTr("Close") : qsTr("Hang up")
        onClicked: page.accessory.send("hangUp")
    }
}
