pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "../parts"

// The round display: one page on the circle, the rim around it, the way home at six o'clock, a dark frame where the circle
// ends. Like its twin it asks `car` for everything and knows no rule.
BenchWindow {
    id: window

    required property var car
    readonly property string place: car.screen
    readonly property string overlay: car.overlay
    readonly property string callView: car.calls.view
    readonly property bool talks: callView === "talking" || callView === "ended"
    // Who has the focus: one word, so that nobody takes it while others still change.
    readonly property string foremost: car.calls.view === "incoming" ? "ring" : ["talking", "ended"].includes(car.calls.view) ? "talk" : car.overlay !== "" ? "over" : "page"

    objectName: "car"
    displayId: "car.display"
    title: car.brand.name
    designWidth: 1080
    designHeight: 1080

    function pageOf(name: string): url {
        return Qt.resolvedUrl("../pages/Car" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml");
    }
    onPlaceChanged: stage.show(pageOf(place), {
        car: window.car
    }, window.car.direction)
    onOverlayChanged: {
        if (overlay === "")
            over.setSource("");
        else
            over.setSource(Qt.resolvedUrl("../overlays/Car" + overlay.charAt(0).toUpperCase() + overlay.slice(1) + "Overlay.qml"), {
                car: window.car
            });
    }
    onCallViewChanged: {
        ring.setSource(callView === "incoming" ? Qt.resolvedUrl("../calls/CarIncomingCall.qml") : "", {
            car: window.car
        });
        aside.setSource(callView === "minimised" ? Qt.resolvedUrl("../calls/CarCallPill.qml") : "", {
            car: window.car
        });
    }
    onTalksChanged: talk.setSource(talks ? Qt.resolvedUrl("../calls/CarTalk.qml") : "", {
        car: window.car
    })
    Component.onCompleted: stage.show(pageOf(place), {
        car: window.car
    }, "none")

    Binding {
        target: Theme
        property: "mode"
        value: window.car.settings.night ? "night" : "day"
    }
    Backdrop {
        anchors.fill: parent
        glow: rim.mood === "" ? Theme.backgroundEnd : Qt.tint(Theme.background, Qt.alpha(Theme.tone(rim.mood), Theme.night ? 0.2 : 0.24))
    }
    FocusScope {
        id: behind
        anchors.fill: parent
        enabled: window.overlay === "" && window.callView !== "incoming" && !window.talks
        focus: window.foremost === "page"

        PageStage {
            id: stage
            anchors.fill: parent
            focus: true
        }
        CarRail {
            car: window.car
            anchors.fill: parent
        }
        CarTopBar {
            car: window.car
            visible: window.callView !== "minimised"
            y: 40
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Loader {
            id: aside
            y: 18
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
    Loader {
        id: over
        anchors.fill: parent
        focus: window.foremost === "over"
        enabled: window.callView !== "incoming" && !window.talks
    }
    Loader {
        id: talk
        anchors.fill: parent
        focus: window.foremost === "talk"
    }
    Loader {
        id: ring
        anchors.fill: parent
        focus: window.foremost === "ring"
    }
    CarRim {
        id: rim
        car: window.car
        anchors.fill: parent
    }
    Rectangle {
        // The display's own brightness: a veil that takes no touches.
        anchors.fill: parent
        visible: opacity > 0
        color: "#000000"
        opacity: 0.6 * (1 - window.car.settings.brightness / 100)
    }
    Image {
        anchors.fill: parent
        sourceSize: Qt.size(Math.round(width * Theme.pixelScale), Math.round(height * Theme.pixelScale))
        source: "image://backdrop/bezel"
        Accessible.ignored: true
    }
}
