import QtQuick
import Bench

// A question on a round display: the whole circle is the panel, everything in the middle, buttons as pills below each other.
FocusScope {
    id: dialog

    property string title
    property string text
    property string iconName
    property string iconTone: "accent"
    property real panelWidth: 680
    property alias actions: actionColumn.data
    default property alias content: extra.data

    function centre(column: Item) {
        for (const child of column.children)
            child.anchors.horizontalCenter = column.horizontalCenter;
    }

    anchors.fill: parent
    focus: visible
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    onVisibleChanged: if (visible)
        forceActiveFocus()

    Backdrop {
        // The circle is the panel: nothing shines through it.
        anchors.fill: parent
        // Nothing behind the dialog may be touched; no control, so not in the accessible tree.
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            grabPermissions: PointerHandler.TakeOverForbidden
        }
        HoverHandler {}
        WheelHandler {}
    }
    Column {
        anchors.centerIn: parent
        width: 680
        spacing: Theme.space * 0.75
        Rectangle {
            visible: dialog.iconName !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: 120
            height: 120
            radius: 60
            color: "transparent"
            border.width: 4
            border.color: Theme.tone(dialog.iconTone)
            Icon {
                anchors.centerIn: parent
                name: dialog.iconName
                size: 60
                color: Theme.tone(dialog.iconTone)
            }
        }
        Label {
            width: parent.width
            step: "title"
            text: dialog.title
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            width: parent.width
            visible: text !== ""
            tone: "quiet"
            text: dialog.text
            horizontalAlignment: Text.AlignHCenter
        }
        Column {
            id: extra
            width: parent.width
            spacing: Theme.space / 2
            visible: children.length > 0
            onChildrenChanged: dialog.centre(extra)
        }
        Item {
            width: parent.width
            height: Theme.space / 4
        }
        Column {
            id: actionColumn
            width: parent.width
            spacing: Theme.space * 0.75
            onChildrenChanged: dialog.centre(actionColumn)
        }
    }
}
