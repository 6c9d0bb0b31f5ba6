pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The state of the personal eSIM as the cloud knows it (BMW-JP-SP-10).
PhonePage {
    id: page

    readonly property var garage: mybmw.garage
    readonly property string code: garage.error.code ?? ""

    backId: "phone.mybmw.esim.back"
    title: qsTr("Personal eSIM")

    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.garage.state === "loading"
        busy: visible
        title: qsTr("Asking for the state…")
    }
    PhoneMessage {
        width: parent.width
        topPadding: 40
        visible: page.garage.state === "failed"
        sign: "cloudOff"
        tone: "warn"
        title: words.title(page.code)
        text: words.detail(page.code)
        QuietButton {
            objectName: "phone.mybmw.esim.retry"
            text: qsTr("Try again")
            onClicked: page.phone.send("refresh")
        }
    }
    PhoneMessage {
        width: parent.width
        topPadding: 40
        visible: page.garage.state === "ready" && page.garage.cars.length === 0
        sign: "sim"
        title: qsTr("No car yet")
        text: qsTr("The eSIM belongs to you and works in your car. Sign in to a car with this BMW ID to see its state here.")
    }
    PhoneProblem {
        width: parent.width
        visible: page.garage.state === "ready" && page.code !== ""
        code: page.code
    }
    Repeater {
        model: page.garage.cars
        Card {
            id: card
            required property var modelData
            readonly property string state_: modelData.esim
            width: parent.width
            height: facts.implicitHeight + 40
            Column {
                id: facts
                x: 20
                y: 20
                width: parent.width - 40
                spacing: 14
                Row {
                    width: parent.width
                    spacing: 14
                    Rectangle {
                        width: 48
                        height: 48
                        radius: 24
                        color: card.state_ === "none" ? Theme.surfaceHigh : Theme.accentSoft
                        Icon {
                            anchors.centerIn: parent
                            name: card.state_ === "active" ? "checkCircle" : "sim"
                            size: 26
                            color: card.state_ === "active" ? Theme.good : card.state_ === "ready" ? Theme.accent : Theme.quiet
                        }
                    }
                    Column {
                        width: parent.width - 62
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 2
                        Label {
                            width: parent.width
                            step: "title"
                            font.weight: Font.DemiBold
                            text: card.state_ === "active" ? qsTr("Active") : card.state_ === "ready" ? qsTr("Ready for the car") : qsTr("Not activated")
                        }
                        Label {
                            width: parent.width
                            font.pixelSize: 14
                            tone: "quiet"
                            text: card.modelData.model
                        }
                    }
                }
                Label {
                    width: parent.width
                    font.pixelSize: 15
                    tone: "quiet"
                    text: card.state_ === "active" ? qsTr("Calls and data of the car run over your own number.") : card.state_ === "ready" ? qsTr("The contract is linked. The car sets up the eSIM when you are signed in to it.") : qsTr("There is no contract for this BMW ID yet. Once your carrier has linked one, the car sets up the eSIM by itself.")
                }
                PhoneFact {
                    visible: card.modelData.operator !== ""
                    name: qsTr("Carrier")
                    value: card.modelData.operator
                }
                PhoneFact {
                    visible: card.modelData.numberLast4 !== ""
                    name: qsTr("Number")
                    //: %1: the last four digits of the telephone number
                    value: qsTr("ends in %1").arg(card.modelData.numberLast4)
                }
            }
        }
    }
    PhoneErrorText {
        id: words
    }
}
