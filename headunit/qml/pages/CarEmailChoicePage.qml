import QtQuick
import Bench
import "../parts"

// Log in by typing: the row "BMW ID E-mail" of the guide (BMW-JP-CAR-03c).
CarPage {
    id: page

    name: "emailChoice"
    title: qsTr("Log in with %1").arg(page.car.brand.idName)
    canGoBack: true

    Column {
        width: page.column(7)
        spacing: 16
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: page.car.brand.idName
        }
        ListRow {
            objectName: "car.emailChoice.email"
            width: parent.width
            height: 120
            icon.name: "mail"
            // In Japanese the guide's label is one word, without the brand's.
            text: qsTr("%1 E-mail").replace("%1", page.car.brand.idName)
            detail: qsTr("The address you registered with")
            onClicked: page.send("openEmail")
        }
    }
    Column {
        anchors.right: parent.right
        width: page.column(4)
        y: 48
        spacing: 20
        Icon {
            name: "info"
            color: Theme.quiet
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: qsTr("No %1 yet? Create one in the %2 App on your phone, then come back here.").arg(page.car.brand.idName).arg(page.car.brand.appName)
        }
    }
}
