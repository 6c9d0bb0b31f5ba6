pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Reception as four bars that grow; `bars` is -1 when nobody knows, and then a cross says so.
Item {
    id: signalBars

    property int bars: -1
    readonly property var levels: [0.4, 0.6, 0.8, 1.0]

    width: 40
    height: 34
    Accessible.role: Accessible.Indicator
    Accessible.name: bars < 0 ? qsTr("Signal unknown") : qsTr("Signal: %1 of 4").arg(bars)

    Repeater {
        model: signalBars.levels
        Rectangle {
            required property int index
            required property double modelData
            x: index * 11
            width: 7
            height: signalBars.height * modelData
            y: signalBars.height - height
            radius: 2
            color: index < signalBars.bars ? Theme.text : Theme.track
        }
    }
    Icon {
        visible: signalBars.bars < 0
        name: "close"
        size: 22
        color: Theme.quiet
        x: -4
        y: -4
    }
}
