import QtQml

// What happened and what to do, for each code of `BenchError` that a person can meet in the Mynapoint app.
QtObject {
    id: texts

    readonly property PhoneErrorText common: PhoneErrorText {}

    function title(code: string): string {
        switch (code) {
        case "nfc.off":
            return qsTr("NFC is off");
        case "nfc.absent":
            return qsTr("This phone cannot read cards");
        case "card.removed":
            return qsTr("The card was taken away too early");
        case "card.foreign":
            return qsTr("This is not a My Number card");
        case "card.unreadable":
            return qsTr("The card could not be read");
        case "card.locked":
            return qsTr("The card's password is locked");
        case "card.broken":
            return qsTr("This card is damaged");
        case "card.refused":
            return qsTr("The card was not accepted");
        case "card.other":
            return qsTr("This is another person's card");
        case "card.nonce_expired":
            return qsTr("It took too long");
        case "session.ended":
            return qsTr("You are logged out");
        case "application.not_reserved":
            return qsTr("Not reserved yet");
        case "application.already_applied":
            return qsTr("You have applied already");
        case "application.id_used":
            return qsTr("This ID has been used already");
        case "application.not_matching":
            return qsTr("The details do not match");
        case "application.service_unknown":
            return qsTr("This service cannot be applied for");
        case "points.maintenance":
            return qsTr("Mynapoint is under maintenance");
        case "points.none":
            return qsTr("No Mynapoint on this bench");
        default:
            return common.title(code);
        }
    }

    function detail(code: string): string {
        switch (code) {
        case "nfc.off":
            return qsTr("Switch NFC on to read your card.");
        case "nfc.absent":
            return qsTr("It has no NFC reader. Use a phone that has one.");
        case "card.removed":
            return qsTr("Lay the card on the phone again and do not move it until it has been read.");
        case "card.foreign":
            return qsTr("Take it away and lay your My Number card on the phone.");
        case "card.unreadable":
            return qsTr("Take the card away, then lay it on the middle of the phone's back again.");
        case "card.locked":
            return qsTr("The password was wrong three times in a row. Have it unlocked at your municipal office (on the desk below), then go on here.");
        case "card.broken":
            return qsTr("What is stored on it cannot be read. Your municipal office (on the desk below) issues it anew.");
        case "card.refused":
            return qsTr("Mynapoint does not know who issued this card. Phone and Mynapoint must use the same data folder of the bench.");
        case "card.other":
            return qsTr("Apply with the card that you logged in with.");
        case "card.nonce_expired":
            return qsTr("Read the card once more.");
        case "session.ended":
            return qsTr("For your safety the log-in has ended. Begin again with your card. What was reserved or applied for is kept.");
        case "application.not_reserved":
            return qsTr("Before you apply, reserve Mynapoint: your MyKey ID is issued.");
        case "application.already_applied":
            return qsTr("One person can apply once.");
        case "application.id_used":
            return qsTr("Somebody has applied with this payment service ID. Check that you typed your own.");
        case "application.not_matching":
            return qsTr("Check the payment service ID, the security code and the last 4 digits of the phone number, and that you chose the right service.");
        case "application.service_unknown":
            return qsTr("Go back and choose another one.");
        case "points.maintenance":
            return qsTr("Try again later. What was reserved or applied for is kept.");
        case "points.none":
            return qsTr("This bench runs without the Mynapoint platform.");
        default:
            return common.detail(code);
        }
    }
}
