pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The apps that the phone can have beside its own (BMW-JP-PREP-04, MINI-PREP-04, MYNA-B01).
PhonePage {
    id: page

    readonly property var store: phone.store
    title: qsTr("App store")
    lead: qsTr("Apps for this phone")

    Notice {
        width: parent.width
        visible: !page.store.online
        kind: "warn"
        text: qsTr("The phone is offline. Apps come when there is a network again.")
    }
    PhoneGroup {
        remark: qsTr("Hold an app's icon on the home screen to remove the app.")
        Repeater {
            // By number: a row stays, and keeps the focus, while its app comes.
            model: page.store.apps.length
            StoreRow {
                required property int index
                phone: page.phone
                app: page.store.apps[index]
            }
        }
    }
}
