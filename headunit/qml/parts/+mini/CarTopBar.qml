import QtQuick
import Bench
import ".."

// At twelve o'clock: the time between what is wrong and what is connected. There is no room for more, and no need.
Row {
    id: bar

    required property var car
    readonly property var status: car.status

    height: 44
    spacing: 14
    Icon {
        visible: bar.car.vehicle.driving === true
        name: "car"
        size: 34
        color: Theme.quiet
        anchors.verticalCenter: parent.verticalCenter
    }
    Icon {
        visible: !bar.status.cloudOnline
        name: "cloudOff"
        size: 34
        color: Theme.warn
        anchors.verticalCenter: parent.verticalCenter
    }
    Icon {
        visible: bar.status.bluetooth === true
        name: "bluetooth"
        size: 34
        color: Theme.quiet
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        text: bar.status.time
        step: "small"
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        anchors.verticalCenter: parent.verticalCenter
    }
    CarSignalBars {
        bars: bar.status.modemPresent ? bar.status.bars : -1
        anchors.verticalCenter: parent.verticalCenter
    }
}
