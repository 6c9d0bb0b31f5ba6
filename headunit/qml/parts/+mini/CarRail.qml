import QtQuick
import QtQuick.Templates as T
import Bench

// A round display has a menu of its own, the ring; what is left of the rail is the way back to it, at six o'clock.
Item {
    id: rail

    required property var car
    // Where the keyboard has the lower half.
    readonly property bool shown: !["home", "credentials", "activationCode"].includes(car.screen)

    T.Button {
        id: wayHome
        objectName: "car.rail.home"
        visible: rail.shown
        x: 540 - width / 2
        y: 922
        width: 96
        height: 96
        focusPolicy: Qt.StrongFocus
        text: qsTr("Home")
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: rail.car.send("home", null)
        background: Rectangle {
            anchors.centerIn: parent
            width: 88
            height: 88
            radius: 44
            color: wayHome.down ? Theme.pressed : Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            FocusRing {
                shown: wayHome.visualFocus
                gap: 0
                radius: 44
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "home"
                size: 44
                color: Theme.quiet
            }
        }
    }
}
