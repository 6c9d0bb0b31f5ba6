import QtQuick
import Bench

// One personal eSIM: its state in large, where it stands, carrier and number. `esim` is `{esim, operator, numberLast4}`.
Card {
    id: card

    property var esim
    property string title
    // The card bears the mark of an eSIM that can be used.
    property bool active: false
    property string lead
    property string text
    readonly property string state_: esim.esim

    width: parent ? parent.width : 340
    height: facts.implicitHeight + 40

    Column {
        id: facts
        x: 20
        y: 20
        width: parent.width - 40
        spacing: 14
        Row {
            width: parent.width
            spacing: 14
            Rectangle {
                // The mark at the other side says the same.
                visible: !card.active
                width: 48
                height: 48
                radius: 24
                color: card.state_ === "none" ? Theme.surfaceHigh : Theme.accentSoft
                Icon {
                    anchors.centerIn: parent
                    name: card.state_ === "active" ? "checkCircle" : "sim"
                    size: 26
                    color: card.state_ === "active" ? Theme.good : card.state_ === "ready" ? Theme.accent : Theme.quiet
                }
            }
            Column {
                width: parent.width - parent.spacing - (card.active ? mark.width : 48)
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                Label {
                    width: parent.width
                    step: "title"
                    font.weight: Font.DemiBold
                    text: card.title
                }
                Label {
                    width: parent.width
                    visible: text !== ""
                    font.pixelSize: 14
                    tone: "quiet"
                    text: card.lead
                }
            }
            AppActiveBadge {
                id: mark
                visible: card.active
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Label {
            width: parent.width
            font.pixelSize: 15
            tone: "quiet"
            text: card.text
        }
        PhoneFact {
            visible: card.esim.operator !== ""
            name: qsTr("Carrier")
            value: card.esim.operator
        }
        PhoneFact {
            visible: card.esim.numberLast4 !== ""
            name: qsTr("Number")
            //: %1: the last four digits of the telephone number
            value: qsTr("ends in %1").arg(card.esim.numberLast4)
        }
    }
}
