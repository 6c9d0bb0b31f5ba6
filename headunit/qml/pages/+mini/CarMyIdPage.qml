import QtQuick
import Bench
import "../../parts"

// The own ID, and whether its settings are kept in step with this car (MINI-APP-S1-14).
CarPage {
    id: page

    readonly property var driver: page.car.activeDriver

    name: "myId"
    title: qsTr("Settings")
    canGoBack: true

    Column {
        width: parent.width
        y: 8
        spacing: 12
        Label {
            width: parent.width
            step: "small"
            tone: "accent"
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("My %1").arg(page.car.brand.idName)
        }
        Monogram {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 136
            initial: page.driver.initial ?? ""
            active: true
        }
        Label {
            width: parent.width
            step: "title"
            horizontalAlignment: Text.AlignHCenter
            text: page.driver.name ?? ""
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: page.driver.email ?? ""
            wrapMode: Text.WrapAnywhere
        }
    }
    CheckRow {
        objectName: "car.myId.sync"
        y: 372
        width: parent.width
        height: Math.max(128, implicitHeight)
        focus: true
        text: qsTr("Synchronise %1").arg(page.car.brand.idName)
        detail: qsTr("Language, appearance and sounds follow you.")
        checked: page.car.link.sync
        onClicked: {
            page.send("setIdSync", checked);
            checked = Qt.binding(() => page.car.link.sync);
        }
    }
}
