import QtQuick
import Bench

// A page of the small screen: content that scrolls.
FocusScope {
    id: page

    property var accessory
    property real margin: 22
    default property alias content: column.data
    property alias spacing: column.spacing

    Flickable {
        id: scroll
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: column.height
        interactive: contentHeight > height
        Column {
            id: column
            x: page.margin
            y: Math.max(0, (scroll.height - height) / 2)
            width: parent.width - 2 * page.margin
            spacing: Theme.space
            topPadding: 4
            bottomPadding: 12
        }
    }
}
