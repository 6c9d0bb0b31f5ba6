import QtQuick

// A person as an initial in a ring; without an initial the guest's icon.
Rectangle {
    id: monogram

    property string initial
    property bool active: false
    property real size: Theme.icon * 1.2

    width: size
    height: size
    radius: size / 2
    color: active ? Theme.accentSoft : "transparent"
    border.width: Theme.hairline * 1.5
    border.color: active ? Theme.accent : Theme.border
    Label {
        anchors.centerIn: parent
        visible: monogram.initial !== ""
        text: monogram.initial
        font.pixelSize: Math.max(Theme.smallSize, monogram.size * 0.46)
        wrapMode: Text.NoWrap
    }
    Icon {
        anchors.centerIn: parent
        visible: monogram.initial === ""
        name: visible ? "guest" : ""
        size: monogram.size * 0.62
        color: Theme.quiet
    }
}
