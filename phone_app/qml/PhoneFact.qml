import QtQuick
import Bench

// A name and its value on one line, or on two when they do not fit.
Item {
    id: fact

    property string name
    property string value
    property string tone: "text"
    property string sign
    readonly property bool narrow: caption.implicitWidth + content.implicitWidth + 40 > width

    width: parent ? parent.width : 300
    height: narrow ? caption.height + tail.height + 2 : Math.max(caption.height, tail.height)

    Label {
        id: caption
        width: Math.min(implicitWidth, fact.width)
        font.pixelSize: 15
        tone: "quiet"
        text: fact.name
    }
    Row {
        id: tail
        x: fact.narrow ? 0 : fact.width - width
        y: fact.narrow ? caption.height + 2 : 0
        spacing: 6
        Icon {
            visible: fact.sign !== ""
            name: fact.sign
            size: 18
            color: Theme.tone(fact.tone)
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: content
            font.pixelSize: 15
            font.weight: Font.Medium
            tone: fact.tone
            text: fact.value
        }
    }
}
