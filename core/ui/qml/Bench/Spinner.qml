pragma ComponentBehavior: Bound

import QtQuick

// Something is under way and nobody can say how far: twelve quiet dots with one bright one going round.
Item {
    id: spinner

    property bool running: visible
    property string tone: "accent"
    property int step: 0
    readonly property int count: 12

    implicitWidth: Theme.icon
    implicitHeight: width
    Accessible.ignored: true

    Timer {
        running: spinner.running && Theme.motion > 0
        interval: 90
        repeat: true
        onTriggered: spinner.step = (spinner.step + 1) % spinner.count
    }
    Repeater {
        model: spinner.count
        Rectangle {
            required property int index
            readonly property real angle: index * 2 * Math.PI / spinner.count
            readonly property int age: (spinner.step - index + spinner.count) % spinner.count
            width: spinner.width * 0.11
            height: width
            radius: width / 2
            x: spinner.width / 2 + Math.sin(angle) * spinner.width * 0.42 - width / 2
            y: spinner.height / 2 - Math.cos(angle) * spinner.height * 0.42 - height / 2
            color: Theme.tone(spinner.tone)
            opacity: Math.max(0.18, 1 - age * 0.1)
        }
    }
}
