import QtQuick
import QtQuick.Templates as T

// An action beside the main one: a raised surface with an optional icon (`icon.name`). Grows with its text up to two lines.
T.Button {
    id: control

    property string tone: "text"

    implicitWidth: Math.max(Theme.touch * 1.8, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.touch * 0.4
    verticalPadding: Theme.space / 2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : Theme.surfaceHigh
        border.width: Theme.hairline
        border.color: Theme.line
        FocusRing {
            shown: control.visualFocus
        }
    }
    contentItem: Item {
        implicitWidth: Math.ceil(words.implicitWidth) + 1 + (sign.visible ? sign.width + Theme.space / 2 : 0)
        implicitHeight: words.implicitHeight
        Row {
            anchors.centerIn: parent
            spacing: Theme.space / 2
            Icon {
                id: sign
                visible: control.icon.name !== ""
                name: control.icon.name
                size: Theme.icon * 0.8
                color: words.color
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: words
                width: Math.min(Math.ceil(implicitWidth) + 1, control.availableWidth - (sign.visible ? sign.width + Theme.space / 2 : 0))
                text: control.text
                color: control.enabled ? Theme.tone(control.tone) : Theme.quiet
                horizontalAlignment: sign.visible ? Text.AlignLeft : Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
                maximumLineCount: 2
            }
        }
    }
}
