import QtQuick
import Bench

// Who is signed in: initial, name, e-mail. `caption` says what the e-mail is, where that must be told.
Card {
    id: card

    property var user
    property string caption

    width: parent ? parent.width : 340
    height: Math.max(104, who.implicitHeight + 40)

    Monogram {
        id: face
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        initial: card.user.initial
        active: true
        size: 60
    }
    Column {
        id: who
        anchors.left: face.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
        Label {
            width: parent.width
            visible: text !== ""
            step: "small"
            tone: "quiet"
            text: card.caption
        }
        Label {
            width: parent.width
            step: "title"
            font.weight: Font.DemiBold
            text: card.user.name
        }
        Label {
            width: parent.width
            font.pixelSize: 14
            tone: "quiet"
            wrapMode: Text.WrapAnywhere
            text: card.user.email
        }
    }
}
