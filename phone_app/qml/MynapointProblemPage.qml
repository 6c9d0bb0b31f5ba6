import QtQuick
import Bench

// Something is in the way: what happened, what to do, one button that does it.
MynapointPage {
    id: page

    readonly property string code: my.error.code ?? ""
    readonly property bool network: code.startsWith("cloud.") || code === "phone.offline" || code === "points.maintenance"
    readonly property bool toReserve: code === "application.not_reserved"
    readonly property bool toStatus: code === "application.already_applied"
    readonly property bool toForm: code.startsWith("card.") && my.purpose === "application"

    backId: "phone.mynapoint.problem.back"
    centred: true

    MynapointErrorText {
        id: words
    }
    PhoneMessage {
        width: parent.width
        sign: page.network ? "cloudOff" : page.code.startsWith("card.") ? "idCard" : page.toReserve || page.toStatus ? "info" : "warning"
        tone: page.toReserve || page.toStatus ? "accent" : "warn"
        title: words.title(page.code)
        text: words.detail(page.code)
    }
    footer: [
        PrimaryButton {
            objectName: "phone.mynapoint.problem.reserve"
            width: parent.width
            visible: page.toReserve
            text: qsTr("Go to the reservation")
            onClicked: page.phone.send("reserve")
        },
        PrimaryButton {
            objectName: "phone.mynapoint.problem.status"
            width: parent.width
            visible: page.toStatus
            text: qsTr("See how it stands")
            onClicked: page.phone.send("showApplication")
        },
        PrimaryButton {
            objectName: "phone.mynapoint.problem.again"
            width: parent.width
            visible: !page.toReserve && !page.toStatus
            text: !page.my.mayRetry ? qsTr("To the app's first page") : page.toForm ? qsTr("Back to the application") : qsTr("Try again")
            onClicked: page.phone.send("again")
        },
        TextAction {
            objectName: "phone.mynapoint.problem.top"
            width: parent.width
            visible: page.toReserve || page.toStatus || page.my.mayRetry
            text: qsTr("To the app's first page")
            onClicked: page.phone.send("platformTop")
        }
    ]
}
