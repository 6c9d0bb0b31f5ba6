import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Bench

// Qt's virtual keyboard with English and Japanese layouts, in a fixed place.
Item {
    id: place

    readonly property bool shown: panel.active

    clip: false
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        visible: !panel.active
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.line
        Label {
            anchors.centerIn: parent
            width: parent.width - 96
            horizontalAlignment: Text.AlignHCenter
            step: "small"
            tone: "quiet"
            text: qsTr("Touch a field to type.")
        }
    }
    InputPanel {
        id: panel
        objectName: "car.keyboard"
        visible: active
        anchors.bottom: parent.bottom
        width: parent.width
        Component.onCompleted: {
            VirtualKeyboardSettings.styleName = "bench";
            VirtualKeyboardSettings.activeLocales = ["en_GB", "ja_JP"];
            VirtualKeyboardSettings.locale = "en_GB";
        }
    }
}
