pragma ComponentBehavior: Bound

import QtQuick
import Bench
import "parts"

// The car's display: bars at the edges, one page in the middle, at most one overlay. It asks `car` (the view model) for
// everything and tells it every touch; it knows no rule.
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

    function pageOf(name: string): url {
        return Qt.resolvedUrl("pages/Car" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml");
    }
    onPlaceChanged: stage.show(pageOf(place), {
        car: window.car
    }, window.car.direction)
    onOverlayChanged: {
        if (overlay === "")
            over.setSource("");
        else
            over.setSource(Qt.resolvedUrl("overlays/Car" + overlay.charAt(0).toUpperCase() + overlay.slice(1) + "Overlay.qml"), {
                car: window.car
            });
    }
    onCallViewChanged: {
        ring.setSource(callView === "incoming" ? Qt.resolvedUrl("calls/CarIncomingCall.qml") : "", {
            car: window.car
        });
        aside.setSource(callView === "minimised" ? Qt.resolvedUrl("calls/CarCallPill.qml") : "", {
            car: window.car
        });
    }
    // The page was out of use while one talked.
    function takeUp() {
        if (foremost === "page")
            stage.forceActiveFocus();
    }
    onTalksChanged: {
        talk.setSource(talks ? Qt.resolvedUrl("calls/CarTalk.qml") : "", {
            car: window.car
        });
        if (!talks)
            Qt.callLater(takeUp);
    }
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
    }
    FocusScope {
        id: behind
        anchors.fill: parent
        enabled: window.overlay === "" && window.callView !== "incoming"
        focus: window.foremost === "page"

        CarRail {
            car: window.car
            width: 112
            height: parent.height
        }
        CarTopBar {
            car: window.car
            x: 112
            width: parent.width - x
            height: 72
        }
        PageStage {
            id: stage
            x: 112
            y: 72
            width: parent.width - x
            height: parent.height - y
            enabled: !window.talks
            focus: true
        }
        Loader {
            id: aside
            x: 112 + (parent.width - 112 - width) / 2
            y: -8
        }
    }
    Loader {
        id: over
        anchors.fill: parent
        focus: window.foremost === "over"
        enabled: window.callView !== "incoming"
    }
    Loader {
        // A call has the page's place, also over a question, which waits below.
        id: talk
        x: 112
        y: 72
        width: parent.width - x
        height: parent.height - y
        focus: window.foremost === "talk"
    }
    Loader {
        id: ring
        anchors.fill: parent
        focus: window.foremost === "ring"
    }
    Rectangle {
        // The display's own brightness: a veil that takes no touches.
        anchors.fill: parent
        visible: opacity > 0
        color: "#000000"
        opacity: 0.6 * (1 - window.car.settings.brightness / 100)
    }
}
