import QtQuick
import Bench

// The application once more before it is sent (MYNA-C04).
MynapointPage {
    id: page

    backId: "phone.mynapoint.review.back"
    title: qsTr("Check your application")
    lead: qsTr("When you apply, the app asks for the card's password and reads the card once more.")

    Card {
        width: parent.width
        height: facts.height + 40
        Column {
            id: facts
            x: 18
            y: 20
            width: parent.width - 36
            spacing: 16
            PhoneFact {
                name: qsTr("Service")
                value: page.my.search.chosen.name ?? ""
            }
            PhoneFact {
                name: qsTr("Operator")
                value: page.my.search.chosen.operator ?? ""
            }
            PhoneFact {
                name: qsTr("Payment service ID")
                // In groups, as the bank's page shows it.
                value: page.my.cleanId.replace(/(.{4})(?=.)/g, "$1 ")
            }
            PhoneFact {
                name: qsTr("Security code")
                value: "••••"
            }
            PhoneFact {
                name: qsTr("Phone number (last 4 digits)")
                value: page.my.form.phoneLast4
            }
        }
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.review.apply"
        width: parent.width
        text: qsTr("Apply")
        onClicked: page.phone.send("apply")
    }
}
