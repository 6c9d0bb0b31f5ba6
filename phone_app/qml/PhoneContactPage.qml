pragma ComponentBehavior: Bound

import QtQuick
import Bench

// One contact with all its numbers.
PhonePage {
    id: page

    readonly property var contact: phone.contacts.contact

    backId: "phone.contacts.detail.back"

    Monogram {
        anchors.horizontalCenter: parent.horizontalCenter
        initial: page.contact.initial ?? ""
        active: true
        size: 96
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "display"
        font.weight: Font.Bold
        text: page.contact.name ?? ""
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    PhoneGroup {
        Repeater {
            model: page.contact.numbers ?? []
            ListRow {
                required property string modelData
                required property int index
                objectName: "phone.contacts.detail.call" + index
                width: parent.width
                flat: true
                chevron: false
                icon.name: "phone"
                iconTone: "accent"
                text: modelData
                onClicked: page.phone.send("dial", modelData.replace(/-/g, ""))
            }
        }
    }
}
