import QtQuick

// The platform is asked: a moment's wait with words.
MynapointPage {
    id: page

    centred: true

    PhoneMessage {
        width: parent.width
        busy: true
        title: page.my.busy === "logIn" ? qsTr("Logging in…") : page.my.busy === "issue" ? qsTr("Issuing your MyKey ID…") : page.my.busy === "apply" ? qsTr("Sending your application…") : qsTr("Asking for the state…")
        text: page.my.busy === "logIn" || page.my.busy === "apply" ? qsTr("You can take the card away.") : ""
    }
}
