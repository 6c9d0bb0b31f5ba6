import QtQuick
import QtQuick.Templates as T

// The quietest action: words in the accent colour, no surface until touched.
T.Button {
    id: control

    property string tone: "accent"

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space
    verticalPadding: Theme.space / 2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : "transparent"
        FocusRing {
            shown: control.visualFocus
        }
    }
    contentItem: Label {
        text: control.text
        color: control.enabled ? Theme.tone(control.tone) : Theme.quiet
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
