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
        enabled: window.overlay === ""
        focus: enabled

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
            focus: true
        }
    }
    Loader {
        id: over
        anchors.fill: parent
        focus: window.overlay !== ""
    }
    Rectangle {
        // The display's own brightness: a veil that takes no touches.
        anchors.fill: parent
        visible: opacity > 0
        color: "#000000"
        opacity: 0.6 * (1 - window.car.settings.brightness / 100)
    }
}
