import QtQuick

// What the driver is told about an error code: what happened, and what to do about it.
QtObject {
    // Both in one text, for banners.
    function sentence(error: var): string {
        return what(error) + " " + advice(error);
    }
    function family(error: var): string {
        return (error.code ?? "").split(".")[0];
    }
    function minutes(seconds: var): int {
        return Math.max(1, Math.ceil((seconds ?? 60) / 60));
    }

    function what(error: var): string {
        switch (error.code) {
        case "cloud.unreachable":
            return qsTr("The service cannot be reached.");
        case "cloud.timeout":
            return qsTr("The service did not answer in time.");
        case "cloud.broken":
            return qsTr("The service has a problem.");
        case "auth.invalid_credentials":
        case "auth.wrong_credentials":
            return qsTr("E-mail address or password is not right.");
        case "auth.locked":
            return qsTr("Too many wrong passwords. This account is locked for %1 min.").arg(minutes(error.params?.retry_after));
        case "auth.expired":
        case "auth.signed_out":
        case "auth.session_expired":
            return qsTr("You have been signed out.");
        case "auth.denied":
            return qsTr("The login was refused on the phone.");
        case "auth.too_many_users":
            return qsTr("This car has as many drivers as it can hold.");
        case "auth.email_invalid":
            return qsTr("This is not an e-mail address.");
        case "modem.gone":
            return qsTr("The car's modem does not answer any more.");
        case "modem.missing":
        case "modem.absent":
            return qsTr("No modem was found in this car.");
        case "modem.busy":
            return qsTr("The modem is busy.");
        case "modem.no_sim":
            return qsTr("There is no SIM in the modem.");
        case "esim.not_ready":
        case "esim.not_activated":
            return qsTr("The personal eSIM is not activated for this car yet.");
        case "esim.no_profile":
            return qsTr("There is no profile of yours on the car's eSIM.");
        case "esim.enable_failed":
            return qsTr("The profile could not be switched on.");
        case "esim.no_network":
        case "esim.not_registered":
            return qsTr("The mobile network was not found.");
        case "storage.full":
            return qsTr("The car's memory is full.");
        case "settings.damaged":
            return qsTr("The settings could not be read, so the usual ones are in use.");
        case "storage.damaged":
            return qsTr("Stored drivers could not be read. The file has been kept.");
        case "air.pairing_failed":
            return qsTr("The phone and the car did not agree on the number.");
        case "air.pairing_timeout":
            return qsTr("The number was not confirmed in time.");
        case "air.gone":
        case "air.lost":
            return qsTr("The phone is out of reach.");
        }
        switch (family(error)) {
        case "cloud":
            return qsTr("The service cannot be reached.");
        case "auth":
            return qsTr("The login did not work.");
        case "modem":
            return qsTr("The car's modem has a problem.");
        case "esim":
            return qsTr("The personal eSIM could not be set up.");
        case "storage":
            return qsTr("This could not be stored.");
        case "air":
            return qsTr("Bluetooth has a problem.");
        default:
            return qsTr("Something went wrong.");
        }
    }

    function advice(error: var): string {
        switch (error.code) {
        case "auth.invalid_credentials":
        case "auth.wrong_credentials":
            return qsTr("Check both and try again.");
        case "auth.locked":
            return qsTr("Wait, or log in with the QR code.");
        case "auth.expired":
        case "auth.signed_out":
        case "auth.session_expired":
            return qsTr("Please log in again.");
        case "auth.denied":
            return qsTr("Start again if that was not you.");
        case "auth.too_many_users":
            return qsTr("Remove one to add another.");
        case "auth.email_invalid":
            return qsTr("It looks like name@example.com.");
        case "modem.no_sim":
            return qsTr("Insert the SIM, then try again.");
        case "esim.not_ready":
        case "esim.not_activated":
            return qsTr("Activate it in the app on your phone, then try again.");
        case "esim.no_profile":
            return qsTr("Check your contract in the app on your phone.");
        case "storage.full":
            return qsTr("Free some space, then try again. What was stored is safe.");
        case "settings.damaged":
        case "storage.damaged":
            return qsTr("You can go on.");
        case "air.pairing_failed":
        case "air.pairing_timeout":
            return qsTr("Pair once more and compare the numbers.");
        case "air.gone":
        case "air.lost":
            return qsTr("Bring it into the car and switch its Bluetooth on.");
        }
        switch (family(error)) {
        case "cloud":
            return qsTr("Check the connection and try again.");
        case "modem":
            return qsTr("Check its cable. It goes on by itself when the modem is back.");
        default:
            return qsTr("Please try again.");
        }
    }
}
