import QtQuick
import QtQuick.Shapes

// A ring that shows a share from 0 to 1, clockwise from the top; what is put inside it is centred.
Item {
    id: ring

    property real value: 0
    property string tone: "accent"
    property real thickness: Math.max(3, width * 0.05)
    property string accessibleName
    default property alias content: inside.data

    implicitWidth: Theme.touch
    implicitHeight: width
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            strokeWidth: ring.thickness
            strokeColor: Theme.track
            fillColor: "transparent"
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeWidth: ring.thickness
            strokeColor: ring.value > 0 ? Theme.tone(ring.tone) : "transparent"
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.max(0, Math.min(1, ring.value))
            }
        }
    }
    Item {
        id: inside
        anchors.fill: parent
    }
}
