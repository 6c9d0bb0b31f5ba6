import QtQuick
import Bench
import "../../parts"

// The login did not work: what happened, what to do, one button that does it.
CarPage {
    id: page

    name: "loginFailed"
    title: qsTr("Login failed")
    canGoBack: true
    showsError: false

    CarErrorText {
        id: words
    }
    Column {
        width: parent.width
        y: 40
        spacing: 28
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 168
            height: 168
            radius: 84
            color: "transparent"
            border.width: 7
            border.color: Theme.bad
            Icon {
                anchors.centerIn: parent
                name: "warning"
                size: 88
                color: Theme.bad
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: words.what(page.car.error)
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: words.advice(page.car.error)
        }
    }
    PrimaryButton {
        objectName: "car.loginFailed.retry"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 150
        width: 480
        text: qsTr("Try again")
        onClicked: page.send("retry")
    }
}
