import QtQuick

// A call in words: who, how far it is, and why it ended.
QtObject {
    function who(call: var): string {
        return call.name ? call.name : call.shown ? call.shown : qsTr("Withheld number");
    }
    // The number below the name; nothing where it stands as the name already.
    function below(call: var): string {
        return call.name ? call.shown ?? "" : "";
    }
    function clock(seconds: int): string {
        const rest = String(seconds % 60).padStart(2, "0");
        const minutes = Math.floor(seconds / 60);
        return minutes < 60 ? minutes + ":" + rest : Math.floor(minutes / 60) + ":" + String(minutes % 60).padStart(2, "0") + ":" + rest;
    }
    function progress(call: var): string {
        switch (call.state) {
        case "dialling":
            return qsTr("Calling…");
        case "alerting":
            return qsTr("It is ringing…");
        case "incoming":
            return qsTr("Incoming call");
        case "waiting":
            return qsTr("Second call");
        case "held":
            return qsTr("On hold");
        default:
            return clock(call.seconds ?? 0);
        }
    }
    function ending(end: var): string {
        return end.reason === "normal" ? qsTr("Call ended") : end.talked ? qsTr("The call was cut") : qsTr("The call did not connect");
    }
    function reason(end: var): string {
        switch (end.reason) {
        case "normal":
            return end.talked ? clock(end.seconds) : "";
        case "busy":
            return qsTr("The other side is busy.");
        case "rejected":
            return qsTr("The other side did not take the call.");
        case "no_answer":
            return qsTr("Nobody answered.");
        case "unknown_number":
            return qsTr("This number is not in service. Check it and call again.");
        case "elsewhere":
            return qsTr("Another device of your number took the call.");
        case "line_in_use":
            return qsTr("Another device of your number is in a call. Call again when it has ended.");
        case "not_allowed":
            return qsTr("The operator does not let this car call that number.");
        case "preempted":
            return qsTr("An emergency call of another device of your number came first.");
        case "far_end_lost":
            return qsTr("The other side lost its network.");
        case "no_service":
            return qsTr("The car lost the mobile network. Call again when the signal bars are back.");
        case "modem_gone":
            return qsTr("The car's modem went away. Check its cable; the car finds it by itself.");
        case "released":
            return qsTr("This car was released from your line at the operator. Calls and data end with that.");
        case "used_in_other_vehicle":
            return qsTr("Your number is in use in another vehicle now. Calls and data in this one end with that.");
        case "no_contract":
            return qsTr("The contract for this car has ended. Calls and data end with that.");
        default:
            return qsTr("The connection was cut. Call again.");
        }
    }
    function past(kind: string): string {
        switch (kind) {
        case "outgoing":
            return qsTr("Outgoing");
        case "incoming":
            return qsTr("Incoming");
        case "missed":
            return qsTr("Missed");
        case "declined":
            return qsTr("Declined");
        default:
            return qsTr("Taken on another device");
        }
    }
    function pastIcon(kind: string): string {
        return kind === "outgoing" ? "callOutgoing" : kind === "missed" ? "callMissed" : kind === "declined" ? "callEnd" : kind === "elsewhere" ? "devices" : "callIncoming";
    }
    // What the telephone waits for (`telephone.missing`): a heading, what to do, where it is done and with which words.
    function missing(reason: string): var {
        switch (reason) {
        case "guest":
            return {
                title: qsTr("Nobody is signed in"),
                text: qsTr("Sign in with your ID. Calls go through the personal eSIM that belongs to it."),
                event: "openBmwId",
                action: qsTr("Sign in")
            };
        case "notActivated":
            return {
                title: qsTr("No personal eSIM"),
                text: qsTr("Activate it in the app on your phone first. Then calls come to the car."),
                event: "openMobileDevices",
                action: qsTr("Mobile devices")
            };
        case "settingUp":
            return {
                title: qsTr("The personal eSIM is not ready"),
                text: qsTr("Calls come to the car as soon as its set-up is done."),
                event: "openMobileDevices",
                action: qsTr("Mobile devices")
            };
        case "noPhone":
            return {
                title: qsTr("No phone connected"),
                text: qsTr("The personal eSIM is used for data only. Connect your phone by Bluetooth to telephone, too; the car reads its contacts then."),
                event: "openBluetooth",
                action: qsTr("Connect a phone")
            };
        case "switchedOff":
            return {
                title: qsTr("Telephone functions are off"),
                text: qsTr("The personal eSIM is used for data only. Switch on telephone functions to make and take calls."),
                event: "openPersonalEsim",
                action: qsTr("Personal eSIM")
            };
        case "noModem":
            return {
                title: qsTr("The modem does not answer"),
                text: qsTr("Check the modem's cable. The car finds it by itself when it is back."),
                event: "openMobileDevices",
                action: qsTr("Mobile devices")
            };
        default:
            return {
                title: qsTr("No mobile network"),
                text: qsTr("Calls are possible again as soon as the signal bars are back."),
                event: "openMobileDevices",
                action: qsTr("Mobile devices")
            };
        }
    }
}
