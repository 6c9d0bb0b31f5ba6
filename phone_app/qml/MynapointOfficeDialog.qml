import QtQuick
import Bench

// The municipal office, beside the phone: it sets a locked card's password anew.
Dialog {
    id: dialog

    property var phone
    readonly property string stage: phone.mynapoint.nfc.office

    title: stage === "done" ? qsTr("The card can be used again") : stage === "failed" ? qsTr("The card could not be changed") : qsTr("Municipal office")
    text: stage === "done" ? qsTr("Its password is again the one that was set when it was issued.") : stage === "failed" ? qsTr("The bench could not store it. Free some space, then try again.") : qsTr("Show the card and who you are. The office unlocks it and sets the password back to the one of its issue.")
    iconName: stage === "done" ? "checkCircle" : stage === "failed" ? "warning" : "building"
    iconTone: stage === "done" ? "good" : stage === "failed" ? "warn" : "accent"

    actions: [
        PrimaryButton {
            objectName: "phone.nfc.office.restore"
            visible: dialog.stage === "ask"
            text: qsTr("Have it unlocked")
            onClicked: dialog.phone.send("restoreCard")
        },
        PrimaryButton {
            objectName: "phone.nfc.office.done"
            visible: dialog.stage !== "ask"
            text: qsTr("OK")
            onClicked: dialog.phone.send("closeOffice")
        },
        QuietButton {
            objectName: "phone.nfc.office.close"
            visible: dialog.stage === "ask"
            text: qsTr("Not now")
            onClicked: dialog.phone.send("closeOffice")
        }
    ]
}
