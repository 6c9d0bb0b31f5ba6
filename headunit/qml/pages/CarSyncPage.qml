import QtQuick
import Bench
import "../parts"

// Shall the settings that belong to the BMW ID apply in this car? (BMW-JP-CAR-05)
CarPage {
    id: page

    readonly property string choice: page.car.sync.choice

    name: "sync"
    title: qsTr("Your settings in this car")

    Column {
        width: page.column(9)
        spacing: 12
        RadioRow {
            objectName: "car.sync.cloud"
            width: parent.width
            height: 128
            text: qsTr("Use the settings of your %1").arg(page.car.brand.idName)
            detail: qsTr("Language, appearance and sounds are loaded from the service.")
            checked: page.choice === "cloud"
            onClicked: {
                page.send("chooseSync", "cloud");
                checked = Qt.binding(() => page.choice === "cloud");
            }
        }
        RadioRow {
            objectName: "car.sync.car"
            width: parent.width
            height: 128
            text: qsTr("Keep the settings of this car")
            detail: qsTr("Nothing changes here; your other cars keep theirs.")
            checked: page.choice === "car"
            onClicked: {
                page.send("chooseSync", "car");
                checked = Qt.binding(() => page.choice === "car");
            }
        }
    }
    PrimaryButton {
        objectName: "car.sync.continue"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: 96
        text: qsTr("Continue")
        onClicked: page.send("continue")
    }
}
