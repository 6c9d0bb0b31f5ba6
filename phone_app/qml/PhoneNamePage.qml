import QtQuick
import Bench

// The name that the car shows in its list.
PhonePage {
    id: page

    backId: "phone.settings.phoneName.back"
    title: qsTr("Phone name")
    lead: qsTr("The car shows it in its list of devices.")

    TextInputField {
        id: field
        width: parent.width
        fieldId: "phone.settings.phoneName.field"
        label: qsTr("Name")
        maximumLength: page.phone.settings.nameLength
        onAccepted: page.phone.send("setName", text)
        Component.onCompleted: text = page.phone.preferences.name
    }
    footer: PrimaryButton {
        objectName: "phone.settings.phoneName.save"
        width: parent.width
        text: qsTr("Save")
        onClicked: page.phone.send("setName", field.text)
    }
}
