import QtQuick
import Bench

// Rows that belong together on one card, with an optional heading and a remark below.
Column {
    id: group

    property string heading
    property string remark
    default property alias rows: inner.data

    width: parent ? parent.width : implicitWidth
    spacing: 8

    Label {
        visible: text !== ""
        leftPadding: 4
        step: "small"
        tone: "quiet"
        font.weight: Font.DemiBold
        text: group.heading
    }
    Card {
        width: parent.width
        height: inner.height + 8
        Column {
            id: inner
            y: 4
            width: parent.width
        }
    }
    Label {
        width: parent.width
        visible: text !== ""
        leftPadding: 4
        rightPadding: 4
        step: "small"
        tone: "quiet"
        text: group.remark
    }
}
