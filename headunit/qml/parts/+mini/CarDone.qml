import QtQuick
import Bench

// Something is done: a green tick in a ring, what it is, and what follows from it.
Column {
    id: done

    property string text
    property string detail

    spacing: 28
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 168
        height: 168
        radius: 84
        color: "transparent"
        border.width: 7
        border.color: Theme.good
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 100
            color: Theme.good
        }
    }
    Label {
        width: done.width
        horizontalAlignment: Text.AlignHCenter
        text: done.text
    }
    Label {
        width: done.width
        visible: text !== ""
        step: "small"
        tone: "quiet"
        horizontalAlignment: Text.AlignHCenter
        text: done.detail
    }
}
