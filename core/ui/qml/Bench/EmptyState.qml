import QtQuick

// Nothing here yet, or something under way or wrong: a sign, what it is, and what to do. Buttons go inside.
Column {
    id: empty

    property string iconName
    property string iconTone: "quiet"
    property string title
    property string text
    property bool busy: false
    default property alias actions: actionRow.data

    spacing: Theme.space * 0.75
    width: Theme.touch * 8

    Item {
        width: Theme.icon * 2
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        Rectangle {
            anchors.fill: parent
            radius: width / 2
            visible: !empty.busy
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            Icon {
                anchors.centerIn: parent
                name: empty.iconName
                color: Theme.tone(empty.iconTone)
                size: Theme.icon * 1.1
            }
        }
        Spinner {
            anchors.fill: parent
            visible: empty.busy
        }
    }
    Label {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
    }
    Label {
        width: parent.width
        visible: text !== ""
        step: "small"
        tone: "quiet"
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
    }
    Row {
        id: actionRow
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space / 2
        visible: children.length > 0
    }
}
