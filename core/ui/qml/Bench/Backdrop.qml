import QtQuick

// What lies behind everything: the theme's plain colour or its slow diagonal gradient.
Rectangle {
    id: backdrop

    color: Theme.background
    Image {
        anchors.fill: parent
        visible: Theme.diagonal
        sourceSize: Qt.size(backdrop.width * Theme.pixelScale, backdrop.height * Theme.pixelScale)
        source: Theme.diagonal ? "image://backdrop/diagonal?from=" + encodeURIComponent(Theme.background.toString()) + "&to=" + encodeURIComponent(Theme.backgroundEnd.toString()) : ""
        Accessible.ignored: true
    }
}
