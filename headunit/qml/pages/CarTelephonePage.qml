pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// Whom to call: the parent phone's contacts (BMW-JP-CAR-13a), the calls before, a key pad; or what is missing for it.
CarPage {
    id: page

    readonly property var telephone: page.car.telephone
    readonly property bool ready: telephone.missing === ""
    readonly property var lack: words.missing(telephone.missing)

    name: "telephone"
    title: qsTr("Telephone")

    // The keys of a keyboard work as well.
    Keys.onPressed: event => {
        if (!page.ready || page.telephone.tab !== "keypad")
            return;
        if (event.text !== "" && "0123456789*#+".includes(event.text))
            page.send("telephoneKey", event.text);
        else if (event.key === Qt.Key_Backspace)
            page.send("telephoneErase");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.send("call");
        else
            return;
        event.accepted = true;
    }

    CarCallText {
        id: words
    }
    actions: Segmented {
        visible: page.ready
        width: 900
        height: 96
        optionId: "car.telephone.tab"
        accessibleName: qsTr("What is shown")
        current: page.telephone.tab
        options: [
            {
                key: "contacts",
                text: qsTr("Contacts"),
                icon: "contacts"
            },
            {
                key: "recents",
                text: page.telephone.unseen > 0 ? qsTr("Recent (%1)").arg(page.telephone.unseen) : qsTr("Recent"),
                icon: "clock"
            },
            {
                key: "keypad",
                text: qsTr("Key pad"),
                icon: "dialpad"
            }
        ]
        onChosen: key => page.send("openTab", key)
    }
    GridView {
        id: contacts
        visible: page.ready && page.telephone.tab === "contacts"
        width: parent.width + page.gutter
        height: parent.height
        cellWidth: width / 2
        cellHeight: 128
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: visible ? page.car.phoneBook : []
        delegate: Item {
            id: entry
            required property var modelData
            width: contacts.cellWidth
            height: contacts.cellHeight
            CarCallRow {
                objectName: "car.telephone.contact." + entry.modelData.key
                width: parent.width - page.gutter
                height: 112
                initial: entry.modelData.name.charAt(0)
                text: entry.modelData.name
                detail: entry.modelData.shown
                onClicked: page.send("call", entry.modelData.number)
            }
        }
    }
    GridView {
        id: recents
        visible: page.ready && page.telephone.tab === "recents"
        width: parent.width + page.gutter
        height: parent.height
        cellWidth: width / 2
        cellHeight: 128
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: visible ? page.car.recentCalls : []
        delegate: Item {
            id: past
            required property var modelData
            width: recents.cellWidth
            height: recents.cellHeight
            CarCallRow {
                objectName: "car.telephone.recent." + past.modelData.key
                width: parent.width - page.gutter
                height: 112
                enabled: past.modelData.number !== ""
                icon.name: words.pastIcon(past.modelData.kind)
                text: words.who(past.modelData)
                detail: past.modelData.seconds > 0 ? words.past(past.modelData.kind) + "  " + words.clock(past.modelData.seconds) : words.past(past.modelData.kind)
                detailTone: past.modelData.kind === "missed" ? "bad" : "quiet"
                when: past.modelData.time
                onClicked: page.send("call", past.modelData.number)
            }
        }
    }
    Item {
        visible: page.ready && page.telephone.tab === "keypad"
        anchors.fill: parent
        Column {
            width: page.column(6)
            y: 36
            spacing: 12
            Label {
                width: parent.width
                height: 100
                step: "display"
                text: page.telephone.typed ? page.telephone.typedShown : qsTr("Enter a number")
                color: page.telephone.typed ? Theme.text : Theme.quiet
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 32
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
            }
            Label {
                width: parent.width
                height: 48
                tone: "quiet"
                text: page.telephone.typedName
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Item {
                width: 1
                height: 68
            }
            Row {
                spacing: 24
                x: -28
                CarCallButton {
                    objectName: "car.telephone.call"
                    size: 128
                    kind: "good"
                    icon.name: "phone"
                    text: qsTr("Call")
                    onClicked: page.send("call")
                }
                CarCallButton {
                    objectName: "car.telephone.keyErase"
                    size: 128
                    enabled: page.telephone.typed !== ""
                    icon.name: "backspace"
                    text: qsTr("Erase")
                    onClicked: page.send("telephoneErase")
                }
            }
        }
        CarDialPad {
            anchors.right: parent.right
            y: -8
            keyId: "car.telephone.key"
            onPressed: key => page.send("telephoneKey", key)
            onHeld: key => {
                if (key === "0")
                    page.send("telephoneKey", "+");
            }
        }
    }
    EmptyState {
        visible: page.ready && page.telephone.tab === "contacts" && page.car.phoneBook.length === 0
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -40
        width: page.column(8)
        iconName: "contacts"
        title: qsTr("No contacts were read")
        text: page.car.esim.parentPhone ? qsTr("Allow %1 to share its contacts with the car.").arg(page.car.esim.parentPhone) : qsTr("Connect your phone by Bluetooth; the car reads its contacts then.")
        PrimaryButton {
            objectName: "car.telephone.mobileDevices"
            text: qsTr("Mobile devices")
            onClicked: page.send("openMobileDevices")
        }
    }
    EmptyState {
        visible: page.ready && page.telephone.tab === "recents" && page.car.recentCalls.length === 0
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -40
        width: page.column(8)
        iconName: "clock"
        title: qsTr("No calls yet")
        text: qsTr("Calls that you make, take or miss in this car are listed here.")
    }
    EmptyState {
        visible: !page.ready
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -40
        width: page.column(8)
        iconName: page.telephone.missing === "guest" ? "person" : page.telephone.missing === "noPhone" ? "bluetooth" : page.telephone.missing === "noModem" ? "modem" : page.telephone.missing === "noNetwork" ? "signalNone" : page.telephone.missing === "switchedOff" ? "phone" : "sim"
        title: page.lack.title
        text: page.lack.text
        PrimaryButton {
            objectName: "car.telephone.wayOn"
            text: page.lack.action
            onClicked: page.send(page.lack.event)
        }
    }
}
