import QtQuick

// What lies behind everything: the theme's plain colour, or lit as the theme says towards `glow`.
Rectangle {
    id: backdrop

    property color glow: Theme.backgroundEnd

    color: Theme.background
    Image {
        anchors.fill: parent
        visible: Theme.backdrop !== ""
        sourceSize: Qt.size(backdrop.width * Theme.pixelScale, backdrop.height * Theme.pixelScale)
        source: Theme.backdrop !== "" ? "image://backdrop/" + Theme.backdrop + "?from=" + encodeURIComponent(Theme.background.toString()) + "&to=" + encodeURIComponent(backdrop.glow.toString()) : ""
        Accessible.ignored: true
    }
}
