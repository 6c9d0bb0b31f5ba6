import QtQuick
import Bench

// One fact: a sign, what it is about, and its value.
Item {
    id: fact

    property string iconName
    property string label
    property string value
    property string tone: "text"

    implicitHeight: Math.max(48, words.implicitHeight)
    implicitWidth: 400

    Icon {
        id: sign
        name: fact.iconName
        size: 40
        color: fact.tone === "text" ? Theme.quiet : Theme.tone(fact.tone)
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        step: "small"
        tone: "quiet"
        text: fact.label
        wrapMode: Text.NoWrap
    }
    Label {
        anchors.right: parent.right
        anchors.left: words.right
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        step: "small"
        tone: fact.tone
        text: fact.value
        horizontalAlignment: Text.AlignRight
    }
}
