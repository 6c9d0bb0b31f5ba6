import QtQuick
import Bench

// How the application stands: accepted, and about a day later registered (MYNA-C07, C08).
MynapointPage {
    id: page

    readonly property var application: my.application
    readonly property bool completed: application.state === "completed"
    readonly property var months: [qsTr("January"), qsTr("February"), qsTr("March"), qsTr("April"), qsTr("May"), qsTr("June"), qsTr("July"), qsTr("August"), qsTr("September"), qsTr("October"), qsTr("November"), qsTr("December")]

    //: %1 month, %2 day of the month, %3 time
    function moment(at: var): string {
        return at === undefined ? "" : qsTr("%1 %2, %3").arg(months[at.month - 1]).arg(at.day).arg(at.time);
    }

    PhoneMessage {
        width: parent.width
        topPadding: 20
        sign: page.completed ? "checkCircle" : "clock"
        tone: page.completed ? "good" : "accent"
        title: page.completed ? qsTr("The points are registered") : qsTr("The application for Mynapoint is complete")
        text: page.completed ? qsTr("You can use them at your cashless service.") : qsTr("Registering the points takes about one day.")
    }
    MynapointProblem {
        width: parent.width
        code: page.my.error.code ?? ""
    }
    Card {
        width: parent.width
        height: facts.height + 36
        Column {
            id: facts
            x: 18
            y: 18
            width: parent.width - 36
            spacing: 14
            PhoneFact {
                name: qsTr("State")
                value: page.completed ? qsTr("Registered") : qsTr("Being registered")
                tone: page.completed ? "good" : "text"
                sign: page.completed ? "checkCircle" : "clock"
            }
            PhoneFact {
                visible: value !== ""
                name: qsTr("Service")
                value: page.application.service ?? ""
            }
            PhoneFact {
                name: qsTr("Reception number")
                value: page.application.number ?? ""
            }
            PhoneFact {
                name: qsTr("Applied on")
                value: page.moment(page.application.appliedAt)
            }
            PhoneFact {
                name: page.completed ? qsTr("Registered on") : qsTr("Registered by about")
                value: page.moment(page.application.completesAt)
            }
        }
    }
    QuietButton {
        objectName: "phone.mynapoint.applied.refresh"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !page.completed
        enabled: !page.application.looking
        icon.name: "refresh"
        text: qsTr("Update the state")
        onClicked: page.phone.send("refresh")
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.applied.logOut"
        width: parent.width
        text: qsTr("Log out")
        onClicked: page.phone.send("logOut")
    }
}
