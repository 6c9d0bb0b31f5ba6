pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The desk beside the phone, in its own dark colours by day and night: cards to lay on the phone, and the municipal office.
Rectangle {
    id: tray

    property var phone
    readonly property var nfc: phone.mynapoint.nfc
    readonly property bool shown: phone.screen.app === "mynapoint" && nfc.shown

    height: shown ? 174 : 0
    visible: shown
    color: "#20252D"

    Rectangle {
        width: parent.width
        height: 1
        color: "#465061"
    }
    Label {
        id: desk
        x: 20
        y: 17
        font.pixelSize: 13
        font.weight: Font.DemiBold
        color: "#C3CCD9"
        text: qsTr("On the desk")
    }
    Rectangle {
        // A note with the password of the demonstration's card: nobody else could tell it.
        visible: tray.nfc.note !== ""
        x: desk.x + desk.width + 14
        y: 12
        width: note.implicitWidth + 18
        height: 26
        rotation: -1.5
        color: "#F6E08A"
        Label {
            id: note
            anchors.centerIn: parent
            font.pixelSize: 12
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            lineHeight: 1.0
            color: "#3A3212"
            text: qsTr("Password %1").arg(tray.nfc.note)
        }
    }
    T.Button {
        id: office
        objectName: "phone.nfc.office"
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 2
        width: caption.implicitWidth + 52
        height: 48
        text: qsTr("Municipal office")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: tray.phone.send("askOffice")
        background: Item {
            FocusRing {
                shown: office.visualFocus
                gap: -4
            }
        }
        contentItem: Item {
            opacity: office.down ? 0.6 : 1
            Icon {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                name: "building"
                size: 20
                color: "#C3CCD9"
            }
            Label {
                id: caption
                x: 38
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: 13
                wrapMode: Text.NoWrap
                color: "#C3CCD9"
                text: office.text
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 50
        spacing: 10
        Repeater {
            model: tray.shown ? tray.nfc.cards.length : 0
            PhoneDeskCard {
                required property int index
                readonly property var card: tray.nfc.cards[index] ?? ({})
                objectName: "phone.nfc.card." + card.key
                width: 118
                height: 118
                kind: card.kind ?? ""
                owner: card.name ?? ""
                laid: card.key !== undefined && tray.nfc.laid === card.key
                mine: card.key === "mynumber"
                onClicked: tray.phone.send("layCard", card.key)
            }
        }
    }
}
