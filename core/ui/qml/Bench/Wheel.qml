import QtQuick

// A list whose rows swell in the middle, for round displays. It is as high as its rows, up to `room`.
// Rows bind `scale` to `swell(y, height)`.
ListView {
    id: wheel

    property real room: 400
    property real curve: 0.13

    function swell(top: real, size: real): real {
        const away = Math.min(1, Math.abs(top + size / 2 - contentY - height / 2) / (room / 2));
        return 1 - curve * away * away;
    }

    height: Math.min(room, contentHeight)
    clip: contentHeight > room
    spacing: Theme.space / 2
    boundsBehavior: Flickable.StopAtBounds
    // All rows: what is just out of sight keeps its place and its id.
    cacheBuffer: 4000
}
