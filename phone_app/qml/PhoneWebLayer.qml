pragma ComponentBehavior: Bound

import QtQuick

// The web views of all apps that have one open. They live on while other apps are in front: a form half filled in waits
// there while the person reads the security code in Messages.
Item {
    id: webs

    property var phone
    readonly property var web: phone.web
    readonly property PhoneBrowser front: (web.front === "mybmw" ? first.item : web.front === "browser" ? second.item : null) as PhoneBrowser

    visible: web.front !== ""

    component Slot: Loader {
        id: slot
        required property string app
        readonly property var place: webs.web.slots[app] ?? ({})
        readonly property string address: place.address ?? ""
        readonly property int number: place.number ?? 0

        anchors.fill: parent
        active: address !== ""
        visible: webs.web.front === app
        focus: visible
        sourceComponent: PhoneBrowser {
            phone: webs.phone
            app: slot.app
            address: slot.address
            number: slot.number
        }
    }
    Slot {
        id: first
        app: "mybmw"
    }
    Slot {
        id: second
        app: "browser"
    }
}
