import QtQuick
import Bench

// The keyboard's fixed place; while nothing is typed it says what it is for.
KeyboardPlace {
    id: place

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        visible: !place.shown
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.line
        Label {
            anchors.centerIn: parent
            width: parent.width - 96
            horizontalAlignment: Text.AlignHCenter
            step: "small"
            tone: "quiet"
            text: qsTr("Touch a field to type.")
        }
    }
}
