import QtQuick
import QtQuick.Templates as T
import Bench

// An app on the home screen: our own sign on a rounded tile, its name below.
T.Button {
    id: control

    property string sign
    property color upper
    property color lower
    property color ink: "#FFFFFF"
    // How many things wait inside.
    property int badge: 0
    // How much of an app has come (0-1); below 0 it is there.
    property real progress: -1
    // A finger that stays, or the menu key: what else can be done with the app.
    signal held

    width: 92
    height: 108
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: badge > 0 ? badge.toString() : ""
    onPressAndHold: held()
    Keys.onMenuPressed: held()

    background: Item {
        PhoneAppTile {
            id: tile
            anchors.horizontalCenter: parent.horizontalCenter
            y: 4
            scale: control.down ? 0.94 : 1
            sign: control.sign
            upper: control.upper
            lower: control.lower
            ink: control.ink
            FocusRing {
                shown: control.visualFocus
                radius: 24
            }
            Rectangle {
                visible: control.progress >= 0
                anchors.fill: parent
                radius: parent.radius
                color: Theme.scrim
                Rectangle {
                    anchors.centerIn: parent
                    width: 44
                    height: 44
                    radius: 22
                    color: Theme.surface
                    ProgressRing {
                        anchors.centerIn: parent
                        width: 32
                        value: Math.max(0, control.progress)
                        thickness: 4
                        accessibleName: control.text
                    }
                }
            }
            Rectangle {
                visible: control.badge > 0
                x: parent.width - width + 7
                y: -7
                width: Math.max(24, count.implicitWidth + 12)
                height: 24
                radius: 12
                color: "#C62A33"
                border.width: 2
                border.color: "#FFFFFF"
                Label {
                    id: count
                    anchors.centerIn: parent
                    font.pixelSize: 12
                    font.weight: Font.Bold
                    lineHeight: 1.0
                    color: "#FFFFFF"
                    text: control.badge > 99 ? "99+" : control.badge
                }
            }
        }
    }
    contentItem: Item {
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 78
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: control.text
            font.pixelSize: 13
            font.weight: Font.Medium
        }
    }
}
