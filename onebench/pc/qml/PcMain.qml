pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Bench

// A PC with one browser window: a bar with back, forward, reload and the address, below it the page. It is not scaled
// as car and phone are: a page takes the room that its window gives.
Window {
    id: window

    required property var pc
    readonly property var view: web.item

    objectName: "pc"
    width: 1280
    height: 860
    minimumWidth: 480
    minimumHeight: 360
    color: Theme.background
    title: window.pc.page.title || qsTr("PC")

    Binding {
        target: Theme
        property: "pixelScale"
        value: Math.max(0.25, window.Screen.devicePixelRatio)
    }
    Connections {
        target: window.pc

        function onWanted(address: string) {
            if (address === "")
                return;
            web.start = address;
            if (window.view)
                window.view.url = address;
            else
                web.active = true;
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: 64
            Layout.leftMargin: 8
            Layout.rightMargin: 16
            spacing: 4

            IconButton {
                objectName: "pc.browser.back"
                icon.name: "chevronLeft"
                iconSize: 24
                text: qsTr("Back")
                enabled: window.view !== null && window.view.canGoBack
                onClicked: window.view.goBack()
            }
            IconButton {
                objectName: "pc.browser.forward"
                icon.name: "chevronRight"
                iconSize: 24
                text: qsTr("Forward")
                enabled: window.view !== null && window.view.canGoForward
                onClicked: window.view.goForward()
            }
            IconButton {
                objectName: "pc.browser.reload"
                icon.name: "refresh"
                iconSize: 24
                text: qsTr("Reload")
                enabled: window.view !== null
                onClicked: window.view.reload()
            }
            IconButton {
                objectName: "pc.browser.start"
                icon.name: "home"
                iconSize: 24
                text: qsTr("Start page")
                onClicked: {
                    web.active = false;
                    window.pc.send("shown", {
                        "state": "blank"
                    });
                }
            }
            PcAddressField {
                Layout.fillWidth: true
                address: window.pc.page.url
                onEntered: text => window.pc.send("go", text)
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.hairline
            color: Theme.line
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PcStartPage {
                anchors.fill: parent
                visible: !web.active
                sites: window.pc.sites
                onChosen: key => window.pc.send("go", key)
            }
            Loader {
                id: web

                property string start

                anchors.fill: parent
                active: false
                sourceComponent: PcBrowser {
                    start: web.start
                    language: window.pc.language
                    onShown: page => window.pc.send("shown", page)
                }
            }
            ProgressLine {
                anchors.top: parent.top
                width: parent.width
                height: 3
                visible: window.view !== null && window.view.loading
                value: window.view ? window.view.loadProgress / 100 : 0
            }
            PcProblem {
                anchors.fill: parent
                visible: window.pc.page.state === "failed"
                address: window.pc.page.url
                onRetried: window.pc.send("go", window.pc.page.url)
            }
        }
    }
}
