pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// A tester's own profile: its code is typed, its offer read, its blocks counted, its use decided (SGP.22 §3.1.3).
CarPage {
    id: page

    readonly property var activation: page.car.activation
    readonly property string step: activation.step
    readonly property bool typing: step === "entering" || step === "confirming"
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
                y: 24
                spacing: 32
                Row {
                    spacing: 32
                    Spinner {
                        width: 56
                        anchors.verticalCenter: parent.verticalCenter
                        visible: page.step !== "installing"
                    }
                    Icon {
                        name: "sim"
                        size: 56
                        color: Theme.accent
                        anchors.verticalCenter: parent.verticalCenter
                        visible: page.step === "installing"
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: page.step === "enabling" ? qsTr("Enabling the profile…") : page.step === "installing" ? qsTr("Installing the profile…") : qsTr("Asking the download server…")
                        wrapMode: Text.NoWrap
                    }
                }
                ProgressLine {
                    visible: page.step === "installing"
                    width: parent.width
                    value: page.activation.total > 0 ? page.activation.done / page.activation.total : 0
                    accessibleName: qsTr("Installing the profile…")
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: "quiet"
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
                width: page.column(7)
                height: 300
                Column {
                    x: 32
                    width: parent.width - 64
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 8
                    Label {
                        width: parent.width
                        step: "title"
                        text: page.activation.offer.name || page.activation.offer.iccid || ""
                    }
                    Label {
                        width: parent.width
                        text: page.activation.offer.provider ?? ""
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        text: qsTr("ICCID %1").arg(page.activation.offer.iccid ?? "")
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        text: qsTr("From %1").arg(page.activation.offer.address ?? "")
                    }
                }
            }
            Column {
                anchors.left: card.right
                anchors.leftMargin: page.gutter * 2
                anchors.right: parent.right
                spacing: 16
                Label {
                    width: parent.width
                    text: qsTr("Install this profile?")
                }
                Label {
                    width: parent.width
                    step: "small"
                    tone: rules !== "" ? "warn" : "quiet"
                    readonly property string rules: [(page.activation.offer.rules ?? []).includes("ppr1") ? qsTr("Once enabled it cannot be disabled.") : "", (page.activation.offer.rules ?? []).includes("ppr2") ? qsTr("Once installed it cannot be deleted.") : ""].filter(rule => rule).join(" ")
                    text: rules !== "" ? rules : qsTr("It is not used before you enable it. “Reject” gives it back: the code is spent then.")
                }
            }
            Row {
                anchors.bottom: parent.bottom
                spacing: page.gutter
                PrimaryButton {
                    objectName: "car.activationCode.install"
                    focus: true
                    text: qsTr("Install")
                    onClicked: page.send("answerOffer", "install")
                }
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
                text: qsTr("The profile is installed.")
                detail: page.profileName(page.activation.profile) + "\n" + qsTr("Enable it now? The personal eSIM in use rests as long as this one is enabled.")
            }
            Row {
                anchors.bottom: parent.bottom
                spacing: page.gutter
                PrimaryButton {
                    objectName: "car.activationCode.enable"
                    focus: true
                    text: qsTr("Enable")
                    onClicked: page.send("enableProfile")
                }
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
                y: -12
                step: "small"
                tone: registered ? "good" : tried ? "warn" : "quiet"
                readonly property bool tried: page.activation.registration !== ""
                readonly property bool registered: ["home", "roaming"].includes(page.activation.registration)
                text: registered ? qsTr("The profile is enabled and has a network.") : tried ? qsTr("The profile is enabled, but has found no network yet. The car keeps trying.") : qsTr("The profile waits on the eSIM. These are there:")
            }
            ListView {
                id: list
                anchors.top: outcome.bottom
                anchors.topMargin: 16
                anchors.bottom: more.top
                anchors.bottomMargin: 16
                width: parent.width
                clip: true
                spacing: 12
                boundsBehavior: Flickable.StopAtBounds
                model: page.activation.profiles
                delegate: Card {
                    id: row
                    required property var modelData
                    objectName: "car.activationCode.profile." + modelData.iccid
                    width: list.width
                    height: 96
                    Icon {
                        x: 28
                        name: "sim"
                        size: 44
                        color: row.modelData.state === "enabled" ? Theme.good : Theme.quiet
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Column {
                        x: 100
                        width: parent.width - x - 360
                        anchors.verticalCenter: parent.verticalCenter
                        Label {
                            width: parent.width
                            step: "small"
                            text: page.profileName(row.modelData) || row.modelData.iccid
                        }
                        Label {
                            width: parent.width
                            step: "small"
                            tone: "quiet"
                            text: row.modelData.iccid
                        }
                    }
                    Label {
                        anchors.right: parent.right
                        anchors.rightMargin: 28
                        anchors.verticalCenter: parent.verticalCenter
                        step: "small"
                        tone: row.modelData.state === "enabled" ? "good" : "quiet"
                        text: row.modelData.state === "enabled" ? qsTr("Enabled") : qsTr("Disabled")
                        wrapMode: Text.NoWrap
                    }
                }
            }
            Row {
                id: more
                anchors.bottom: parent.bottom
                spacing: page.gutter
                PrimaryButton {
                    objectName: "car.activationCode.finish"
                    focus: true
                    text: qsTr("Done")
                    onClicked: page.send("back")
                }
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
            Row {
                width: parent.width
                spacing: 32
                Icon {
                    id: sign
                    name: "warning"
                    size: 72
                    color: Theme.bad
                }
                Column {
                    width: parent.width - sign.width - 32
                    spacing: 12
                    Label {
                        width: parent.width
                        text: page.wrong ? words.what(page.car.error) : qsTr("The profile was not installed.")
                        Accessible.role: Accessible.AlertMessage
                        Accessible.name: text
                    }
                    Label {
                        width: parent.width
                        step: "small"
                        tone: "quiet"
                        text: ["smdp.code_unknown", "smdp.other_card", "smdp.order_expired", "smdp.not_released", "smdp.profile_unavailable", "smdp.too_many_tries", "smdp.refused"].includes(page.car.error.code) ? qsTr("Check the code, or ask whoever gave it to you for another one.") : page.wrong ? words.advice(page.car.error) : qsTr("You can try again with the same code.")
                    }
                }
            }
            Row {
                anchors.bottom: parent.bottom
                spacing: page.gutter
                PrimaryButton {
                    objectName: "car.activationCode.retry"
                    focus: true
                    text: qsTr("Try again")
                    onClicked: page.send("retry")
                }
                QuietButton {
                    objectName: "car.activationCode.edit"
                    text: qsTr("Another code")
                    onClicked: page.send("editCode")
                }
            }
        }
    }
}
