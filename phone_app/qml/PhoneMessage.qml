import QtQuick
import Bench

// Nothing here yet, a moment's wait, or something wrong: a sign, what it is, what to do. An action goes inside.
Column {
    id: message

    property string sign
    property string tone: "quiet"
    property string title
    property string text
    property bool busy: false
    default property alias actions: actionRow.data

    width: parent ? parent.width : 320
    spacing: 10

    Item {
        width: 96
        height: 96
        anchors.horizontalCenter: parent.horizontalCenter
        Rectangle {
            anchors.fill: parent
            radius: 48
            visible: !message.busy
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
            Icon {
                anchors.centerIn: parent
                name: message.sign
                color: Theme.tone(message.tone)
                size: 44
            }
        }
        Spinner {
            anchors.centerIn: parent
            width: 56
            height: 56
            visible: message.busy
        }
    }
    Label {
        width: parent.width
        topPadding: 6
        step: "title"
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        text: message.title
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Label {
        x: 12
        width: parent.width - 24
        visible: text !== ""
        font.pixelSize: 15
        tone: "quiet"
        horizontalAlignment: Text.AlignHCenter
        text: message.text
    }
    Row {
        id: actionRow
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: 10
        visible: children.length > 0
    }
}
