import QtQuick
import Bench

// Something is done: a green tick in a ring, what it is, and what follows from it.
Row {
    id: done

    property string text
    property string detail

    spacing: 40
    Rectangle {
        width: 132
        height: 132
        radius: 66
        color: "transparent"
        border.width: 5
        border.color: Theme.good
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 76
            color: Theme.good
        }
    }
    Column {
        width: done.width - 132 - done.spacing
        spacing: 16
        anchors.verticalCenter: parent.verticalCenter
        Label {
            width: parent.width
            text: done.text
        }
        Label {
            width: parent.width
            visible: text !== ""
            step: "small"
            tone: "quiet"
            text: done.detail
        }
    }
}
