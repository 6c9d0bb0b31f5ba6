import QtQuick

// Shows where the keyboard or the rotary is: put it into a control and bind `shown` to visualFocus.
Rectangle {
    property bool shown: false
    property real gap: Theme.focusRing

    anchors.fill: parent
    anchors.margins: -gap
    visible: shown
    color: "transparent"
    radius: Theme.radius + gap
    border.width: Theme.focusRing
    border.color: Theme.accent
}
