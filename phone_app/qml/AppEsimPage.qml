pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The personal eSIM: not activated, on its way to the provider, or the number with its state and the cars that use it
// (BMW-JP-SP-10, 11, 41, 42).
PhonePage {
    id: page

    readonly property var esim: app.esim
    readonly property var garage: app.garage
    readonly property string kind: esim.state
    readonly property bool linked: kind === "linked" || kind === "active"
    // Which of number and car bears the mark; a number that no car has yet bears it itself.
    readonly property bool onCar: app.brand.activeOn === "car" && garage.cars.length > 0
    readonly property string problem: esim.problem.code ?? ""
    readonly property string outcome: esim.outcome.state ?? ""

    backId: "phone.app.esim.back"
    title: qsTr("Personal eSIM")

    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.kind === "loading"
        busy: visible
        title: qsTr("Asking for the state…")
    }
    PhoneMessage {
        width: parent.width
        topPadding: 40
        visible: page.kind === "failed"
        sign: "cloudOff"
        tone: "warn"
        title: words.title(page.problem)
        text: words.detail(page.problem)
        QuietButton {
            objectName: "phone.app.esim.retry"
            text: qsTr("Try again")
            onClicked: page.phone.send("refresh")
        }
    }
    PhoneProblem {
        width: parent.width
        visible: page.kind !== "failed" && (page.problem !== "" || page.outcome !== "")
        code: page.problem !== "" ? page.problem : page.outcome === "" ? "" : /^(esim|carrier)\./.test(page.esim.outcome.reason) ? page.esim.outcome.reason : page.outcome === "denied" ? "esim.denied" : page.outcome === "expired" ? "esim.expired" : "esim.failed"
    }
    PhoneMessage {
        width: parent.width
        topPadding: 24
        visible: page.kind === "none"
        sign: "sim"
        title: qsTr("Not activated")
        text: qsTr("Use your own telephone number in your car. You need a contract with a provider that offers it.")
    }
    PhoneMessage {
        width: parent.width
        topPadding: 24
        visible: page.kind === "requested"
        sign: "clock"
        tone: "accent"
        title: qsTr("Waiting for the provider")
        text: page.esim.mayContinue ? qsTr("The activation has begun. Go on at the provider's site to complete it.") : qsTr("The activation was begun on another device. Go on there, or start again here.")
    }
    Card {
        width: parent.width
        height: line.height + 40
        visible: page.linked
        Column {
            id: line
            x: 20
            y: 20
            width: parent.width - 40
            spacing: 14
            Item {
                width: parent.width
                height: Math.max(number.height, badge.height)
                Label {
                    id: number
                    anchors.left: parent.left
                    anchors.right: badge.visible ? badge.left : parent.right
                    anchors.rightMargin: badge.visible ? 12 : 0
                    anchors.verticalCenter: parent.verticalCenter
                    step: "title"
                    font.weight: Font.DemiBold
                    //: %1: the last four digits of the telephone number
                    text: page.esim.number !== "" ? page.esim.number : qsTr("Number ending in %1").arg(page.esim.numberLast4)
                }
                AppActiveBadge {
                    id: badge
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !page.onCar
                }
            }
            PhoneFact {
                visible: page.esim.operator !== ""
                name: qsTr("Mobile network provider")
                value: page.esim.operator
            }
        }
    }
    Label {
        visible: page.linked
        topPadding: 8
        step: "title"
        font.weight: Font.DemiBold
        text: page.garage.cars.length > 0 ? qsTr("Your cars") : qsTr("What comes next")
    }
    PhonePoint {
        visible: page.linked && page.garage.cars.length === 0
        sign: "car"
        heading: qsTr("Sign in to the car")
        text: qsTr("On the car's display choose to add a %1. The car then sets up the eSIM by itself.").arg(page.app.brand.idName)
    }
    Repeater {
        model: page.linked ? page.garage.cars : []
        AppEsimCard {
            required property var modelData
            // The number stands above.
            esim: ({
                    esim: modelData.esim,
                    operator: "",
                    numberLast4: ""
                })
            active: page.onCar && modelData.esim !== "none"
            lead: page.onCar ? "" : modelData.model
            title: page.onCar ? modelData.model : modelData.esim === "active" ? qsTr("In use") : modelData.esim === "ready" ? qsTr("Ready for the car") : qsTr("Not set up")
            text: modelData.esim === "active" ? qsTr("Calls and data of the car run over your own number.") : modelData.esim === "ready" ? qsTr("The car sets up the eSIM when you are signed in to it.") : qsTr("The provider has no eSIM for this car just now.")
        }
    }
    PhoneErrorText {
        id: words
    }
    footer: [
        PrimaryButton {
            objectName: "phone.app.esim.continue"
            width: parent.width
            visible: page.kind === "requested" && page.esim.mayContinue
            text: qsTr("Go on at the provider's site")
            onClicked: page.phone.send("continueEsim")
        },
        PrimaryButton {
            objectName: "phone.app.esim.activate"
            width: parent.width
            visible: page.kind === "none" || (page.kind === "requested" && !page.esim.mayContinue)
            text: page.kind === "none" ? qsTr("ACTIVATE ESIM") : qsTr("Start again")
            onClicked: page.phone.send("activateEsim")
        },
        TextAction {
            objectName: "phone.app.esim.startAgain"
            width: parent.width
            visible: page.kind === "requested" && page.esim.mayContinue
            text: qsTr("Start again")
            onClicked: page.phone.send("activateEsim")
        },
        TextAction {
            objectName: "phone.app.esim.unlink"
            width: parent.width
            visible: page.linked
            tone: "bad"
            text: qsTr("End the link with the provider")
            onClicked: page.phone.send("askUnlink")
        }
    ]
}
