pragma ComponentBehavior: Bound

import QtQuick

// The web views of all apps that have one open. They live on while other apps are in front: a form half filled in waits
// there while the person reads the security code in Messages.
Item {
    id: webs

    property var phone
    readonly property var web: phone.web
    // As one text: the slots, and the pages in them, must not be made anew whenever one of them changes.
    readonly property string names: Object.keys(web.slots).join(" ")
    readonly property int place: names.split(" ").indexOf(web.front)
    readonly property PhoneBrowser front: (place >= 0 && place < slots.count ? (slots.itemAt(place) as Loader).item : null) as PhoneBrowser

    visible: web.front !== ""

    Repeater {
        id: slots
        model: webs.names === "" ? [] : webs.names.split(" ")
        Loader {
            id: slot
            required property string modelData
            readonly property var place: webs.web.slots[modelData] ?? ({})
            readonly property string address: place.address ?? ""
            readonly property int number: place.number ?? 0

            anchors.fill: parent
            active: address !== ""
            visible: webs.web.front === modelData
            focus: visible
            sourceComponent: PhoneBrowser {
                phone: webs.phone
                app: slot.modelData
                address: slot.address
                number: slot.number
            }
        }
    }
}
