import QtQuick

// The moving part of a switch, without words: `place` 0 (off) to 1 (on).
Rectangle {
    id: track

    property bool checked: false
    property real place: checked ? 1 : 0

    width: Theme.icon * 1.7
    height: Theme.icon * 0.95
    radius: height / 2
    color: checked ? Theme.accent : "transparent"
    border.width: Theme.hairline * 2
    border.color: checked ? Theme.accent : Theme.border
    Rectangle {
        readonly property real gap: Theme.icon * 0.14
        width: parent.height - 2 * gap
        height: width
        radius: width / 2
        y: gap
        x: gap + track.place * (parent.width - width - 2 * gap)
        color: track.checked ? Theme.accentText : Theme.border
        Behavior on x {
            NumberAnimation {
                duration: Theme.quick
                easing.type: Easing.OutCubic
            }
        }
    }
}
