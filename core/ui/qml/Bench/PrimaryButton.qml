import QtQuick
import QtQuick.Templates as T

// The one main action of a screen: filled with the accent. Grows with its text up to two lines. `tone: "bad"` for removal.
T.Button {
    id: control

    property string tone: "accent"
    readonly property color fill: tone === "bad" ? Theme.bad : Theme.fill

    implicitWidth: Math.max(Theme.touch * 2.6, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.touch * 0.45
    verticalPadding: Theme.space / 2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? Theme.surfaceHigh : control.down ? Qt.tint(control.fill, Theme.night ? "#30ffffff" : "#30000000") : control.fill
        FocusRing {
            shown: control.visualFocus
            gap: Theme.focusRing * 2
        }
    }
    contentItem: Label {
        text: control.text
        color: !control.enabled ? Theme.quiet : control.tone === "bad" ? Theme.accentText : Theme.fillText
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        maximumLineCount: 2
    }
}
