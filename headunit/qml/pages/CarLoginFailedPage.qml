import QtQuick
import Bench
import "../parts"

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
    Row {
        y: 16
        spacing: 40
        Rectangle {
            width: 132
            height: 132
            radius: 66
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            Icon {
                anchors.centerIn: parent
                name: "warning"
                size: 64
                color: Theme.bad
            }
        }
        Column {
            width: page.column(9)
            spacing: 16
            Label {
                width: parent.width
                text: words.what(page.car.error)
            }
            Label {
                width: parent.width
                tone: "quiet"
                text: words.advice(page.car.error)
            }
        }
    }
    PrimaryButton {
        objectName: "car.loginFailed.retry"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: 96
        text: qsTr("Try again")
        onClicked: page.send("retry")
    }
}
