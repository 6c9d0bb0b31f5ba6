pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The cars mapped to this BMW ID.
AppTabPage {
    id: page

    readonly property var garage: app.garage
    // The car that was let in a moment ago and has not told yet that its driver is known.
    readonly property string awaited: app.awaited.model ?? ""
    readonly property string code: garage.error.code ?? ""

    title: qsTr("Car")

    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.garage.state === "loading"
        busy: visible
        title: qsTr("Looking for your cars…")
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
            objectName: "phone.app.car.retry"
            text: qsTr("Try again")
            onClicked: page.phone.send("refresh")
        }
    }
    PhoneMessage {
        width: parent.width
        topPadding: 40
        visible: page.garage.state === "ready" && page.garage.cars.length === 0 && page.awaited === ""
        sign: page.app.brand.icon[0]
        title: qsTr("No car yet")
        text: qsTr("On the car's display choose to add a %1. Then scan its QR code with this app.").arg(page.app.brand.idName)
    }
    PhoneMessage {
        width: parent.width
        topPadding: page.garage.cars.length > 0 ? 0 : 40
        visible: page.garage.state === "ready" && page.awaited !== ""
        sign: page.app.brand.icon[0]
        tone: "accent"
        title: qsTr("Waiting for your %1").arg(page.awaited)
        text: qsTr("Go on with the steps on its display. The car appears here when they are done.")
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
            width: parent.width
            height: facts.implicitHeight + 40
            Column {
                id: facts
                x: 20
                y: 20
                width: parent.width - 40
                spacing: 14
                Loader {
                    width: parent.width
                    height: 132
                    Component.onCompleted: setSource(Qt.resolvedUrl(parts.partOf("AppCarHero", page.app.brand.view) + ".qml"), {
                        sign: page.app.brand.icon[0]
                    })
                }
                Label {
                    width: parent.width
                    step: "title"
                    font.weight: Font.DemiBold
                    text: card.modelData.model
                }
                PhoneFact {
                    name: qsTr("Vehicle number")
                    //: %1: the last seven signs of the vehicle identification number
                    value: qsTr("… %1").arg(card.modelData.vinLast7)
                }
                PhoneFact {
                    name: qsTr("You are")
                    value: card.modelData.role === "main" ? qsTr("Main user") : qsTr("Co-user")
                }
                PhoneFact {
                    visible: value !== ""
                    name: qsTr("Co-users")
                    value: card.modelData.coUsers ?? ""
                }
                PhoneFact {
                    name: qsTr("Personal eSIM")
                    value: card.modelData.esim === "active" ? qsTr("Active") : card.modelData.esim === "ready" ? qsTr("Ready for the car") : qsTr("Not activated")
                    tone: card.modelData.esim === "active" ? "good" : card.modelData.esim === "ready" ? "accent" : "text"
                    sign: card.modelData.esim === "active" ? "checkCircle" : ""
                }
            }
        }
    }
    PhoneErrorText {
        id: words
    }
    PhonePages {
        id: parts
    }
}
