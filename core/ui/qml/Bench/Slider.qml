import QtQuick
import QtQuick.Templates as T

// A value between two ends, dragged or stepped with the keys; `accessibleName` says of what.
T.Slider {
    id: control

    property string accessibleName

    implicitWidth: Theme.touch * 5
    implicitHeight: Theme.touch
    padding: Theme.space / 2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Slider
    Accessible.name: accessibleName

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        width: control.availableWidth
        height: Math.max(4, Theme.space / 3)
        radius: height / 2
        color: Theme.track
        border.width: Theme.hairline
        border.color: Theme.line
        Rectangle {
            width: control.visualPosition * (parent.width - handleItem.width) + handleItem.width / 2
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
    handle: Rectangle {
        id: handleItem
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: (control.height - height) / 2
        width: Theme.touch * 0.5
        height: width
        radius: width / 2
        color: control.pressed ? Theme.accent : Theme.text
        border.width: Theme.hairline
        border.color: Theme.line
        FocusRing {
            shown: control.visualFocus
            radius: width / 2
        }
    }
}
