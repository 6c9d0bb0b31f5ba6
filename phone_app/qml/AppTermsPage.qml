pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The terms, each with its own box (BMW-JP-SP-08).
PhonePage {
    id: page

    title: qsTr("Terms and Conditions")
    lead: qsTr("Read each one and tick its box to go on.")

    function heading(term: string): string {
        switch (term) {
        case "terms_of_use":
            return qsTr("Terms of use of the app");
        case "connected_services":
            return qsTr("Terms of the connected services");
        case "privacy":
            return qsTr("How personal data are handled");
        default:
            return term;
        }
    }
    function summary(term: string): string {
        switch (term) {
        case "terms_of_use":
            return qsTr("The app is for your own use. Keep your %1 and your PIN to yourself, and tell us when you lose your phone.").arg(page.app.brand.idName);
        case "connected_services":
            return qsTr("Services that reach your car need its mobile connection. They depend on coverage and can change with new versions.");
        case "privacy":
            return qsTr("Your name, your e-mail and your cars are stored with your %1. The car loads your settings from there. Nothing leaves this bench.").arg(page.app.brand.idName);
        default:
            return "";
        }
    }

    Repeater {
        model: page.app.terms.map(term => term.id)
        Card {
            id: card
            required property string modelData
            required property int index
            width: parent.width
            height: words.implicitHeight + 20
            Column {
                id: words
                y: 16
                width: parent.width
                spacing: 6
                Label {
                    x: 16
                    width: parent.width - 32
                    font.weight: Font.DemiBold
                    text: page.heading(card.modelData)
                }
                Label {
                    x: 16
                    width: parent.width - 32
                    font.pixelSize: 14
                    tone: "quiet"
                    text: page.summary(card.modelData)
                }
                CheckRow {
                    objectName: "phone.app.terms.accept." + card.modelData
                    width: parent.width
                    flat: true
                    text: qsTr("I agree.")
                    Accessible.name: page.heading(card.modelData) + " " + text
                    checked: page.app.terms[card.index]?.ticked ?? false
                    onClicked: {
                        page.phone.send("toggleTerm", card.modelData);
                        checked = Qt.binding(() => page.app.terms[card.index]?.ticked ?? false);
                    }
                }
            }
        }
    }
    footer: [
        PrimaryButton {
            objectName: "phone.app.terms.agree"
            width: parent.width
            enabled: page.app.mayAgree
            text: qsTr("AGREE")
            onClicked: page.phone.send("agree")
        },
        TextAction {
            objectName: "phone.app.terms.logOut"
            width: parent.width
            text: qsTr("Do not agree and log out")
            onClicked: page.phone.send("logOut")
        }
    ]
}
