import QtQuick

// The personal eSIM's state in words, a tone and a sign: one place for home, mobile devices and its own page.
QtObject {
    readonly property list<string> stations: [qsTr("Prepared"), qsTr("Downloading"), qsTr("Installing"), qsTr("Activating"), qsTr("Connecting")]

    // The guide's label (BMW-JP-CAR-11, -14) where it has one.
    function state(esim: var): string {
        switch (esim.state) {
        case "signedOut":
            return qsTr("Not signed in");
        case "checking":
            return qsTr("Checking…");
        case "notActivated":
            return ["released", "used_in_other_vehicle"].includes(esim.detail) ? qsTr("Not active any more") : qsTr("Not activated yet");
        case "settingUp":
            return qsTr("Setting up personal eSIM…");
        case "connected":
            return qsTr("Connected");
        case "failed":
            return qsTr("Set-up failed");
        default:
            return qsTr("Not connected");
        }
    }
    // One line that says what it means or what to do.
    function explanation(esim: var, appName: string): string {
        switch (esim.state) {
        case "signedOut":
            return qsTr("Sign in first: a personal eSIM belongs to a driver.");
        case "checking":
            return qsTr("Asking the service about your contract.");
        case "notActivated":
            return missing(esim.detail, appName);
        case "settingUp":
            return qsTr("This takes about a minute. You may leave this page.");
        case "connected":
            return qsTr("Your own number works in this car.");
        case "failed":
            return qsTr("Nothing was changed on the eSIM.");
        default:
            return qsTr("The profile is installed, but the network was not found. The car keeps trying.");
        }
    }
    // Why there is nothing to set up, and the way on.
    function missing(reason: string, appName: string): string {
        switch (reason) {
        case "not_allowed":
            return qsTr("You have not allowed it in this car. Do so in the further settings of your ID.");
        case "not_linked":
            return qsTr("Link your mobile phone number in the %1 App on your phone. The car goes on by itself.").arg(appName);
        case "released":
            return qsTr("This car was removed from your contract. To use it again, activate it in the %1 App on your phone.").arg(appName);
        case "used_in_other_vehicle":
            return qsTr("Your number is in use in another vehicle. Activate it for this one in the %1 App on your phone.").arg(appName);
        case "no_free_slot":
            return qsTr("Your contract has no place for one more device. Remove one at your mobile operator: the car goes on by itself.");
        case "carrier_unreachable":
            return qsTr("Your mobile operator does not answer. The car keeps asking.");
        default:
            return qsTr("Activate it in the %1 App on your phone. The car goes on by itself.").arg(appName);
        }
    }
    // The first set-up of a driver begins when Mobile devices is opened (BMW-JP-CAR-10).
    function waits(esim: var): bool {
        return esim.state === "settingUp" && esim.detail === "ready";
    }
    // Short, for the home card.
    function brief(esim: var): string {
        if (waits(esim))
            return qsTr("Ready to set up");
        if (esim.state === "settingUp")
            return qsTr("Setting up… %1 %").arg(Math.round(esim.progress * 100));
        return state(esim);
    }
    function tone(esim: var): string {
        switch (esim.state) {
        case "connected":
            return "good";
        case "failed":
            return "bad";
        case "notConnected":
        case "notActivated":
            return "warn";
        case "settingUp":
        case "checking":
            return "accent";
        default:
            return "quiet";
        }
    }
    function sign(esim: var): string {
        switch (esim.state) {
        case "connected":
            return "checkCircle";
        case "failed":
        case "notConnected":
            return "warning";
        case "notActivated":
            return "info";
        case "settingUp":
        case "checking":
            return "clock";
        default:
            return "lock";
        }
    }
}
