import QtQuick
import Bench
import "../../parts"

// Telephone, mobile data and data roaming as what they are: connected or not (MINI-APP-S2-28, -29).
CarPage {
    id: page

    readonly property var esim: page.car.esim
    property bool iccidShown: false
    readonly property bool usable: esim.state === "connected" || esim.state === "notConnected"
    readonly property bool linked: esim.state === "connected"

    // A row's state: what is switched on is connected when the eSIM is.
    function standing(on: bool): string {
        return !on ? qsTr("Off") : page.linked ? qsTr("Connected") : qsTr("Not connected");
    }

    name: "personalEsim"
    title: qsTr("Personal eSIM")
    canGoBack: true

    CarEsimText {
        id: words
    }
    Row {
        id: heading
        anchors.horizontalCenter: parent.horizontalCenter
        y: 0
        spacing: 16
        Icon {
            name: words.sign(page.esim)
            color: Theme.tone(words.tone(page.esim))
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: page.esim.state === "settingUp" ? words.brief(page.esim) : words.state(page.esim)
            tone: words.tone(page.esim)
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Column {
        y: 68
        width: parent.width
        spacing: 12
        CheckRow {
            objectName: "car.personalEsim.telephony"
            enabled: page.usable
            width: parent.width
            height: Math.max(116, implicitHeight)
            // In Japanese this guide has shorter words than the other brand's.
            text: qsTr("Telephone functions via eSIM", "short")
            detail: page.standing(page.esim.telephony) + (page.esim.parentPhone || !page.car.brand.telephonyNeedsPhone ? "" : " · " + qsTr("Needs a phone"))
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
            height: Math.max(116, implicitHeight)
            text: qsTr("Mobile data via eSIM", "short")
            detail: page.standing(page.esim.mobileData)
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
            height: Math.max(116, implicitHeight)
            text: qsTr("Data Roaming")
            detail: page.standing(page.esim.roaming)
            checked: page.esim.roaming
            onClicked: {
                page.send("setRoaming", checked);
                checked = Qt.binding(() => page.esim.roaming);
            }
        }
    }
    Column {
        // A message takes this place for as long as it is shown.
        visible: !page.troubled
        anchors.horizontalCenter: parent.horizontalCenter
        y: 464
        width: parent.width
        spacing: 4
        Label {
            width: parent.width
            step: "small"
            horizontalAlignment: Text.AlignHCenter
            tone: page.usable ? "text" : "quiet"
            text: page.usable ? [page.esim.operator, page.esim.numberLast4 ? "••• " + page.esim.numberLast4 : ""].filter(part => part).join("   ") || qsTr("Unknown") : words.explanation(page.esim, page.car.brand.appName)
        }
        Label {
            width: parent.width
            visible: page.iccidShown
            step: "small"
            tone: "quiet"
            horizontalAlignment: Text.AlignHCenter
            text: "ICCID " + (page.esim.iccid ? page.esim.iccid : qsTr("Unknown"))
        }
        TextAction {
            objectName: "car.personalEsim.showIccid"
            visible: !page.iccidShown
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Show ICCID")
            onClicked: {
                page.iccidShown = true;
                page.send("showIccid");
            }
        }
    }
}
