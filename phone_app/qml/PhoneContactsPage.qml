pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The phone book.
PhonePage {
    id: page

    title: qsTr("Contacts")

    PhoneGroup {
        visible: page.phone.contacts.contacts.length > 0
        Repeater {
            model: page.phone.contacts.contacts
            ListRow {
                id: row
                required property var modelData
                objectName: "phone.contacts.list." + modelData.key
                width: parent.width
                flat: true
                chevron: false
                text: modelData.name
                leading: Component {
                    Monogram {
                        initial: row.modelData.initial
                        active: true
                        size: 40
                    }
                }
                onClicked: page.phone.send("openContact", modelData.key)
            }
        }
    }
    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.phone.contacts.contacts.length === 0
        sign: "contacts"
        title: qsTr("No contacts")
    }
}
