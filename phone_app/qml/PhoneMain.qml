pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The handset: bezel, status bar, one page, navigation bar, banner and system dialogs. It asks `phone` (the view model)
// for everything and tells it every touch; it knows no rule.
BenchWindow {
    id: window

    required property var phone
    readonly property var place: phone.screen
    readonly property string overlay: phone.overlay
    readonly property bool onCamera: pages.pageOf(place) === "AppScanPage"
    readonly property string foot: pages.footOf(place)
    readonly property bool onHome: place.name === "home"

    objectName: "phone"
    displayId: "phone.display"
    designWidth: 420
    designHeight: 880
    barColor: "#15181D"
    title: phone.preferences.name

    PhonePages {
        id: pages
    }
    function showPage(direction: string) {
        stage.show(Qt.resolvedUrl(pages.pageOf(place) + ".qml"), {
            phone: window.phone
        }, direction);
    }
    onPlaceChanged: showPage(place.direction)
    Component.onCompleted: showPage("none")

    Binding {
        target: Theme
        property: "mode"
        value: window.phone.preferences.night ? "night" : "day"
    }

    Item {
        id: glass
        x: 10
        y: 10
        width: parent.width - 20
        height: parent.height - 20

        Rectangle {
            anchors.fill: parent
            color: window.onCamera ? "#000000" : Theme.background
        }
        PhoneWallpaper {
            anchors.fill: parent
            visible: window.onHome
        }
        FocusScope {
            id: behind
            anchors.fill: parent
            enabled: window.overlay === ""
            focus: enabled

            PageStage {
                id: stage
                readonly property bool bleeds: window.onCamera
                y: bleeds ? 0 : statusBar.height
                width: parent.width
                height: parent.height - y - (bleeds ? 0 : navigation.height + keyboard.height + tray.height)
                travel: width * 0.18
                focus: true
            }
            PhoneWebLayer {
                id: web
                phone: window.phone
                anchors.fill: stage
            }
            PhoneKeyboard {
                id: keyboard
                language: window.phone.preferences.language
                anchors.bottom: navigation.top
                width: parent.width
            }
            PhoneCardTray {
                id: tray
                phone: window.phone
                anchors.bottom: navigation.top
                width: parent.width
            }
            Rectangle {
                anchors.fill: navigation
                visible: window.foot !== ""
                color: visible ? window.foot : "transparent"
            }
            PhoneNavigation {
                id: navigation
                phone: window.phone
                light: window.onCamera || window.foot !== ""
                canGoBack: !window.onHome
                // A web page has a history of its own.
                inner: web.front
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        PhoneStatusBar {
            id: statusBar
            phone: window.phone
            light: window.onCamera || (window.onHome && Theme.night)
            width: parent.width
        }
        PhoneBanner {
            phone: window.phone
            anchors.horizontalCenter: parent.horizontalCenter
            y: statusBar.height + 4
            width: parent.width - 24
        }
        Loader {
            readonly property var dialogs: ({
                    "pairing": "PhonePairingDialog",
                    "openIn": "PhoneOpenInDialog",
                    "removeApp": "PhoneRemoveDialog",
                    "service": "PhoneServiceDialog",
                    "incoming": "PhoneIncomingCall",
                    "quick": "PhoneQuickSettings",
                    "esimCompleted": "AppCompletedDialog",
                    "cardOffice": "MynapointOfficeDialog"
                })
            readonly property string wanted: dialogs[window.overlay] ?? ""
            anchors.fill: parent
            onWantedChanged: show()
            Component.onCompleted: show()
            function show() {
                setSource(wanted === "" ? "" : wanted + ".qml", {
                    phone: window.phone
                });
            }
        }
    }
    PhoneBezel {
        anchors.fill: parent
        barColor: window.barColor
    }
}
