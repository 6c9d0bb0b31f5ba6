import QtQuick

// Where you are: a title with the way back before it. `backId` is the id of the back button, `backText` its name.
Item {
    id: bar

    property string title
    property string backId
    property string backText
    property bool canGoBack: true
    default property alias actions: tail.data
    signal back

    implicitWidth: Theme.touch * 6
    implicitHeight: Math.max(Theme.touch, words.implicitHeight)

    IconButton {
        id: backButton
        objectName: bar.backId
        visible: bar.canGoBack
        anchors.verticalCenter: parent.verticalCenter
        icon.name: "chevronLeft"
        text: bar.backText
        onClicked: bar.back()
    }
    Label {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: bar.canGoBack ? Theme.touch + Theme.space / 3 : 0
        anchors.right: tail.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        step: "title"
        text: bar.title
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: tail
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space / 2
    }
}
