pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// The key pad: numbers, service codes, and whose number it is.
FocusScope {
    id: page

    property var phone
    readonly property var dialer: phone.dialer
    readonly property var letters: ({
            "2": "ABC",
            "3": "DEF",
            "4": "GHI",
            "5": "JKL",
            "6": "MNO",
            "7": "PQRS",
            "8": "TUV",
            "9": "WXYZ",
            "0": "+"
        })

    component Key: T.Button {
        id: key
        property string below
        width: 84
        height: 72
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        background: Rectangle {
            radius: 36
            color: key.down ? Theme.pressed : Theme.surface
            border.width: 1
            border.color: Theme.line
            FocusRing {
                shown: key.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: key.below !== "" ? -8 : 0
                font.pixelSize: 28
                lineHeight: 1.0
                text: key.text
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.height / 2 + 10
                visible: text !== ""
                font.pixelSize: 12
                tone: "quiet"
                lineHeight: 1.0
                text: key.below
            }
        }
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: pad.top
        anchors.bottomMargin: 28
        width: parent.width - 48
        spacing: 6
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: page.dialer.typedShown.length > 15 ? 24 : 34
            wrapMode: Text.WrapAnywhere
            lineHeight: 1.0
            text: page.dialer.typedShown
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            tone: "quiet"
            font.pixelSize: 15
            text: page.dialer.typed === "" ? qsTr("Enter a number or a service code") : page.dialer.typed === "151" ? qsTr("The operator's desk") : page.dialer.name
        }
    }
    Grid {
        id: pad
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: actions.top
        anchors.bottomMargin: 20
        columns: 3
        columnSpacing: 20
        rowSpacing: 12
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"]
            Key {
                required property string modelData
                objectName: "phone.dialer.key." + (modelData === "*" ? "star" : modelData === "#" ? "hash" : modelData)
                text: modelData
                below: page.letters[modelData] ?? ""
                onClicked: page.phone.send("digit", modelData)
                onPressAndHold: if (modelData === "0") {
                    page.phone.send("erase");
                    page.phone.send("digit", "+");
                }
            }
        }
    }
    Item {
        id: actions
        anchors.bottom: tabs.top
        anchors.bottomMargin: 16
        anchors.horizontalCenter: parent.horizontalCenter
        width: 292
        height: 72
        T.Button {
            id: green
            objectName: "phone.dialer.call"
            anchors.centerIn: parent
            width: 72
            height: 72
            text: qsTr("Call")
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: page.phone.send("call")
            background: Rectangle {
                radius: 36
                color: "#11804A"
                opacity: green.down ? 0.75 : 1
                FocusRing {
                    shown: green.visualFocus
                }
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    name: "phone"
                    size: 34
                    color: "#FFFFFF"
                }
            }
        }
        IconButton {
            objectName: "phone.dialer.erase"
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            visible: page.dialer.typed !== ""
            icon.name: "backspace"
            text: qsTr("Delete the last digit")
            onClicked: page.phone.send("erase")
        }
    }
    PhoneDialerTabs {
        id: tabs
        phone: page.phone
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
