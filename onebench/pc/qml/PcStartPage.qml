pragma ComponentBehavior: Bound

import QtQuick
import Bench

// What the browser shows before somebody goes anywhere: the sites that the bench has.
Item {
    id: page

    required property var sites
    signal chosen(string key)

    function titleOf(key: string, brand: string): string {
        if (brand !== "")
            return qsTr("%1 web portal").arg(brand);
        switch (key) {
        case "landing":
            return qsTr("One Number service for cars");
        case "carrier":
            return qsTr("Online procedures of the carrier");
        case "management":
            return qsTr("One Number management site");
        case "aeon":
            return qsTr("Aeon Bank: Mynapoint");
        case "bench":
            return qsTr("Inspector of the bench");
        default:
            return key;
        }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.height + 96
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column
            y: 48
            width: Math.min(page.width - 48, 640)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 12

            Label {
                width: parent.width
                step: "display"
                text: qsTr("Where would you like to go?")
            }
            Label {
                width: parent.width
                bottomPadding: 12
                tone: "quiet"
                text: qsTr("These are pages of the bench on this machine; none of them is the real service.")
            }
            Repeater {
                model: page.sites
                ListRow {
                    required property var modelData

                    objectName: "pc.start." + modelData.key
                    width: column.width
                    text: page.titleOf(modelData.key, modelData.brand)
                    detail: modelData.url
                    onClicked: page.chosen(modelData.key)
                }
            }
        }
    }
}
