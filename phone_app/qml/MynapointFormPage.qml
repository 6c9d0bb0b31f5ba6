import QtQuick
import Bench

// What the bank's page issued, and the last digits of the number that was given there (MYNA-C03).
MynapointPage {
    id: page

    readonly property var form: my.form
    function lacks(name: string): bool {
        return form.mistakes.indexOf(name) >= 0;
    }

    backId: "phone.mynapoint.form.back"
    title: qsTr("Enter the details")
    lead: qsTr("As the page of your cashless service shows them.")

    MynapointProblem {
        width: parent.width
        code: page.my.error.code ?? ""
    }
    MynapointField {
        id: serviceId
        width: parent.width
        fieldId: "phone.mynapoint.form.id"
        label: qsTr("Payment service ID")
        maximumLength: 40
        error: page.lacks("payment_service_id") ? qsTr("Enter the ID that was issued to you.") : ""
        onEdited: text => page.type("payment_service_id", page.form.paymentServiceId, text)
        Component.onCompleted: text = page.form.paymentServiceId
    }
    MynapointField {
        id: code
        width: parent.width
        fieldId: "phone.mynapoint.form.code"
        label: qsTr("Security code")
        maximumLength: 40
        error: page.lacks("security_code") ? qsTr("Enter the code that was issued with the ID.") : ""
        onEdited: text => page.type("security_code", page.form.securityCode, text)
        Component.onCompleted: text = page.form.securityCode
    }
    MynapointField {
        id: last4
        width: parent.width
        fieldId: "phone.mynapoint.form.last4"
        label: qsTr("Phone number (last 4 digits)")
        maximumLength: 8
        error: page.lacks("phone_last4") ? qsTr("Enter the last 4 digits of the number that you gave for the ID.") : ""
        onEdited: text => page.type("phone_last4", page.form.phoneLast4, text)
        onAccepted: page.check()
        Component.onCompleted: text = page.form.phoneLast4
    }
    // A field that is filled in as the page opens has told nothing new.
    function type(name: string, known: string, text: string) {
        if (text !== known)
            page.phone.send("type", {
                [name]: text
            });
    }
    function check() {
        InputMethod.commit();
        page.phone.send("check");
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.form.check"
        width: parent.width
        enabled: !page.form.checking
        text: qsTr("Confirm")
        onClicked: page.check()
    }
}
