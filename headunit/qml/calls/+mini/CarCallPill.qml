import QtQuick
import QtQuick.Templates as T
import Bench
import "../../parts"

// A call that was put aside, at twelve o'clock in place of the time: how long it goes on, and the way back to it.
T.Button {
    id: pill

    required property var car
    readonly property var call: car.calls.front

    objectName: "car.call.show"
    implicitWidth: words.implicitWidth + 64
    implicitHeight: 96
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
            height: 64
            anchors.verticalCenter: parent.verticalCenter
            radius: height / 2
            color: pill.down ? Theme.pressed : Theme.fill
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
            spacing: 12
            Icon {
                name: pill.call.state === "held" ? "pause" : "phone"
                size: 32
                color: Theme.fillText
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                step: "small"
                font.weight: Font.Bold
                color: Theme.fillText
                text: say.progress(pill.call)
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
