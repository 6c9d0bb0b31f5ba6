pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench

// An app of the store: its page behind the row, and at the right what can be done at once.
Item {
    id: row

    property var phone
    property var app
    readonly property bool coming: ["waiting", "downloading", "installing"].includes(app.state)
    readonly property string verb: app.state === "installed" ? "open" : coming ? "cancel" : "get"

    width: parent ? parent.width : 340
    height: Math.max(88, words.implicitHeight + 28)

    StoreWords {
        id: store
    }
    T.Button {
        id: whole
        objectName: "phone.store.list.app." + row.app.id
        anchors.fill: parent
        text: store.name(row.app)
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.description: summary.text
        onClicked: row.phone.send("show", row.app.id)
        background: Rectangle {
            radius: Theme.radius
            color: whole.down ? Theme.pressed : "transparent"
            FocusRing {
                shown: whole.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            PhoneAppTile {
                id: tile
                x: 16
                anchors.verticalCenter: parent.verticalCenter
                width: 56
                sign: row.app.icon[0]
                upper: row.app.icon[1]
                lower: row.app.icon[2]
                ink: row.app.icon[3]
            }
            Column {
                id: words
                anchors.left: tile.right
                anchors.leftMargin: 14
                anchors.right: parent.right
                anchors.rightMargin: 16 + action.width + 12
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                Label {
                    width: parent.width
                    font.weight: Font.DemiBold
                    text: whole.text
                }
                Label {
                    id: summary
                    width: parent.width
                    step: "small"
                    tone: row.app.state === "failed" ? "bad" : "quiet"
                    text: row.app.state === "failed" ? errors.title(row.app.error) : row.coming ? store.progress(row.app) : store.summary(row.app)
                }
            }
        }
    }
    PhoneErrorText {
        id: errors
    }
    T.Button {
        id: action
        objectName: "phone.store.list." + row.verb + "." + row.app.id
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        width: row.coming ? 48 : Math.max(76, label.implicitWidth + 32)
        height: 48
        enabled: row.app.state !== "installing"
        text: row.verb === "open" ? qsTr("Open") : row.coming ? qsTr("Stop") : row.app.state === "failed" ? qsTr("Again") : qsTr("Get")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.description: whole.text
        onClicked: row.phone.send(row.verb === "open" ? "openApp" : row.verb, row.app.id)
        background: Item {
            Rectangle {
                visible: !row.coming
                anchors.centerIn: parent
                width: parent.width
                height: 36
                radius: 18
                color: action.down ? Theme.pressed : Theme.accentSoft
                FocusRing {
                    shown: action.visualFocus
                }
            }
        }
        contentItem: Item {
            Label {
                id: label
                visible: !row.coming
                anchors.centerIn: parent
                font.pixelSize: 15
                font.weight: Font.Bold
                tone: "accent"
                lineHeight: 1.0
                wrapMode: Text.NoWrap
                text: action.text
            }
            ProgressRing {
                visible: row.app.state === "downloading"
                anchors.centerIn: parent
                width: 36
                value: row.app.progress
                thickness: 3.5
                accessibleName: store.progress(row.app)
                Rectangle {
                    anchors.centerIn: parent
                    width: 10
                    height: 10
                    radius: 2
                    color: Theme.accent
                }
            }
            Spinner {
                visible: row.coming && row.app.state !== "downloading"
                anchors.centerIn: parent
                width: 34
                height: 34
            }
        }
    }
}
