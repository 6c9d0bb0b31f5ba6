import QtQuick

// A question over the page: dims it, takes all touches, keeps the focus inside. Content goes below the words; actions into `actions`.
FocusScope {
    id: dialog

    property string title
    property string text
    property string iconName
    property string iconTone: "accent"
    property real panelWidth: Theme.touch * 10
    property alias actions: actionRow.data
    default property alias content: extra.data

    anchors.fill: parent
    focus: visible
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    onVisibleChanged: if (visible)
        forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        // Nothing behind the dialog may be touched; no control, so not in the accessible tree.
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            grabPermissions: PointerHandler.TakeOverForbidden
        }
        HoverHandler {}
        WheelHandler {}
    }
    Rectangle {
        id: panel
        anchors.centerIn: parent
        width: Math.min(dialog.panelWidth, dialog.width - 2 * Theme.space)
        height: column.implicitHeight + Theme.space * 3
        radius: Theme.radius * 1.4
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
        Column {
            id: column
            x: Theme.space * 1.5
            y: Theme.space * 1.5
            width: parent.width - Theme.space * 3
            spacing: Theme.space * 0.75
            Row {
                width: parent.width
                spacing: Theme.space * 0.75
                Icon {
                    id: sign
                    visible: dialog.iconName !== ""
                    name: dialog.iconName
                    color: Theme.tone(dialog.iconTone)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                    step: "title"
                    text: dialog.title
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
            }
            Label {
                width: parent.width
                visible: text !== ""
                tone: "quiet"
                text: dialog.text
            }
            Column {
                id: extra
                width: parent.width
                spacing: Theme.space / 2
                visible: children.length > 0
            }
            Item {
                width: parent.width
                height: Theme.space / 4
            }
            Flow {
                id: actionRow
                width: parent.width
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space / 2
            }
        }
    }
}
