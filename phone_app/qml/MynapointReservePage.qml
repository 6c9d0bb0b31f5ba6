import QtQuick
import Bench

// The card was read: the MyKey ID can be issued (MYNA-B05).
MynapointPage {
    id: page

    backId: "phone.mynapoint.reserve.back"
    title: qsTr("Reserve Mynapoint (issue a MyKey ID)")
    lead: qsTr("Your card was read. Issue your MyKey ID to complete the reservation.")

    PhonePoint {
        sign: "key"
        heading: qsTr("MyKey ID")
        text: qsTr("8 letters and figures. The app keeps it for you: you need not note it down.")
    }
    PhonePoint {
        sign: "coin"
        heading: qsTr("One cashless service")
        text: qsTr("With it you apply for points at one service of your choice.")
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.reserve.issue"
        width: parent.width
        text: qsTr("Issue")
        onClicked: page.phone.send("issue")
    }
}
