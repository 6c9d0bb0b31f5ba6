pragma ComponentBehavior: Bound

import QtQuick

// Progress along named stations: those before `station` are done, that one is under way, `value` (0-1) is the whole.
// `failed` marks the present station.
Item {
    id: line

    property var stations: []
    property int station: 0
    property real value: 0
    property bool failed: false
    property string accessibleName
    readonly property real cell: stations.length > 0 ? width / stations.length : width
    readonly property real dot: Theme.icon * 0.75

    implicitWidth: Theme.touch * 8
    implicitHeight: names.y + names.height
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName

    Rectangle {
        x: line.cell / 2
        y: line.dot / 2 - height / 2
        width: line.width - line.cell
        height: Math.max(3, Theme.space / 4)
        radius: height / 2
        color: Theme.track
        Rectangle {
            height: parent.height
            radius: parent.radius
            width: parent.width * Math.max(0, Math.min(1, line.value))
            color: line.failed ? Theme.bad : Theme.accent
            Behavior on width {
                NumberAnimation {
                    duration: Theme.normal
                    easing.type: Easing.OutCubic
                }
            }
        }
    }
    Repeater {
        model: line.stations
        Rectangle {
            id: stop
            required property int index
            readonly property bool done: index < line.station || line.value >= 1
            readonly property bool present: index === line.station && !done
            readonly property bool wrong: present && line.failed
            x: line.cell * (index + 0.5) - width / 2
            width: line.dot
            height: width
            radius: width / 2
            color: wrong ? Theme.bad : done ? Theme.accent : Theme.surface
            border.width: Theme.hairline * 2
            border.color: wrong ? Theme.bad : done || present ? Theme.accent : Theme.border
            Icon {
                anchors.centerIn: parent
                visible: stop.done || stop.wrong
                name: stop.wrong ? "close" : "check"
                size: parent.width * 0.66
                color: Theme.accentText
            }
            Rectangle {
                anchors.centerIn: parent
                visible: stop.present && !stop.wrong
                width: parent.width * 0.4
                height: width
                radius: width / 2
                color: Theme.accent
            }
        }
    }
    Row {
        id: names
        y: line.dot + Theme.space / 2
        Repeater {
            model: line.stations
            Label {
                required property int index
                required property string modelData
                width: line.cell
                leftPadding: Theme.space / 6
                rightPadding: Theme.space / 6
                step: "small"
                tone: index === line.station && line.failed ? "bad" : index <= line.station ? "text" : "quiet"
                text: modelData
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
