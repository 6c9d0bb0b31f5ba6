import QtQuick
import QtQuick.Templates as T
import Bench

// One card on the desk, drawn plainly: a touch lays it on the phone, another takes it off. No real card looks like this.
T.Button {
    id: control

    property string kind
    property string owner
    property bool laid
    property bool mine
    readonly property bool number: kind === "mynumber"

    text: number ? qsTr("My Number card") : qsTr("Driving licence")
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text + " " + owner
    Accessible.checkable: true
    Accessible.checked: laid

    background: Item {
        FocusRing {
            shown: control.visualFocus
            gap: -2
        }
    }
    contentItem: Item {
        Rectangle {
            id: face
            x: 6
            y: control.laid ? 0 : 4
            width: parent.width - 12
            height: 64
            radius: 8
            opacity: control.down ? 0.75 : 1
            border.width: control.laid ? 3 : 0
            border.color: "#BBA2FF"
            gradient: Gradient {
                orientation: Gradient.Horizontal
                GradientStop {
                    position: 0
                    color: control.number ? control.mine ? "#F3E1EE" : "#E2EDF6" : "#DDEBDD"
                }
                GradientStop {
                    position: 1
                    color: control.number ? control.mine ? "#DDE9F7" : "#DDF0E6" : "#C9DDC6"
                }
            }
            Icon {
                x: 8
                y: 8
                name: "person"
                size: 26
                color: "#4A5565"
            }
            Rectangle {
                visible: control.number
                anchors.right: parent.right
                anchors.rightMargin: 10
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 10
                width: 20
                height: 16
                radius: 4
                color: "#D8B65A"
                border.width: 1
                border.color: "#9A7B26"
            }
            Rectangle {
                visible: !control.number
                anchors.right: parent.right
                anchors.rightMargin: 10
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 12
                width: parent.width - 54
                height: 6
                radius: 3
                color: "#5C8A58"
            }
            Rectangle {
                x: 42
                y: 14
                width: parent.width - 54
                height: 4
                radius: 2
                color: "#8A94A3"
            }
            Rectangle {
                x: 42
                y: 24
                width: parent.width - 70
                height: 4
                radius: 2
                color: "#B4BCC8"
            }
        }
        Label {
            y: 70
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 12
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            color: "#F2F5FA"
            text: control.text
        }
        Label {
            y: 89
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 12
            wrapMode: Text.NoWrap
            color: control.laid ? "#CDBBFF" : "#AEB8C6"
            text: control.laid ? qsTr("On the phone") : control.owner
        }
    }
}
