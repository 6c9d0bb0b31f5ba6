import QtQuick

// What the driver is told about an error code: what happened, and what to do about it.
QtObject {
    // Both in one text, for banners.
    function sentence(error: var): string {
        return what(error) + " " + advice(error);
    }
    // How a banner shows it: what is no failure is only told.
    function kind(error: var): string {
        return ["roaming.no_effect", "telephony.needs_phone", "telephone.busy", "telephone.service_code", "telephone.bad_number", "esim.ended", "users.joined", "consent.esim_missing", "sign_in.driving", "sign_in.no_reception"].includes(error.code) ? "info" : "bad";
    }
    function family(error: var): string {
        return (error.code ?? "").split(".")[0];
    }
    function minutes(seconds: var): int {
        return Math.max(1, Math.ceil((seconds ?? 60) / 60));
    }

    // What is wrong with a typed activation code (SGP.22 §4.1).
    function codeProblem(reason: string): string {
        switch (reason) {
        case "empty":
            return qsTr("No activation code was entered.");
        case "long":
            return qsTr("This is too long for an activation code.");
        case "fields":
            return qsTr("The activation code is not complete: after the server's name, $ and one more part must follow.");
        case "address":
            return qsTr("The server's name in the activation code is not right.");
        case "matching_id":
            return qsTr("There is a sign in the activation code that cannot be there.");
        case "oid":
            return qsTr("The fourth part of the activation code is not right.");
        case "flag":
            return qsTr("The last part of the activation code is not right.");
        default:
            return qsTr("This is no activation code. It begins with LPA:1$ or 1$.");
        }
    }
    function what(error: var): string {
        switch (error.code) {
        case "cloud.unreachable":
            return qsTr("The service cannot be reached.");
        case "cloud.timeout":
            return qsTr("The service did not answer in time.");
        case "cloud.broken":
            return qsTr("The service has a problem.");
        case "cloud.refused":
            return qsTr("The service refused this.");
        case "auth.invalid_credentials":
            return qsTr("E-mail address or password is not right.");
        case "auth.incomplete":
            return qsTr("Something is still missing.");
        case "auth.invalid_email":
            return qsTr("This is not an e-mail address.");
        case "profile.not_active":
            return qsTr("Only the driver can change the PIN.");
        case "sign_in.driving":
            return qsTr("Not while the car is moving.");
        case "sign_in.no_reception":
            return qsTr("The car has no mobile reception here.");
        case "users.joined":
            return qsTr("New in this car: %1").arg(error.params?.names ?? "");
        case "consent.esim_missing":
            return qsTr("The personal eSIM is not allowed yet.");
        case "telephony.needs_phone":
            return qsTr("Telephone functions need your phone.");
        case "telephone.busy":
            return qsTr("No further call is possible now.");
        case "telephone.bad_number":
            return qsTr("This number cannot be called.");
        case "telephone.service_code":
            return qsTr("This is a service code, not a number.");
        case "roaming.no_effect":
            return qsTr("Data Roaming has no effect: this service does not roam.");
        case "esim.ended":
            return qsTr("Telephone and mobile data via the personal eSIM have ended.");
        case "esim.denied":
            return qsTr("The service does not give this car a personal eSIM.");
        case "esim.not_registered":
            return qsTr("The mobile network was not found.");
        case "auth.locked":
            return qsTr("Too many wrong passwords. This account is locked for %1 min.").arg(minutes(error.params?.retry_after));
        case "auth.ended":
            return qsTr("You have been signed out.");
        case "auth.denied":
            return qsTr("The login was refused on the phone.");
        case "auth.refused":
            return qsTr("The service refused the login.");
        case "auth.mismatch":
            return qsTr("This is another driver's account.");
        case "auth.expired":
        case "auth.forbidden":
        case "auth.token_refused":
            return qsTr("The service does not accept this login any more.");
        case "vehicle.too_many_users":
            return qsTr("This car has as many drivers as it can hold.");
        case "vehicle.refused":
            return qsTr("The service does not know this car.");
        case "pin.wrong":
            return qsTr("The PIN is wrong.");
        case "pin.locked":
            return qsTr("The PIN is locked after too many mistakes.");
        case "modem.gone":
            return qsTr("The car's modem does not answer any more.");
        case "modem.silent":
            return qsTr("The car's modem does not answer.");
        case "modem.not_found":
            return qsTr("No modem was found in this car.");
        case "modem.busy":
        case "modem.link_taken":
            return qsTr("The modem is busy.");
        case "modem.permission":
            return qsTr("The car may not use the modem's port.");
        case "modem.no_sim":
            return qsTr("There is no SIM in the modem.");
        case "modem.no_euicc":
            return qsTr("The card in the modem is no eSIM.");
        case "esim.not_ready":
            return qsTr("The personal eSIM is not activated for this car yet.");
        case "esim.profile_not_found":
            return qsTr("There is no profile of yours on the car's eSIM.");
        case "esim.other_profile":
            return qsTr("Another profile is in use on the car's eSIM.");
        case "esim.busy":
            return qsTr("The eSIM is busy.");
        case "esim.card_error":
        case "esim.wrong_state":
            return qsTr("The eSIM refused the profile.");
        case "esim.memory_full":
            return qsTr("There is no room for your profile on the car's eSIM.");
        case "esim.interrupted":
            return qsTr("The download of the personal eSIM was interrupted.");
        case "esim.install_failed":
            return qsTr("The car's eSIM could not install the profile.");
        case "esim.already_installed":
            return qsTr("Your profile is on the car's eSIM already.");
        case "esim.server_refused":
        case "smdp.mismatch":
            return qsTr("The car's eSIM does not trust the download server.");
        case "esim.ppr_not_allowed":
            return qsTr("The profile has rules that this car does not allow.");
        case "esim.order_refused":
            return qsTr("The profile could not be ordered for this car.");
        case "esim.order_failed":
            return qsTr("The profile cannot be ordered at the moment.");
        case "smdp.not_released":
            return qsTr("Your profile is not ready for download yet.");
        case "smdp.other_card":
            return qsTr("The profile is meant for another car's eSIM.");
        case "smdp.code_unknown":
            return qsTr("The download server does not know this order.");
        case "smdp.profile_unavailable":
            return qsTr("The profile was given out already.");
        case "smdp.order_expired":
            return qsTr("The order of the profile has expired.");
        case "smdp.too_many_tries":
            return qsTr("The profile was tried to be downloaded too often.");
        case "smdp.confirmation_wrong":
            return qsTr("The confirmation code is wrong.");
        case "smdp.confirmation_locked":
            return qsTr("The confirmation code was wrong too often. The server has withdrawn the profile.");
        case "esim.code_needed":
            return qsTr("The server wants a confirmation code.");
        case "esim.declined":
            return qsTr("The profile was rejected and not installed.");
        case "esim.postponed":
            return qsTr("The profile was not installed. Its server keeps it ready.");
        case "esim.activation_code":
            return codeProblem(error.params?.reason);
        case "smdp.card_refused":
            return qsTr("The download server does not trust the car's eSIM.");
        case "smdp.certificate":
        case "smdp.ca_unusable":
            return qsTr("The certificate of the download server is not valid.");
        case "smdp.unreachable":
            return qsTr("The download server cannot be reached.");
        case "smdp.timeout":
            return qsTr("The download server did not answer in time.");
        case "smdp.refused":
            return qsTr("The download server refused the profile.");
        case "smdp.http":
        case "smdp.not_json":
        case "smdp.incomplete":
            return qsTr("The download server has a problem.");
        case "storage.full":
            return qsTr("The car's memory is full.");
        case "storage.damaged":
            return qsTr("Stored data could not be read. The file has been kept.");
        case "storage.newer":
            return qsTr("The stored data comes from a newer version.");
        case "settings.damaged":
            return qsTr("The settings could not be read, so the usual ones are in use.");
        case "air.rejected":
        case "air.pairing_failed":
            return qsTr("The number was not confirmed on both sides.");
        case "air.timeout":
            return qsTr("The number was not confirmed in time.");
        case "air.lost":
        case "air.unreachable":
        case "air.not_connected":
            return qsTr("The phone is out of reach.");
        case "air.not_paired":
            return qsTr("The phone does not know this car any more.");
        case "contacts.not_allowed":
            return qsTr("The phone does not share its contacts.");
        }
        switch (family(error)) {
        case "cloud":
            return qsTr("The service cannot be reached.");
        case "auth":
            return qsTr("The login did not work.");
        case "vehicle":
            return qsTr("The car could not be linked with your account.");
        case "modem":
            return qsTr("The car's modem has a problem.");
        case "esim":
            return qsTr("The personal eSIM could not be set up.");
        case "smdp":
            return qsTr("The personal eSIM could not be downloaded.");
        case "storage":
            return qsTr("This could not be stored.");
        case "data":
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
            return qsTr("Check both and try again.");
        case "auth.incomplete":
            return qsTr("Enter e-mail address and password.");
        case "auth.invalid_email":
            return qsTr("It looks like name@example.com.");
        case "profile.not_active":
            return qsTr("Switch to this driver first.");
        case "sign_in.driving":
            return qsTr("Stop the car, then sign in.");
        case "sign_in.no_reception":
            return qsTr("Leave the garage, then sign in.");
        case "users.joined":
            return qsTr("A co-user has joined. As the main user you can remove co-users at any time.");
        case "consent.esim_missing":
            return qsTr("Your number will not work in this car. You can allow it later in the further settings of your ID.");
        case "telephony.needs_phone":
            return qsTr("Connect it by Bluetooth in “Mobile devices”.");
        case "telephone.busy":
            return qsTr("End one of your calls first.");
        case "telephone.bad_number":
            return qsTr("Correct it in your phone's contacts, or enter it with the key pad.");
        case "telephone.service_code":
            return qsTr("Dial it on your phone: services of your line are set there.");
        case "esim.activation_code":
            return qsTr("Compare it with what your operator gave you.");
        case "smdp.confirmation_wrong":
        case "esim.code_needed":
            return qsTr("Try again and enter it once more.");
        case "smdp.confirmation_locked":
        case "esim.declined":
            return qsTr("Ask whoever gave you the code for another one.");
        case "esim.postponed":
            return qsTr("Try again whenever you like.");
        case "esim.ended":
            return error.params?.reason === "used_in_other_vehicle" ? qsTr("Your number is in use in another vehicle now.") : qsTr("This car does not belong to your contract any more. You can activate it again in the app on your phone.");
        case "esim.denied":
            return qsTr("Check your contract in the app on your phone.");
        case "esim.not_registered":
            return qsTr("The car keeps trying.");
        case "auth.locked":
            return qsTr("Wait, or log in with the QR code.");
        case "auth.ended":
        case "auth.expired":
        case "auth.forbidden":
        case "auth.token_refused":
            return qsTr("Please log in again.");
        case "auth.denied":
            return qsTr("Start again if that was not you.");
        case "auth.mismatch":
            return qsTr("Log in with the account of this profile.");
        case "vehicle.too_many_users":
            return qsTr("Remove one to add another.");
        case "pin.locked":
            return qsTr("Log in with your password.");
        case "modem.busy":
        case "modem.link_taken":
            return qsTr("Wait a moment, then try again.");
        case "modem.permission":
            return qsTr("Give the user of this bench access to serial ports.");
        case "modem.no_sim":
            return qsTr("Insert the SIM, then try again.");
        case "modem.no_euicc":
            return qsTr("Insert an eSIM card, then try again.");
        case "esim.not_ready":
            return qsTr("Activate it in the app on your phone, then try again.");
        case "esim.profile_not_found":
            return qsTr("Check your contract in the app on your phone.");
        case "esim.other_profile":
            return qsTr("In “Mobile devices” you can use yours again.");
        case "esim.memory_full":
            return qsTr("Remove a profile that is not needed any more, then try again.");
        case "esim.interrupted":
            return qsTr("Try again: nothing was lost, and it goes on from where it stands.");
        case "esim.already_installed":
            return qsTr("Try again to go on with it.");
        case "esim.server_refused":
        case "smdp.mismatch":
        case "smdp.card_refused":
        case "smdp.certificate":
        case "smdp.ca_unusable":
        case "esim.ppr_not_allowed":
            return qsTr("Try again. If it stays so, ask your mobile operator.");
        case "esim.order_refused":
        case "smdp.refused":
            return qsTr("Try again, or check your contract in the app on your phone.");
        case "smdp.not_released":
        case "esim.order_failed":
            return qsTr("Wait a moment, then try again.");
        case "smdp.other_card":
        case "smdp.code_unknown":
        case "smdp.profile_unavailable":
        case "smdp.order_expired":
        case "smdp.too_many_tries":
            return qsTr("Try again: the car orders it anew.");
        case "smdp.unreachable":
        case "smdp.timeout":
            return qsTr("Check the connection and try again.");
        case "storage.full":
            return qsTr("Free some space, then try again. What was stored is safe.");
        case "roaming.no_effect":
        case "storage.damaged":
        case "settings.damaged":
            return qsTr("You can go on.");
        case "storage.newer":
            return qsTr("Update this car first.");
        case "air.rejected":
        case "air.pairing_failed":
        case "air.timeout":
            return qsTr("Pair once more and compare the numbers.");
        case "air.lost":
        case "air.unreachable":
        case "air.not_connected":
            return qsTr("Bring it into the car and switch its Bluetooth on.");
        case "air.not_paired":
            return qsTr("Pair it once more.");
        case "contacts.not_allowed":
            return qsTr("Allow it in the phone's settings.");
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
