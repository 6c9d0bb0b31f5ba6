import QtQuick
import Bench
import "../parts"

// The personal eSIM: state in large, what it is used for, and its data (BMW-JP-CAR-15a, -15b).
CarPage {
    id: page

    readonly property var esim: page.car.esim
    property bool iccidShown: false
    readonly property bool usable: esim.state === "connected" || esim.state === "notConnected"

    name: "personalEsim"
    title: qsTr("Personal eSIM")
    canGoBack: true

    CarEsimText {
        id: words
    }
    Column {
        id: state
        width: page.column(4)
        spacing: 20
        Rectangle {
            width: 132
            height: 132
            radius: 66
            color: "transparent"
            border.width: 5
            border.color: Theme.tone(words.tone(page.esim))
            Icon {
                anchors.centerIn: parent
                name: "sim"
                size: 68
                color: Theme.tone(words.tone(page.esim))
            }
        }
        Label {
            width: parent.width
            step: page.usable ? "display" : "title"
            text: page.esim.state === "settingUp" ? words.brief(page.esim) : words.state(page.esim)
        }
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            text: words.explanation(page.esim, page.car.brand.appName)
        }
    }
    Column {
        anchors.right: parent.right
        width: page.column(7)
        spacing: 12
        y: -24
        CheckRow {
            objectName: "car.personalEsim.telephony"
            enabled: page.usable
            width: parent.width
            text: qsTr("Telephone functions via eSIM")
            detail: page.esim.parentPhone ? qsTr("Contacts from %1").arg(page.esim.parentPhone) : qsTr("Needs a phone connected by Bluetooth")
            checked: page.esim.telephony
            onClicked: {
                page.send("setTelephony", checked);
                checked = Qt.binding(() => page.esim.telephony);
            }
        }
        CheckRow {
            objectName: "car.personalEsim.mobileData"
            enabled: page.usable
            width: parent.width
            text: qsTr("Mobile data via eSIM")
            checked: page.esim.mobileData
            onClicked: {
                page.send("setMobileData", checked);
                checked = Qt.binding(() => page.esim.mobileData);
            }
        }
        CheckRow {
            objectName: "car.personalEsim.roaming"
            enabled: page.usable
            width: parent.width
            text: qsTr("Data Roaming")
            detail: qsTr("Without effect: this service does not roam.")
            checked: page.esim.roaming
            onClicked: {
                page.send("setRoaming", checked);
                checked = Qt.binding(() => page.esim.roaming);
            }
        }
        Item {
            width: parent.width
            height: 8
        }
        Row {
            // A message takes this place for as long as it is shown.
            visible: !page.troubled
            width: parent.width
            spacing: 40
            Column {
                spacing: 4
                Label {
                    step: "small"
                    tone: "quiet"
                    text: qsTr("Operator")
                    wrapMode: Text.NoWrap
                }
                Label {
                    step: "small"
                    text: page.esim.operator ? page.esim.operator : qsTr("Unknown")
                    wrapMode: Text.NoWrap
                }
            }
            Column {
                spacing: 4
                Label {
                    step: "small"
                    tone: "quiet"
                    text: qsTr("Number")
                    wrapMode: Text.NoWrap
                }
                Label {
                    step: "small"
                    text: page.esim.numberLast4 ? "••• " + page.esim.numberLast4 : qsTr("Unknown")
                    wrapMode: Text.NoWrap
                }
            }
            Column {
                visible: page.iccidShown
                spacing: 4
                Label {
                    step: "small"
                    tone: "quiet"
                    text: qsTr("ICCID")
                    wrapMode: Text.NoWrap
                }
                Label {
                    step: "small"
                    text: page.esim.iccid ? page.esim.iccid : qsTr("Unknown")
                    wrapMode: Text.NoWrap
                }
            }
            TextAction {
                objectName: "car.personalEsim.showIccid"
                visible: !page.iccidShown
                text: qsTr("Show ICCID")
                onClicked: {
                    page.iccidShown = true;
                    page.send("showIccid");
                }
            }
        }
    }
}
