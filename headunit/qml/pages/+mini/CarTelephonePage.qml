pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// Whom to call, on wheels: contacts, calls before, a key pad; or what is missing for it.
CarPage {
    id: page

    readonly property var telephone: page.car.telephone
    readonly property bool ready: telephone.missing === ""
    readonly property var lack: words.missing(telephone.missing)
    readonly property real below: 116

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
    Segmented {
        visible: page.ready
        anchors.horizontalCenter: parent.horizontalCenter
        width: 700
        height: 96
        optionId: "car.telephone.tab"
        accessibleName: qsTr("What is shown")
        current: page.telephone.tab
        options: [
            {
                key: "contacts",
                text: qsTr("Contacts")
            },
            {
                key: "recents",
                text: page.telephone.unseen > 0 ? qsTr("Recent (%1)").arg(page.telephone.unseen) : qsTr("Recent")
            },
            {
                key: "keypad",
                text: qsTr("Key pad")
            }
        ]
        onChosen: key => page.send("openTab", key)
    }
    Wheel {
        id: contacts
        visible: page.ready && page.telephone.tab === "contacts"
        width: parent.width
        room: parent.height - page.below - 20
        y: page.below
        model: visible ? page.car.phoneBook : []
        delegate: Item {
            id: entry
            required property var modelData
            width: contacts.width
            height: 136
            scale: contacts.swell(y, height)
            CarCallRow {
                objectName: "car.telephone.contact." + entry.modelData.key
                anchors.fill: parent
                inset: 36
                initial: entry.modelData.name.charAt(0)
                text: entry.modelData.name
                detail: entry.modelData.shown
                onClicked: page.send("call", entry.modelData.number)
            }
        }
    }
    Wheel {
        id: recents
        visible: page.ready && page.telephone.tab === "recents"
        width: parent.width
        room: parent.height - page.below - 20
        y: page.below
        model: visible ? page.car.recentCalls : []
        delegate: Item {
            id: past
            required property var modelData
            width: recents.width
            height: 136
            scale: recents.swell(y, height)
            CarCallRow {
                objectName: "car.telephone.recent." + past.modelData.key
                anchors.fill: parent
                inset: 36
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
        width: parent.width
        y: page.below - 12
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 600
            height: 72
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            step: "title"
            font.weight: Font.Bold
            text: page.telephone.typed ? (page.telephone.typedName ? page.telephone.typedName : page.telephone.typedShown) : qsTr("Enter a number")
            color: page.telephone.typed ? Theme.text : Theme.quiet
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 28
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        CarDialPad {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: -90
            y: 80
            keyId: "car.telephone.key"
            keyWidth: 150
            keyHeight: 98
            onPressed: key => page.send("telephoneKey", key)
            onHeld: key => {
                if (key === "0")
                    page.send("telephoneKey", "+");
            }
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: 250
            y: 96
            spacing: 24
            CarCallButton {
                objectName: "car.telephone.keyErase"
                size: 116
                enabled: page.telephone.typed !== ""
                icon.name: "backspace"
                text: qsTr("Erase")
                onClicked: page.send("telephoneErase")
            }
            CarCallButton {
                objectName: "car.telephone.call"
                size: 132
                kind: "good"
                icon.name: "phone"
                text: qsTr("Call")
                onClicked: page.send("call")
            }
        }
    }
    EmptyState {
        visible: page.ready && page.telephone.tab === "contacts" && page.car.phoneBook.length === 0
        anchors.horizontalCenter: parent.horizontalCenter
        y: 150
        width: parent.width
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
        anchors.horizontalCenter: parent.horizontalCenter
        y: 170
        width: parent.width
        iconName: "clock"
        title: qsTr("No calls yet")
        text: qsTr("Calls that you make, take or miss in this car are listed here.")
    }
    EmptyState {
        visible: !page.ready
        anchors.horizontalCenter: parent.horizontalCenter
        y: 90
        width: parent.width
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
