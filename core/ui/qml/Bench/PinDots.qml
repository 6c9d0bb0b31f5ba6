pragma ComponentBehavior: Bound

import QtQuick

// How many digits of a PIN are in, never which. `shake()` moves the dots once, as a head says no.
Row {
    id: dots

    property int filled: 0
    property int count: 4
    property real dotSize: Theme.icon * 0.6
    property string tone: "accent"
    property string accessibleName

    function shake() {
        if (Theme.motion > 0)
            shaking.restart();
    }

    spacing: dotSize
    Accessible.role: Accessible.Indicator
    Accessible.name: accessibleName

    transform: Translate {
        id: offset
    }
    SequentialAnimation {
        id: shaking
        NumberAnimation {
            target: offset
            property: "x"
            to: -dots.dotSize * 0.6
            duration: 60
        }
        NumberAnimation {
            target: offset
            property: "x"
            to: dots.dotSize * 0.6
            duration: 80
        }
        NumberAnimation {
            target: offset
            property: "x"
            to: -dots.dotSize * 0.3
            duration: 70
        }
        NumberAnimation {
            target: offset
            property: "x"
            to: 0
            duration: 60
        }
    }
    Repeater {
        model: dots.count
        Rectangle {
            required property int index
            readonly property bool on: index < dots.filled
            width: dots.dotSize
            height: width
            radius: width / 2
            color: on ? Theme.tone(dots.tone) : "transparent"
            border.width: Theme.hairline * 2
            border.color: on ? Theme.tone(dots.tone) : Theme.border
        }
    }
}
