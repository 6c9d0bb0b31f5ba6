pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The terms of the application; their box opens the way on (MYNA-C02).
MynapointPage {
    id: page

    backId: "phone.mynapoint.terms.back"
    title: qsTr("Terms of use")
    lead: page.my.search.chosen.name ?? ""

    Card {
        width: parent.width
        height: words.height + 36
        Column {
            id: words
            x: 18
            y: 18
            width: parent.width - 36
            spacing: 14
            Repeater {
                model: [qsTr("1. You apply for yourself, with your own My Number card and an ID that was issued to you."), qsTr("2. One person can apply at one cashless service. The service cannot be changed afterwards."), qsTr("3. The payment service ID, the security code and the last 4 digits of your number are compared with what the service issued."), qsTr("4. Registering the points takes about one day. The app shows how the application stands."), qsTr("5. This is a simulation: nothing leaves this bench, and no points are paid.")]
                Label {
                    required property string modelData
                    width: words.width
                    font.pixelSize: 15
                    text: modelData
                }
            }
        }
    }
    CheckRow {
        objectName: "phone.mynapoint.terms.agree"
        width: parent.width
        text: qsTr("I agree to the terms of use.")
        checked: page.my.agreed
        onClicked: {
            page.phone.send("agree", checked);
            checked = Qt.binding(() => page.my.agreed);
        }
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.terms.next"
        width: parent.width
        enabled: page.my.agreed
        text: qsTr("Proceed to the application")
        onClicked: page.phone.send("toForm")
    }
}
