import QtQuick
import Bench

// An app's icon was held: it goes with all that it kept here, so the person is asked first.
Dialog {
    id: dialog

    property var phone
    // A dialog that closes keeps its words.
    property var app: ({})
    readonly property var asked: phone.store.removing
    function keep() {
        if (asked.id !== undefined)
            app = asked;
    }
    onAskedChanged: keep()
    Component.onCompleted: keep()

    //: %1 is the app's name
    title: qsTr("Remove \"%1\"?").arg(words.name(app))
    text: words.removal(app)
    iconName: "trash"
    iconTone: "bad"

    StoreWords {
        id: words
    }
    actions: [
        PrimaryButton {
            objectName: "phone.shell.remove.confirm"
            tone: "bad"
            text: qsTr("Remove")
            onClicked: dialog.phone.send("removeApp", true)
        },
        QuietButton {
            objectName: "phone.shell.remove.cancel"
            text: qsTr("Cancel")
            onClicked: dialog.phone.send("removeApp", false)
        }
    ]
}
