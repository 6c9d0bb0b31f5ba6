import QtQuick
import Bench

// One thing to know: a sign on a soft disc, a heading and a sentence.
Item {
    id: point

    property string sign
    property string heading
    property string text

    width: parent ? parent.width : 300
    height: Math.max(44, words.implicitHeight)

    Rectangle {
        id: disc
        width: 44
        height: 44
        radius: 22
        color: Theme.accentSoft
        Icon {
            anchors.centerIn: parent
            name: point.sign
            color: Theme.accent
            size: 24
        }
    }
    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        Label {
            width: parent.width
            visible: text !== ""
            font.weight: Font.DemiBold
            text: point.heading
        }
        Label {
            width: parent.width
            visible: text !== ""
            font.pixelSize: 14
            tone: "quiet"
            text: point.text
        }
    }
}
