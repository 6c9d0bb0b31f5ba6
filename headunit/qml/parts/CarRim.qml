import QtQuick
import Bench

// What the rim of a round display tells: time left, progress, under way, done, wrong. `mood` colours the light behind the page.
Rim {
    id: rim

    required property var car
    readonly property string place: car.screen
    readonly property string troubleTone: (car.error.code ?? "") !== "" && words.kind(car.error) === "bad" ? "bad" : ""
    readonly property var signal: told()
    readonly property string mood: signal.mood ?? ""

    function share(value: real, tone: string): var {
        return {
            value: value,
            tone: tone,
            mood: tone === "accent" ? "" : tone
        };
    }
    readonly property var running: ({
            sweeping: true,
            tone: "accent"
        })

    function ofEsim(rest: var): var {
        switch (car.esim.state) {
        case "checking":
            return running;
        case "settingUp":
            return share(car.esim.progress, "accent");
        case "connected":
            return share(1, "good");
        case "failed":
            return share(1, "bad");
        case "notConnected":
            return share(1, "warn");
        default:
            return rest;
        }
    }
    function ofCode(): var {
        switch (car.qr.state) {
        case "loading":
            return running;
        case "showing":
            return share(car.qr.secondsLeft / Math.max(1, car.qr.lifetime), car.qr.secondsLeft < 60 ? "warn" : "accent");
        case "expired":
            return share(0, "accent");
        default:
            return share(1, "bad");
        }
    }
    function ofActivation(rest: var): var {
        switch (car.activation.step) {
        case "contacting":
        case "enabling":
            return running;
        case "installing":
            return share(car.activation.total > 0 ? car.activation.done / car.activation.total : 0, "accent");
        case "installed":
        case "done":
            return share(1, "good");
        case "failed":
            return share(1, "bad");
        default:
            return troubleTone !== "" ? share(1, "bad") : rest;
        }
    }
    function told(): var {
        const rest = share(0, "accent");
        if (car.calls.view === "incoming")
            return {
                sweeping: true,
                tone: "good"
            };
        if (car.calls.view === "talking" || car.calls.view === "ended")
            return rest;
        switch (place) {
        case "qr":
            return ofCode();
        case "loggingIn":
            return car.login.step === "done" ? share(1, "good") : running;
        case "loginFailed":
            return share(1, "bad");
        case "credentials":
            return car.credentials.busy ? running : troubleTone !== "" ? share(1, "bad") : rest;
        case "pinDone":
        case "profileReady":
            return share(1, "good");
        case "consents":
            return share(car.link.allowed / Math.max(1, car.link.consents.length), car.link.allowed === car.link.consents.length ? "good" : "accent");
        case "pinEntry":
        case "pinAsk":
            return share(car.pin.digits / 4, "accent");
        case "mobileDevices":
        case "personalEsim":
            return ofEsim(rest);
        case "home":
            return car.esim.state === "settingUp" && car.esim.detail !== "ready" ? share(car.esim.progress, "accent") : rest;
        case "activationCode":
            return ofActivation(rest);
        case "bluetooth":
            return car.bluetooth.scanning ? running : rest;
        default:
            return rest;
        }
    }

    value: signal.value ?? 0
    tone: signal.tone
    sweeping: signal.sweeping ?? false

    CarErrorText {
        id: words
    }
}
