import QtQuick

// A banner with a sign and words: tone `info`, `good`, `warn` or `bad`; one optional action.
Rectangle {
    id: notice

    property string kind: "info"
    property string text
    property string actionText
    property string actionId
    readonly property string tone: kind === "info" ? "accent" : kind
    signal action

    implicitWidth: Theme.touch * 5
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + Theme.space)
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.tone(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        x: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        name: notice.kind === "good" ? "checkCircle" : notice.kind === "info" ? "info" : "warning"
        color: Theme.tone(notice.tone)
        size: Theme.icon * 0.85
    }
    Label {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.space * 0.75
        anchors.right: button.visible ? button.left : parent.right
        anchors.rightMargin: button.visible ? Theme.space / 2 : Theme.space
        anchors.verticalCenter: parent.verticalCenter
        step: "small"
        text: notice.text
    }
    TextAction {
        id: button
        objectName: notice.actionId
        visible: notice.actionText !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.space / 3
        anchors.verticalCenter: parent.verticalCenter
        text: notice.actionText
        onClicked: notice.action()
    }
}
