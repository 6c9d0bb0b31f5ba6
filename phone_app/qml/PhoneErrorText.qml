import QtQml

// What happened and what to do, for each code of `BenchError` that a person can meet on the phone.
QtObject {
    function title(code: string): string {
        switch (code) {
        case "":
            return "";
        case "phone.offline":
            return qsTr("The phone is offline");
        case "cloud.unreachable":
        case "cloud.timeout":
            return qsTr("No connection to the service");
        case "cloud.broken":
        case "cloud.refused":
            return qsTr("The service has a problem");
        case "auth.denied":
        case "auth.refused":
        case "auth.mismatch":
        case "auth.token_refused":
            return qsTr("Sign-in was not completed");
        case "auth.ended":
            return qsTr("You were signed out");
        case "pin.locked":
            return qsTr("Wrong PIN too often");
        case "pin.forgotten":
            return qsTr("Set a new PIN");
        case "code.unknown":
            return qsTr("This code is not valid");
        case "code.expired":
            return qsTr("This code has expired");
        case "code.used":
            return qsTr("This code was already used");
        case "code.denied":
            return qsTr("This sign-in was refused");
        case "code.other_brand":
            return qsTr("This is a car of another brand");
        case "code.too_many_attempts":
            return qsTr("Too many wrong codes");
        case "carrier.unreachable":
            return qsTr("The provider cannot be reached");
        case "carrier.maintenance":
            return qsTr("The provider is under maintenance");
        case "esim.already_linked":
            return qsTr("Already linked");
        case "esim.number_mismatch":
            return qsTr("The number does not match");
        case "esim.number_invalid":
            return qsTr("The number is not valid");
        case "esim.denied":
            return qsTr("The link was refused");
        case "esim.expired":
            return qsTr("The request has expired");
        case "esim.failed":
            return qsTr("The link was not completed");
        case "storage.full":
            return qsTr("The disk is full");
        case "store.interrupted":
            return qsTr("The download broke off");
        case "storage.failed":
        case "storage.damaged":
            return qsTr("The stored data cannot be used");
        default:
            return qsTr("Something went wrong");
        }
    }

    function detail(code: string): string {
        switch (code) {
        case "":
            return "";
        case "phone.offline":
            return qsTr("Switch on Wi-Fi or mobile data in Settings, then try again.");
        case "cloud.unreachable":
            return qsTr("Check that the service is running and reachable, then try again.");
        case "cloud.timeout":
            return qsTr("The service took too long to answer. Try again.");
        case "cloud.broken":
        case "cloud.refused":
            return qsTr("Nothing is lost. Try again in a moment.");
        case "auth.denied":
        case "auth.refused":
            return qsTr("Start again, and check your e-mail and password.");
        case "auth.token_refused":
            return qsTr("The service did not accept this sign-in. Start again.");
        case "auth.mismatch":
            return qsTr("The answer belongs to another sign-in. Start again.");
        case "auth.ended":
            return qsTr("Your sign-in is no longer valid. Log in again.");
        case "pin.locked":
            return qsTr("For your safety you were signed out. Log in again and set a new PIN.");
        case "pin.forgotten":
            return qsTr("Log in again, then choose a new PIN.");
        case "code.unknown":
            return qsTr("Compare it with the car's display, or have the car show a new code.");
        case "code.expired":
            return qsTr("Have the car show a new code, then scan that one.");
        case "code.used":
            return qsTr("If it was not you, have the car show a new code and scan that one.");
        case "code.denied":
            return qsTr("Have the car show a new code if you want to sign in.");
        case "code.other_brand":
            return qsTr("Open that brand's app on this phone, and scan the code with it.");
        case "code.too_many_attempts":
            return qsTr("Wait a few minutes, then scan the car's code.");
        case "carrier.unreachable":
            return qsTr("Wait a moment, then try again. Nothing was ordered or changed.");
        case "carrier.maintenance":
            return qsTr("The procedures are closed for a while. Try again later.");
        case "esim.already_linked":
            return qsTr("A contract is linked with this ID already. End that link first to link another one.");
        case "esim.number_mismatch":
            return qsTr("The digits you typed are not those of the line you logged in with at the provider. Start again and check the number.");
        case "esim.number_invalid":
            return qsTr("Check the digits of your telephone number.");
        case "esim.denied":
            return qsTr("You did not agree to the link on the provider's page. Start again if you want the personal eSIM.");
        case "esim.expired":
            return qsTr("It took too long on the provider's pages. Start again: what you ordered there is kept.");
        case "esim.failed":
            return qsTr("The provider did not complete it. Start again.");
        case "storage.full":
            return qsTr("Free some space, then try again.");
        case "store.interrupted":
            return qsTr("The store did not send all of the app. Try again.");
        case "storage.failed":
            return qsTr("The phone could not store this. Try again.");
        case "storage.damaged":
            return qsTr("It was kept aside. Log in again.");
        default:
            return qsTr("Try again. If it happens again, start the app anew.");
        }
    }
}
