import QtQuick
import Bench

// The picture of a car on its card.
Rectangle {
    id: hero

    property string sign

    radius: 14
    color: Theme.surfaceHigh
    Icon {
        anchors.centerIn: parent
        name: hero.sign
        size: 76
        color: Theme.accent
    }
}
