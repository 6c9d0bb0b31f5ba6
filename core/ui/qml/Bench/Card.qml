import QtQuick

// A surface that holds things together.
Rectangle {
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line
}
