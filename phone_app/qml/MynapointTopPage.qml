import QtQuick
import Bench

// The app's top page: reserve (MYNA-B02), apply (MYNA-C00a), and what a MyKey ID is (MYNA-B00).
MynapointPage {
    id: page

    title: qsTr("Mynapoint")
    lead: qsTr("Reserve and apply with your My Number card.")

    Notice {
        width: parent.width
        visible: page.my.loggedOut
        kind: "good"
        text: qsTr("You have logged out.")
    }
    ListRow {
        objectName: "phone.mynapoint.top.reserve"
        width: parent.width
        icon.name: "key"
        iconTone: "accent"
        text: qsTr("Reserve Mynapoint (issue a MyKey ID)")
        detail: qsTr("Begin here the first time.")
        onClicked: page.phone.send("reserve")
    }
    ListRow {
        objectName: "phone.mynapoint.top.apply"
        width: parent.width
        icon.name: "coin"
        iconTone: "accent"
        text: qsTr("Apply for Mynapoint")
        detail: qsTr("Also to see how your application stands.")
        onClicked: page.phone.send("applyFor")
    }
    Item {
        width: 1
        height: 4
    }
    PhonePoint {
        sign: "info"
        heading: qsTr("What a MyKey ID is")
        text: qsTr("The ID that shows that it is you who receives the points.")
    }
    PhonePoint {
        sign: "idCard"
        heading: qsTr("What you need")
        text: qsTr("Your My Number card and its password of 4 digits. Three wrong ones in a row lock it.")
    }
}
