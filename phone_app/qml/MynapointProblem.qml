import QtQuick
import Bench

// An error inside a page: what happened and what to do; nothing while `code` is empty.
Rectangle {
    id: problem

    property string code

    visible: code !== ""
    height: column.implicitHeight + 28
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.warn
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text + " " + detail.text

    MynapointErrorText {
        id: words
    }
    Icon {
        id: sign
        x: 14
        y: 14
        name: "warning"
        color: Theme.warn
    }
    Column {
        id: column
        anchors.left: sign.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 14
        y: 14
        spacing: 4
        Label {
            id: title
            width: parent.width
            font.weight: Font.DemiBold
            text: words.title(problem.code)
        }
        Label {
            id: detail
            width: parent.width
            font.pixelSize: 14
            tone: "quiet"
            text: words.detail(problem.code)
        }
    }
}
