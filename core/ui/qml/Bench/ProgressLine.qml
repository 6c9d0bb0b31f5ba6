import QtQuick

// A long line that fills from 0 to 1.
Rectangle {
    id: line

    property real value: 0
    property string tone: "accent"
    property string accessibleName

    implicitWidth: Theme.touch * 5
    implicitHeight: Math.max(4, Theme.space / 3)
    radius: height / 2
    color: Theme.track
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName

    Rectangle {
        height: parent.height
        radius: parent.radius
        width: Math.max(height, parent.width * Math.max(0, Math.min(1, line.value)))
        visible: line.value > 0
        color: Theme.tone(line.tone)
        Behavior on width {
            NumberAnimation {
                duration: Theme.normal
                easing.type: Easing.OutCubic
            }
        }
    }
}
