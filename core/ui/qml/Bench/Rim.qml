pragma ComponentBehavior: Bound

import QtQuick

// Sixty dots around a round display, as on a dial: `value` (0-1) of them are lit from the top, or a light runs round them
// while nobody can say how far it is (`sweeping`).
Item {
    id: rim

    property real value: 0
    property string tone: "accent"
    property bool sweeping: false
    property int step: 0
    property string accessibleName
    readonly property int count: 60
    readonly property int tail: 16
    readonly property real reach: width / 2 * 0.947
    readonly property int lit: Math.round(count * Math.max(0, Math.min(1, value)))

    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName
    Accessible.ignored: accessibleName === ""

    Timer {
        running: rim.sweeping && rim.visible && Theme.motion > 0
        interval: 50
        repeat: true
        onTriggered: rim.step = (rim.step + 1) % rim.count
    }
    Repeater {
        model: rim.count
        Rectangle {
            required property int index
            readonly property real angle: index * 2 * Math.PI / rim.count
            readonly property int age: (rim.step - index + rim.count) % rim.count
            readonly property bool on: rim.sweeping ? age < rim.tail : index < rim.lit
            width: on ? rim.width * 0.0125 : rim.width * 0.0065
            height: width
            radius: width / 2
            x: rim.width / 2 + Math.sin(angle) * rim.reach - width / 2
            y: rim.height / 2 - Math.cos(angle) * rim.reach - height / 2
            color: on ? Theme.tone(rim.tone) : Theme.track
            opacity: rim.sweeping && on ? 1 - age / rim.tail * 0.8 : 1
        }
    }
}
