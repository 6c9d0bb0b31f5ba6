import QtQuick
import Bench

// The keyboard between page and navigation bar; the page above gives way while it is shown.
KeyboardPlace {
    id: place

    upright: true
    height: shown ? keyboardHeight + 8 : 0

    Rectangle {
        anchors.fill: parent
        visible: place.shown
        color: Theme.night ? Theme.background : Theme.track
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
