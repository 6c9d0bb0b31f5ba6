import QtQml

// What the store says of an app, by the kind of its listing. `app` is one of `phone.store.apps`.
QtObject {
    function name(app: var): string {
        if (app.name)
            return app.name;
        return app.kind === "mynapoint" ? qsTr("Mynapoint") : "";
    }
    function maker(app: var): string {
        return app.kind === "mynapoint" ? qsTr("Ministry of Internal Affairs and Communications") : app.brandName ?? "";
    }
    function summary(app: var): string {
        return app.kind === "mynapoint" ? qsTr("Reserve and apply for Mynapoint") : qsTr("Your car and its eSIM");
    }
    function about(app: var): string {
        if (app.kind === "mynapoint")
            return qsTr("Reserve Mynapoint with your My Number card, then choose the payment service that you get the points for.");
        return qsTr("Sign in to the car with your %1, and activate the personal eSIM: your own telephone number in the car.").arg(app.idName);
    }
    function needs(app: var): string {
        return app.kind === "mynapoint" ? qsTr("A My Number card with its 4-digit password") : qsTr("A %1. Without one you create it in the app.").arg(app.idName);
    }
    // What stays when the app goes.
    function removal(app: var): string {
        if (app.kind === "mynapoint")
            return qsTr("The app and its data go from this phone. Your reservation and your applications stay.");
        return qsTr("The app and its data go from this phone. Your %1 and your contract stay.").arg(app.idName ?? "");
    }
    function size(app: var): string {
        return qsTr("%1 MB").arg(app.size);
    }
    function progress(app: var): string {
        switch (app.state) {
        case "waiting":
            return qsTr("Waiting for a network…");
        case "installing":
            return qsTr("Installing…");
        case "downloading":
            return qsTr("Downloading… %1 %").arg(Math.round(app.progress * 100));
        default:
            return "";
        }
    }
}
