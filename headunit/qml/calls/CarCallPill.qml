import QtQuick
import QtQuick.Templates as T
import Bench
import "../parts"

// A call that was put aside: who and how long, and the way back to it, in the bar at the top.
T.Button {
    id: pill

    required property var car
    readonly property var call: car.calls.front

    objectName: "car.call.show"
    implicitWidth: Math.min(620, words.implicitWidth + 56)
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    text: qsTr("Back to the call")
    Accessible.role: Accessible.Button
    Accessible.name: text
    onClicked: car.send("showCall", null)

    CarCallText {
        id: say
    }
    background: Item {
        // A finger has more room than is drawn.
        Rectangle {
            id: shape
            width: parent.width
            height: 60
            anchors.verticalCenter: parent.verticalCenter
            radius: height / 2
            color: pill.down ? Theme.pressed : Theme.accentSoft
            border.width: Theme.hairline * 1.5
            border.color: pill.call.state === "held" ? Theme.warn : Theme.accent
            FocusRing {
                shown: pill.visualFocus
                radius: shape.radius + gap
            }
        }
    }
    contentItem: Item {
        Row {
            id: words
            anchors.centerIn: parent
            spacing: 14
            Icon {
                name: "phone"
                size: 32
                color: Theme.accent
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                width: Math.min(implicitWidth, 380)
                step: "small"
                text: say.who(pill.call)
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                step: "small"
                tone: pill.call.state === "held" ? "warn" : "quiet"
                text: say.progress(pill.call)
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
