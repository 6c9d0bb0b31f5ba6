pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The state of the personal eSIM as the cloud knows it (BMW-JP-SP-10).
PhonePage {
    id: page

    readonly property var garage: mybmw.garage
    readonly property var contract: garage.contract
    readonly property bool withoutCar: garage.state === "ready" && garage.cars.length === 0
    readonly property string noContract: qsTr("There is no contract for this BMW ID yet. Once your carrier has linked one, the car sets up the eSIM by itself.")
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
    PhoneProblem {
        width: parent.width
        visible: page.garage.state === "ready" && page.code !== ""
        code: page.code
    }
    MyBmwEsimCard {
        visible: page.withoutCar && page.contract.esim !== "none"
        esim: page.contract
        title: qsTr("Contract active")
        text: qsTr("Your carrier has linked the contract to this BMW ID. The eSIM waits for your car.")
    }
    Label {
        visible: page.withoutCar && page.contract.esim !== "none"
        topPadding: 8
        step: "title"
        font.weight: Font.DemiBold
        text: qsTr("What comes next")
    }
    PhonePoint {
        visible: page.withoutCar && page.contract.esim !== "none"
        sign: "car"
        heading: qsTr("Sign in to the car")
        text: qsTr("On the car's display choose to add a BMW ID. The car then sets up the eSIM by itself.")
    }
    PhoneMessage {
        width: parent.width
        topPadding: 40
        visible: page.withoutCar && page.contract.esim === "none"
        sign: "sim"
        title: qsTr("Not activated")
        text: page.noContract
    }
    Repeater {
        model: page.garage.cars
        MyBmwEsimCard {
            required property var modelData
            esim: modelData
            lead: modelData.model
            title: modelData.esim === "active" ? qsTr("Active") : modelData.esim === "ready" ? qsTr("Ready for the car") : qsTr("Not activated")
            text: modelData.esim === "active" ? qsTr("Calls and data of the car run over your own number.") : modelData.esim === "ready" ? qsTr("The contract is linked. The car sets up the eSIM when you are signed in to it.") : page.noContract
        }
    }
    PhoneErrorText {
        id: words
    }
}
