import QtQuick
import Bench
import "../parts"

// Waiting for the login to be complete (BMW-JP-CAR-04): what is happening, how far it is, and the way out.
CarPage {
    id: page

    readonly property var login: page.car.login
    readonly property var steps: ["verifying", "vehicle", "profile"]
    readonly property int station: login.step === "done" ? steps.length : Math.max(0, steps.indexOf(login.step))

    name: "loggingIn"
    title: qsTr("Logging in")

    Column {
        width: parent.width
        y: 24
        spacing: 56
        Row {
            spacing: 32
            Spinner {
                width: 88
                visible: page.login.step !== "done"
            }
            Icon {
                visible: page.login.step === "done"
                name: "checkCircle"
                size: 88
                color: Theme.good
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: page.column(9)
                spacing: 8
                Label {
                    width: parent.width
                    text: {
                        switch (page.login.step) {
                        case "vehicle":
                            return qsTr("Linking this car with your %1…").arg(page.car.brand.idName);
                        case "profile":
                            return qsTr("Loading your profile…");
                        case "done":
                            return page.login.name ? qsTr("Welcome, %1").arg(page.login.name) : qsTr("Login complete");
                        default:
                            return qsTr("Checking your %1…").arg(page.car.brand.idName);
                        }
                    }
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    text: qsTr("This takes a few seconds.")
                    visible: page.login.step !== "done"
                }
            }
        }
        StationLine {
            width: parent.width
            stations: [qsTr("Account"), qsTr("This car"), qsTr("Profile")]
            station: page.station
            value: page.login.progress
            accessibleName: qsTr("Login progress")
        }
    }
    QuietButton {
        objectName: "car.loggingIn.cancel"
        visible: page.login.step !== "done"
        anchors.bottom: parent.bottom
        text: qsTr("Cancel")
        onClicked: page.send("cancelLogin")
    }
}
