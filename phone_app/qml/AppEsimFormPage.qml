pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Country, provider and number, then on to the provider's site (BMW-JP-SP-12, 13; MINI asks for the whole number).
PhonePage {
    id: page

    readonly property var form: app.esim.form
    readonly property bool whole: form.entry === "full"

    backId: "phone.app.esim.form.back"
    title: qsTr("Activate the personal eSIM")

    function country(code: string): string {
        return code === "JP" ? qsTr("Japan") : code;
    }

    PhoneGroup {
        heading: qsTr("Country")
        Repeater {
            model: page.form.countries
            RadioRow {
                required property string modelData
                objectName: "phone.app.esim.country." + modelData
                width: parent.width
                flat: true
                text: page.country(modelData)
                checked: page.form.country === modelData
                onClicked: page.phone.send("chooseCountry", modelData)
            }
        }
    }
    PhoneGroup {
        heading: qsTr("Mobile network provider")
        Repeater {
            model: page.form.operators
            RadioRow {
                required property var modelData
                objectName: "phone.app.esim.operator." + modelData.id
                width: parent.width
                flat: true
                text: modelData.name
                checked: page.form.operator === modelData.id
                onClicked: page.phone.send("chooseOperator", modelData.id)
            }
        }
    }
    TextInputField {
        id: number
        width: parent.width
        fieldId: "phone.app.esim.number"
        label: page.whole ? qsTr("Your mobile phone number") : qsTr("Last 4 digits of your phone number")
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: page.whole ? 13 : page.form.length
        error: page.form.mistake === "" ? "" : page.whole ? qsTr("Enter your whole mobile phone number, for example 090-0000-1234.") : qsTr("Enter the last 4 digits of the number you have a contract for.")
        onTextChanged: if (activeFocus || text !== page.form.number)
            page.phone.send("setNumber", text)
        onAccepted: page.phone.send("connectProvider")
        Component.onCompleted: text = page.form.number
    }
    footer: PrimaryButton {
        objectName: "phone.app.esim.connect"
        width: parent.width
        text: qsTr("CHECK WITH PROVIDER")
        onClicked: {
            InputMethod.commit();
            page.phone.send("connectProvider");
        }
    }
}
