import QtQuick
import Bench
import "../../parts"

// What belongs to the ID in this car: permissions (MINI-APP-S1-13), the ID itself (-14), and the end of the set-up (-15).
CarPage {
    id: page

    readonly property var link: page.car.link
    readonly property bool allAllowed: link.allowed === link.consents.length

    name: "moreSettings"
    title: qsTr("Further settings")
    canGoBack: true

    Column {
        width: parent.width
        y: 60
        spacing: 20
        ListRow {
            objectName: "car.moreSettings.consents"
            width: parent.width
            height: Math.max(140, implicitHeight)
            focus: true
            icon.name: page.allAllowed ? "checkCircle" : "key"
            iconTone: page.allAllowed ? "good" : "accent"
            text: qsTr("Manage %1 permissions").arg(page.car.brand.name)
            detail: page.allAllowed ? qsTr("All enabled") : qsTr("%1 of %2 enabled").arg(page.link.allowed).arg(page.link.consents.length)
            detailTone: page.allAllowed ? "good" : "quiet"
            onClicked: page.send("openConsents")
        }
        ListRow {
            objectName: "car.moreSettings.myId"
            width: parent.width
            height: Math.max(140, implicitHeight)
            icon.name: page.link.sync ? "checkCircle" : "settings"
            iconTone: page.link.sync ? "good" : "accent"
            text: qsTr("Settings")
            detail: qsTr("My %1").arg(page.car.brand.idName)
            onClicked: page.send("openMyId")
        }
    }
    PrimaryButton {
        objectName: "car.moreSettings.finish"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 492
        width: 480
        text: qsTr("Done")
        onClicked: page.send("finish")
    }
}
