import QtQuick
import Bench

// A page that did not come: what happened and what to do.
Rectangle {
    id: problem

    property string address
    signal retried

    color: Theme.background

    EmptyState {
        anchors.centerIn: parent
        width: 480
        iconName: "cloudOff"
        title: qsTr("This page did not answer.")
        text: qsTr("%1 cannot be reached. The server may be off; try again when it runs.").arg(problem.address)

        PrimaryButton {
            objectName: "pc.browser.retry"
            text: qsTr("Try again")
            onClicked: problem.retried()
        }
    }
}
