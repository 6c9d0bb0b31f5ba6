pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The calls before, newest first; a touch calls again.
FocusScope {
    id: outer

    property var phone

    PhonePage {
        id: page
        phone: outer.phone
        width: parent.width
        height: parent.height - tabs.height
        focus: true
        title: qsTr("Recents")
        headerActions: TextAction {
            objectName: "phone.dialer.recents.clear"
            visible: page.phone.dialer.recents.length > 0
            text: qsTr("Clear")
            onClicked: page.phone.send("clearRecents")
        }

        PhoneGroup {
            visible: page.phone.dialer.recents.length > 0
            Repeater {
                model: page.phone.dialer.recents
                ListRow {
                    required property var modelData
                    objectName: "phone.dialer.recents." + modelData.key
                    width: parent.width
                    flat: true
                    chevron: false
                    icon.name: modelData.incoming ? "callIncoming" : "callOutgoing"
                    iconTone: modelData.missed ? "bad" : "quiet"
                    text: modelData.name !== "" ? modelData.name : qsTr("Number withheld")
                    detail: modelData.missed ? qsTr("Missed call") : modelData.incoming ? qsTr("Incoming call") : qsTr("Outgoing call")
                    detailTone: modelData.missed ? "bad" : "quiet"
                    status: modelData.time
                    onClicked: page.phone.send("redial", modelData.key)
                }
            }
        }
        PhoneMessage {
            width: parent.width
            topPadding: 60
            visible: page.phone.dialer.recents.length === 0
            sign: "clock"
            title: qsTr("No calls yet")
            text: qsTr("Calls you make and get are listed here.")
        }
    }
    PhoneDialerTabs {
        id: tabs
        phone: outer.phone
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
