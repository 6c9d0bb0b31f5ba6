import QtQuick
import QtQuick.Templates as T
import Bench

// What is around the screen: a watch with band and crown, or a small handset with a key below.
Item {
    id: body

    property bool watch: true
    property var accessory

    // The band
    Rectangle {
        visible: body.watch
        anchors.horizontalCenter: parent.horizontalCenter
        y: -40
        width: 236
        height: parent.height + 80
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#2B3139"
            }
            GradientStop {
                position: 0.5
                color: "#3A424D"
            }
            GradientStop {
                position: 1
                color: "#2B3139"
            }
        }
    }
    // The case
    Rectangle {
        id: box
        anchors.horizontalCenter: parent.horizontalCenter
        y: body.watch ? 92 : 8
        width: body.watch ? 372 : 344
        height: body.watch ? 456 : parent.height - 16
        radius: body.watch ? 84 : 34
        border.width: 2
        border.color: "#59626E"
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#4A525D"
            }
            GradientStop {
                position: 0.08
                color: "#23282F"
            }
            GradientStop {
                position: 1
                color: "#14171B"
            }
        }
        Rectangle {
            visible: !body.watch
            anchors.horizontalCenter: parent.horizontalCenter
            y: 22
            width: 64
            height: 6
            radius: 3
            color: "#0A0C0E"
        }
    }
    // The crown, or the key below the screen: home.
    T.Button {
        id: key
        objectName: "accessory.home"
        x: body.watch ? parent.width - 48 : (parent.width - width) / 2
        y: body.watch ? 190 : parent.height - 88
        width: body.watch ? 48 : 96
        height: body.watch ? 84 : 56
        text: qsTr("Home")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: body.accessory.send("home")
        background: Item {
            Rectangle {
                anchors.centerIn: parent
                anchors.horizontalCenterOffset: body.watch ? -3 : 0
                width: body.watch ? 16 : 64
                height: body.watch ? 64 : 28
                radius: body.watch ? 6 : 14
                border.width: 1
                border.color: "#6B7582"
                color: key.down ? "#59626E" : "#343B45"
                FocusRing {
                    shown: key.visualFocus
                }
            }
        }
    }
}
