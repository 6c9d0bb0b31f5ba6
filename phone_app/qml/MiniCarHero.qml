pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The picture of a MINI on its card: black, with a sun.
Rectangle {
    id: hero

    property string sign

    radius: 20
    clip: true
    color: "#0B0A09"
    border.width: Theme.hairline
    border.color: Theme.line
    Repeater {
        model: 3
        Rectangle {
            required property int index
            anchors.centerIn: parent
            width: 132 + index * 52
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 2
            border.color: Qt.rgba(1, 0.76, 0.29, 0.34 - index * 0.1)
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: 98
        height: 98
        radius: 49
        color: "#FFC24B"
        Icon {
            anchors.centerIn: parent
            name: hero.sign
            size: 58
            color: "#0B0A09"
        }
    }
}
