pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// What the ID may be used for in this car, one by one or all at once (MINI-APP-S1-13).
CarPage {
    id: page

    readonly property var link: page.car.link
    readonly property bool allAllowed: link.allowed === link.consents.length

    function nameOf(key: string): string {
        switch (key) {
        case "profile":
            return qsTr("Driver profile");
        case "services":
            return qsTr("Connected services");
        default:
            return qsTr("Personal eSIM");
        }
    }
    function purposeOf(key: string): string {
        switch (key) {
        case "profile":
            return qsTr("Your settings in this car");
        case "services":
            return qsTr("Services that know you");
        default:
            return qsTr("Your number in this car");
        }
    }

    name: "consents"
    title: qsTr("Manage %1 permissions").arg(page.car.brand.name)
    canGoBack: true

    Column {
        width: parent.width
        y: 20
        spacing: 14
        Repeater {
            model: page.link.consents.length
            SwitchRow {
                required property int index
                readonly property var consent: page.link.consents[index]
                objectName: "car.consents." + consent.key
                width: page.contentWidth
                height: Math.max(128, implicitHeight)
                text: page.nameOf(consent.key)
                detail: page.purposeOf(consent.key)
                checked: consent.allowed
                onClicked: {
                    page.send("setConsent", {
                        key: consent.key,
                        allowed: checked
                    });
                    checked = Qt.binding(() => consent.allowed);
                }
            }
        }
    }
    PrimaryButton {
        objectName: "car.consents.enableAll"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 492
        width: 520
        visible: !page.allAllowed
        text: qsTr("Enable all")
        onClicked: page.send("enableAllConsents")
    }
    Row {
        visible: page.allAllowed
        anchors.horizontalCenter: parent.horizontalCenter
        y: 512
        spacing: 16
        Icon {
            name: "checkCircle"
            color: Theme.good
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            tone: "good"
            text: qsTr("All enabled")
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
