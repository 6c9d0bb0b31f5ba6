pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// The ID came from the phone and is being verified (MINI-APP-S1-10); the light that runs round the rim says so.
CarPage {
    id: page

    readonly property var login: page.car.login
    readonly property bool done: login.step === "done"

    name: "loggingIn"
    title: page.car.brand.idName

    Column {
        width: parent.width
        y: 60
        spacing: 28
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 200
            height: 200
            radius: 100
            color: page.done ? "transparent" : Theme.accentSoft
            border.width: page.done ? 8 : 0
            border.color: Theme.good
            Icon {
                anchors.centerIn: parent
                name: page.done ? "check" : "person"
                size: 104
                color: page.done ? Theme.good : Theme.accent
            }
        }
        Label {
            width: parent.width
            step: "title"
            horizontalAlignment: Text.AlignHCenter
            // The guide's words for all of it (MINI-APP-S1-10); what exactly, stands below.
            text: page.done ? (page.login.name ? qsTr("Welcome, %1").arg(page.login.name) : qsTr("Login complete")) : qsTr("Verifying %1").replace("%1", page.car.brand.idName)
        }
        Label {
            width: parent.width
            visible: !page.done
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: {
                switch (page.login.step) {
                case "vehicle":
                    return qsTr("Linking this car with your %1…").arg(page.car.brand.idName);
                case "profile":
                    return qsTr("Loading your profile…");
                default:
                    return qsTr("This takes a few seconds.");
                }
            }
        }
        Row {
            visible: !page.done
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 20
            Repeater {
                model: ["verifying", "vehicle", "profile"]
                Rectangle {
                    required property int index
                    required property string modelData
                    readonly property int at: ["verifying", "vehicle", "profile"].indexOf(page.login.step)
                    width: index === at ? 56 : 20
                    height: 20
                    radius: 10
                    color: index <= at ? Theme.accent : Theme.track
                }
            }
        }
    }
    QuietButton {
        objectName: "car.loggingIn.cancel"
        visible: !page.done
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 120
        text: qsTr("Cancel")
        onClicked: page.send("cancelLogin")
    }
}
