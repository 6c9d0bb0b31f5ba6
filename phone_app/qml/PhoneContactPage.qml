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
            Item {
                id: entry
                required property string modelData
                width: parent.width
                height: 56
                Icon {
                    id: sign
                    x: 16
                    anchors.verticalCenter: parent.verticalCenter
                    name: "phone"
                    color: Theme.accent
                    size: 22
                }
                Label {
                    anchors.left: sign.right
                    anchors.leftMargin: 16
                    anchors.verticalCenter: parent.verticalCenter
                    text: entry.modelData
                }
            }
        }
    }
}
