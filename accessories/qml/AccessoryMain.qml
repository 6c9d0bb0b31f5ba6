import QtQuick
import Bench

// One accessory: its body, the page in front, and calls over it. It asks `accessory` (the view model) for everything and
// tells it every touch; it knows no rule. Kinds differ in their body only.
BenchWindow {
    id: window

    required property var accessory
    readonly property string overlay: accessory.overlay
    readonly property string place: accessory.screen
    readonly property bool watch: accessory.kind.body === "watch"

    objectName: "accessory"
    displayId: "accessory.display"
    designWidth: watch ? 440 : 360
    designHeight: watch ? 640 : 680
    barColor: "#15181D"
    title: accessory.status.name

    Binding {
        target: Theme
        property: "mode"
        value: "night"
    }
    AccessoryBody {
        anchors.fill: parent
        watch: window.watch
        accessory: window.accessory
    }
    Rectangle {
        id: glass
        x: (window.designWidth - width) / 2
        y: window.watch ? 112 : 56
        width: window.watch ? 332 : 304
        height: window.watch ? 416 : 520
        radius: window.watch ? 64 : 14
        color: "#000000"
        clip: true

        FocusScope {
            id: behind
            anchors.fill: parent
            anchors.topMargin: 46
            anchors.bottomMargin: window.watch ? 22 : 8
            enabled: window.overlay === ""
            visible: window.overlay === ""
            focus: enabled
            Loader {
                readonly property var pages: ({
                        "setUp": "AccessorySetUpPage",
                        "released": "AccessoryReleasedPage",
                        "home": "AccessoryHomePage",
                        "dial": "AccessoryDialPage",
                        "messages": "AccessoryMessagesPage",
                        "write": "AccessoryWritePage",
                        "menu": "AccessoryMenuPage"
                    })
                readonly property string wanted: pages[window.place]
                anchors.fill: parent
                focus: true
                onWantedChanged: show()
                Component.onCompleted: show()
                function show() {
                    setSource(wanted + ".qml", {
                        accessory: window.accessory
                    });
                }
            }
        }
        Loader {
            readonly property var pages: ({
                    "incoming": "AccessoryIncomingPage",
                    "call": "AccessoryCallPage",
                    "service": "AccessoryServicePage"
                })
            readonly property string wanted: pages[window.overlay] ?? ""
            anchors.fill: behind
            onWantedChanged: show()
            Component.onCompleted: show()
            function show() {
                setSource(wanted === "" ? "" : wanted + ".qml", {
                    accessory: window.accessory
                });
            }
        }
        AccessoryStatusBar {
            accessory: window.accessory
            inset: window.watch ? 40 : 14
            width: parent.width
            height: 46
        }
    }
}
