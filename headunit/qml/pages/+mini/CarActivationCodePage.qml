pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../../parts"

// A tester's own profile on the circle: its code is typed, its offer read, its blocks counted on the rim, its use decided.
CarPage {
    id: page

    readonly property var activation: page.car.activation
    readonly property string step: activation.step
    readonly property bool wrong: (car.error.code ?? "") !== ""

    function profileName(profile: var): string {
        return [profile.provider, profile.name].filter(word => word).join(" · ");
    }

    name: "activationCode"
    title: step === "confirming" ? qsTr("Enter confirmation code") : qsTr("Enter activation code")
    canGoBack: true
    showsError: step === "installed"

    CarErrorText {
        id: words
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (page.step) {
            case "entering":
            case "confirming":
                return typed;
            case "offered":
                return offered;
            case "installed":
                return installed;
            case "done":
                return done;
            case "failed":
                return failed;
            default:
                return working;
            }
        }
    }
    // One way on, large, and the quieter ones side by side below it.
    component Ways: Column {
        id: ways
        property string mainId
        property string mainText
        default property alias others: row.data
        signal chosen

        anchors.horizontalCenter: parent.horizontalCenter
        y: 474
        spacing: 16
        PrimaryButton {
            objectName: ways.mainId
            anchors.horizontalCenter: parent.horizontalCenter
            width: 440
            focus: true
            text: ways.mainText
            onClicked: ways.chosen()
        }
        Row {
            id: row
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 16
        }
    }
    Component {
        id: typed
        FocusScope {
            focus: true
            CarCodeEntry {
                anchors.fill: parent
                focus: true
                entryId: "car.activationCode"
                label: page.step === "confirming" ? qsTr("Confirmation code") : qsTr("Activation code")
                hint: page.step === "confirming" ? "" : "LPA:1$…"
                help: page.step === "confirming" ? qsTr("Your operator gave it to you apart from the activation code.") : qsTr("It begins with LPA:1$ and stands beside the QR code of your operator. Upper and lower case count.")
                problem: page.wrong ? words.sentence(page.car.error) : ""
                go: qsTr("Next")
                onAccepted: text => page.send(page.step === "confirming" ? "submitConfirmationCode" : "submitActivationCode", text)
            }
        }
    }
    Component {
        id: working
        Item {
            Column {
                width: parent.width
                y: 120
                spacing: 36
                Item {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: 112
                    height: 112
                    Spinner {
                        anchors.fill: parent
                        visible: page.step !== "installing"
                    }
                    Icon {
                        anchors.centerIn: parent
                        name: "sim"
                        size: 104
                        color: Theme.accent
                        visible: page.step === "installing"
                    }
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.step === "enabling" ? qsTr("Enabling the profile…") : page.step === "installing" ? qsTr("Installing the profile…") : qsTr("Asking the download server…")
                }
                ProgressLine {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.step === "installing"
                    width: 560
                    value: page.activation.total > 0 ? page.activation.done / page.activation.total : 0
                    accessibleName: qsTr("Installing the profile…")
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    horizontalAlignment: Text.AlignHCenter
                    text: page.step === "enabling" ? qsTr("The modem reads the new profile and looks for its network.") : page.step === "installing" ? qsTr("Block %1 of %2").arg(page.activation.done).arg(page.activation.total) : qsTr("Car and server prove to each other who they are.")
                }
            }
        }
    }
    Component {
        id: offered
        Item {
            Card {
                id: card
                width: parent.width
                height: 226
                Column {
                    x: 40
                    width: parent.width - 80
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 4
                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: page.activation.offer.name || page.activation.offer.iccid || ""
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        horizontalAlignment: Text.AlignHCenter
                        text: page.activation.offer.provider ?? ""
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("ICCID %1").arg(page.activation.offer.iccid ?? "")
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("From %1").arg(page.activation.offer.address ?? "")
                    }
                }
            }
            Label {
                id: question
                width: parent.width
                y: card.height + 24
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Install this profile?")
            }
            Label {
                width: parent.width
                y: question.y + question.height + 6
                step: "small"
                tone: rules !== "" ? "warn" : "quiet"
                horizontalAlignment: Text.AlignHCenter
                readonly property string rules: [(page.activation.offer.rules ?? []).includes("ppr1") ? qsTr("Once enabled it cannot be disabled.") : "", (page.activation.offer.rules ?? []).includes("ppr2") ? qsTr("Once installed it cannot be deleted.") : ""].filter(rule => rule).join(" ")
                text: rules !== "" ? rules : qsTr("It is not used before you enable it. “Reject” gives it back: the code is spent then.")
            }
            Ways {
                mainId: "car.activationCode.install"
                mainText: qsTr("Install")
                onChosen: page.send("answerOffer", "install")
                QuietButton {
                    objectName: "car.activationCode.later"
                    text: qsTr("Not now")
                    onClicked: page.send("answerOffer", "later")
                }
                QuietButton {
                    objectName: "car.activationCode.decline"
                    tone: "bad"
                    text: qsTr("Reject")
                    onClicked: page.send("answerOffer", "decline")
                }
            }
        }
    }
    Component {
        id: installed
        Item {
            CarDone {
                width: parent.width
                y: 16
                text: qsTr("The profile is installed.")
                detail: page.profileName(page.activation.profile) + "\n" + qsTr("Enable it now? The personal eSIM in use rests as long as this one is enabled.")
            }
            Ways {
                visible: !page.troubled
                mainId: "car.activationCode.enable"
                mainText: qsTr("Enable")
                onChosen: page.send("enableProfile")
                QuietButton {
                    objectName: "car.activationCode.keep"
                    text: qsTr("Not now")
                    onClicked: page.send("keepDisabled")
                }
            }
        }
    }
    Component {
        id: done
        Item {
            Label {
                id: outcome
                width: parent.width
                y: 8
                step: "small"
                tone: registered ? "good" : tried ? "warn" : "quiet"
                horizontalAlignment: Text.AlignHCenter
                readonly property bool tried: page.activation.registration !== ""
                readonly property bool registered: ["home", "roaming"].includes(page.activation.registration)
                text: registered ? qsTr("The profile is enabled and has a network.") : tried ? qsTr("The profile is enabled, but has found no network yet. The car keeps trying.") : qsTr("The profile waits on the eSIM. These are there:")
            }
            ListView {
                id: list
                anchors.top: outcome.bottom
                anchors.topMargin: 16
                width: parent.width
                height: 474 - y - 16
                clip: true
                spacing: 12
                boundsBehavior: Flickable.StopAtBounds
                model: page.activation.profiles
                delegate: Card {
                    id: row
                    required property var modelData
                    objectName: "car.activationCode.profile." + modelData.iccid
                    width: list.width
                    height: Math.max(112, texts.height + 28)
                    Icon {
                        x: 32
                        name: "sim"
                        size: 44
                        color: row.modelData.state === "enabled" ? Theme.good : Theme.quiet
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Column {
                        id: texts
                        x: 100
                        width: parent.width - x - 32
                        anchors.verticalCenter: parent.verticalCenter
                        Label {
                            width: parent.width
                            step: "small"
                            text: page.profileName(row.modelData) || row.modelData.iccid
                        }
                        Item {
                            width: parent.width
                            height: number.height
                            Label {
                                id: number
                                step: "small"
                                tone: "quiet"
                                text: row.modelData.iccid
                            }
                            Label {
                                anchors.right: parent.right
                                step: "small"
                                tone: row.modelData.state === "enabled" ? "good" : "quiet"
                                text: row.modelData.state === "enabled" ? qsTr("Enabled") : qsTr("Disabled")
                                wrapMode: Text.NoWrap
                            }
                        }
                    }
                }
            }
            Ways {
                mainId: "car.activationCode.finish"
                mainText: qsTr("Done")
                onChosen: page.send("back")
                QuietButton {
                    objectName: "car.activationCode.another"
                    text: qsTr("Another code")
                    onClicked: page.send("editCode")
                }
            }
        }
    }
    Component {
        id: failed
        Item {
            Column {
                width: parent.width
                y: 24
                spacing: 20
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: 148
                    height: 148
                    radius: 74
                    color: "transparent"
                    border.width: 7
                    border.color: Theme.bad
                    Icon {
                        anchors.centerIn: parent
                        name: "warning"
                        size: 78
                        color: Theme.bad
                    }
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.wrong ? words.what(page.car.error) : qsTr("The profile was not installed.")
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
                    horizontalAlignment: Text.AlignHCenter
                    text: ["smdp.code_unknown", "smdp.other_card", "smdp.order_expired", "smdp.not_released", "smdp.profile_unavailable", "smdp.too_many_tries", "smdp.refused"].includes(page.car.error.code) ? qsTr("Check the code, or ask whoever gave it to you for another one.") : page.wrong ? words.advice(page.car.error) : qsTr("You can try again with the same code.")
                }
            }
            Ways {
                mainId: "car.activationCode.retry"
                mainText: qsTr("Try again")
                onChosen: page.send("retry")
                QuietButton {
                    objectName: "car.activationCode.edit"
                    text: qsTr("Another code")
                    onClicked: page.send("editCode")
                }
            }
        }
    }
}
