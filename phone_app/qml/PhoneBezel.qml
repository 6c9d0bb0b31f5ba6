import QtQuick
import QtQuick.Shapes

// The handset's body around the glass: rounds the corners, since a plain clip cannot.
Item {
    id: bezel

    property color barColor

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer
        ShapePath {
            strokeWidth: -1
            fillColor: bezel.barColor
            fillRule: ShapePath.OddEvenFill
            PathRectangle {
                width: bezel.width
                height: bezel.height
            }
            PathRectangle {
                x: 4
                y: 4
                width: bezel.width - 8
                height: bezel.height - 8
                radius: 52
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: "#05070A"
            fillRule: ShapePath.OddEvenFill
            PathRectangle {
                x: 2
                y: 2
                width: bezel.width - 4
                height: bezel.height - 4
                radius: 54
            }
            PathRectangle {
                x: 10
                y: 10
                width: bezel.width - 20
                height: bezel.height - 20
                radius: 46
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        radius: 55
        color: "transparent"
        border.width: 1.5
        border.color: "#4A515C"
    }
    Rectangle {
        // The camera in the glass.
        anchors.horizontalCenter: parent.horizontalCenter
        y: 23
        width: 18
        height: 18
        radius: 9
        color: "#05070A"
        Rectangle {
            anchors.centerIn: parent
            width: 7
            height: 7
            radius: 3.5
            color: "#1B2533"
        }
    }
}
