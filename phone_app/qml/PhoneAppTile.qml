import QtQuick
import Bench

// What stands for an app: our own sign on a rounded tile.
Rectangle {
    id: tile

    property string sign
    property color upper
    property color lower
    property color ink: "#FFFFFF"

    width: 68
    height: width
    radius: width * 0.29
    gradient: Gradient {
        GradientStop {
            position: 0
            color: tile.upper
        }
        GradientStop {
            position: 1
            color: tile.lower
        }
    }
    Icon {
        anchors.centerIn: parent
        name: tile.sign
        size: tile.width * 0.56
        color: tile.ink
    }
}
