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

        Repeater {
            model: page.phone.preferences.brandApps.length
            PhoneAppIcon {
                required property int index
                // An app that was just removed has none any more, a moment before its icon goes.
                readonly property var face: page.phone.preferences.brandApps[index] ?? ({
                        id: "",
                        name: "",
                        icon: ["", "transparent", "transparent", "transparent"]
                    })
                objectName: "phone.home." + face.id
                text: face.name
                sign: face.icon[0]
                upper: face.icon[1]
                lower: face.icon[2]
                ink: face.icon[3]
                onClicked: page.phone.send("open", face.id)
                onHeld: page.phone.send("askRemove", face.id)
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
            upper: "#8A63D2"
            lower: "#43238C"
            onClicked: page.phone.send("open", "store")
        }
        PhoneAppIcon {
            objectName: "phone.home.mynapoint"
            visible: page.phone.store.installed.indexOf("mynapoint") >= 0
            text: qsTr("Mynapoint")
            sign: "coin"
            upper: "#8E62E6"
            lower: "#44238F"
            onClicked: page.phone.send("open", "mynapoint")
            onHeld: page.phone.send("askRemove", "mynapoint")
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
