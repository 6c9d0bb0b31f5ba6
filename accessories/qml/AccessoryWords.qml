import QtQml

// Sentences of an accessory for what went wrong: what happened, and what to do.
QtObject {
    function of(problem: var): string {
        switch (problem.code) {
        case "network_pin.wrong":
            //: %1: how many tries are left
            return qsTr("The network PIN is wrong. Tries left: %1").arg(problem.attempts_left ?? 0);
        case "network_pin.locked":
            return qsTr("The network PIN is locked. Call 151 from your phone.");
        case "registry.no_contract":
            return qsTr("This number has no One Number service. Order it on the procedure site.");
        case "registry.no_free_slot":
            return (problem.most ?? 1) > 1 ? qsTr("Five accessories share this number already. Release one on the management site.") : qsTr("An accessory uses this number already. Order the Multi-Device Option, or release it.");
        case "registry.no_profile":
            return qsTr("The operator has no SIM left. Try again later.");
        case "line.unknown":
            return qsTr("The operator does not know this number.");
        case "cloud.unreachable":
        case "cloud.timeout":
            return qsTr("The operator cannot be reached. Try again.");
        case "storage.full":
        case "storage.failed":
            return qsTr("The SIM could not be stored. Free some space, then try again.");
        default:
            return qsTr("The set-up did not work. Try again.");
        }
    }
    function cause(cause: string): string {
        switch (cause) {
        case "busy":
        case "group_busy":
            return qsTr("The line is busy");
        case "no_answer":
            return qsTr("Nobody answered");
        case "declined":
            return qsTr("The call was declined");
        case "unreachable":
            return qsTr("Cannot be reached just now");
        case "unknown_number":
            return qsTr("This number is not in use");
        case "not_allowed":
            return qsTr("This line may not make this call");
        case "coverage":
            return qsTr("The connection was lost");
        case "emergency":
            return qsTr("Ended by an emergency call of your number");
        case "no_network":
            return qsTr("No service");
        default:
            return qsTr("Call ended");
        }
    }
}
