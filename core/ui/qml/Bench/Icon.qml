import QtQuick

// One of our line icons (assets/icons) in a colour, sharp at any scale of the window. Decoration: not in the focus chain.
Image {
    id: icon

    property string name
    property color color: Theme.text
    property real size: Theme.icon

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * Theme.pixelScale), Math.round(size * Theme.pixelScale))
    source: name === "" ? "" : "image://icon/" + name + "?color=" + encodeURIComponent(color.toString())
    smooth: true
    Accessible.ignored: true
}
