pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Time at the right, as a watch has it, and whether it is in the network at the left.
Item {
    id: bar

    property var accessory
    property real inset: 16
    readonly property bool inNetwork: accessory.status.inNetwork === true

    Row {
        x: bar.inset
        y: 16
        height: 18
        spacing: 3
        visible: bar.inNetwork
        Repeater {
            model: 4
            Rectangle {
                required property int index
                anchors.verticalCenter: parent.verticalCenter
                width: 8
                height: 8
                radius: 4
                color: Theme.good
            }
        }
    }
    Label {
        x: bar.inset
        y: 14
        visible: !bar.inNetwork
        step: "small"
        tone: "warn"
        lineHeight: 1.0
        text: qsTr("No service")
    }
    Label {
        anchors.right: parent.right
        anchors.rightMargin: bar.inset
        y: 12
        font.weight: Font.DemiBold
        lineHeight: 1.0
        text: bar.accessory.status.time ?? ""
    }
}
