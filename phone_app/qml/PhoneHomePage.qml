pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Clock, date and the apps, with how many messages and missed calls wait.
FocusScope {
    id: page

    property var phone
    readonly property var weekdays: [qsTr("Sunday"), qsTr("Monday"), qsTr("Tuesday"), qsTr("Wednesday"), qsTr("Thursday"), qsTr("Friday"), qsTr("Saturday")]
    readonly property var months: [qsTr("January"), qsTr("February"), qsTr("March"), qsTr("April"), qsTr("May"), qsTr("June"), qsTr("July"), qsTr("August"), qsTr("September"), qsTr("October"), qsTr("November"), qsTr("December")]
    readonly property var today: phone.preferences.today

    StoreWords {
        id: words
    }

    Column {
        x: 28
        y: 64
        width: parent.width - 56
        spacing: 4
        Label {
            text: page.phone.status.time
            font.pixelSize: 76
            font.weight: Font.Light
            lineHeight: 1.0
        }
        Label {
            //: %1 weekday, %2 month, %3 day of the month
            text: qsTr("%1, %2 %3").arg(page.weekdays[page.today.weekday]).arg(page.months[page.today.month - 1]).arg(page.today.day)
            step: "title"
            font.weight: Font.Normal
        }
    }
    Grid {
        id: apps
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        columns: 4
        columnSpacing: 4
        rowSpacing: 12

        // Those of the store first: there, or on their way.
        Repeater {
            model: page.phone.store.apps.length
            PhoneAppIcon {
                required property int index
                readonly property var app: page.phone.store.apps[index]
                readonly property bool coming: ["waiting", "downloading", "installing"].includes(app.state)
                objectName: "phone.home." + (coming ? "coming." : "") + app.id
                visible: coming || app.state === "installed"
                text: words.name(app)
                sign: app.icon[0]
                upper: app.icon[1]
                lower: app.icon[2]
                ink: app.icon[3]
                progress: coming ? app.progress : -1
                onClicked: page.phone.send("open", coming ? "store" : app.id)
                onHeld: page.phone.send("askRemove", app.id)
            }
        }
        PhoneAppIcon {
            objectName: "phone.home.browser"
            text: qsTr("Browser")
            sign: "globe"
            upper: "#4A6FD8"
            lower: "#2A2F86"
            onClicked: page.phone.send("open", "browser")
        }
        PhoneAppIcon {
            objectName: "phone.home.store"
            text: qsTr("App store")
            sign: "store"
            upper: "#E0702A"
            lower: "#9A3C0A"
            onClicked: page.phone.send("open", "store")
        }
        PhoneAppIcon {
            objectName: "phone.home.settings"
            text: qsTr("Settings")
            sign: "settings"
            upper: "#7C8898"
            lower: "#434C59"
            onClicked: page.phone.send("open", "settings")
        }
        PhoneAppIcon {
            objectName: "phone.home.dialer"
            text: qsTr("Phone")
            sign: "phone"
            upper: "#37B24D"
            lower: "#14692B"
            badge: page.phone.dialer.missed
            onClicked: page.phone.send("open", "dialer")
        }
        PhoneAppIcon {
            objectName: "phone.home.messages"
            text: qsTr("Messages")
            sign: "message"
            upper: "#18A5C9"
            lower: "#0A5C7D"
            badge: page.phone.messages.unread
            onClicked: page.phone.send("open", "messages")
        }
        PhoneAppIcon {
            objectName: "phone.home.contacts"
            text: qsTr("Contacts")
            sign: "contacts"
            upper: "#2FB58A"
            lower: "#0E6B53"
            onClicked: page.phone.send("open", "contacts")
        }
    }
}
