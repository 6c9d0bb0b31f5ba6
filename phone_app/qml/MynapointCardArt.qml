import QtQuick
import Bench

// A phone and the card at its back: apart, or the card behind the phone while waves say that it is read.
Item {
    id: art

    property bool laid
    property bool reading

    implicitHeight: 190

    Rectangle {
        id: card
        x: parent.width / 2 + (art.laid ? -64 : 34)
        y: art.laid ? 58 : 76
        width: 128
        height: 82
        radius: 10
        rotation: art.laid ? 0 : 8
        color: Theme.accentSoft
        border.width: 2
        border.color: Theme.accent
        Behavior on x {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }
        Behavior on y {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }
        Rectangle {
            x: 14
            y: 30
            width: 22
            height: 18
            radius: 4
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
    }
    Rectangle {
        x: parent.width / 2 - 42 - (art.laid ? 0 : 40)
        y: 12
        width: 84
        height: 166
        radius: 16
        color: Theme.surface
        border.width: 2.5
        border.color: Theme.text
        Behavior on x {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }
        Icon {
            anchors.centerIn: parent
            name: "nfc"
            size: 44
            color: art.reading ? Theme.accent : Theme.quiet
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 9
            width: 22
            height: 3
            radius: 1.5
            color: Theme.border
        }
    }
}
