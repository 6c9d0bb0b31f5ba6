import QtQuick
import Bench

// 「有効」: the personal eSIM can be used (BMW-JP-SP-42 beside the number, MINI-APP-S2-26 on the car).
Rectangle {
    id: badge

    width: words.implicitWidth + 52
    height: 36
    radius: 18
    color: "transparent"
    border.width: 1.5
    border.color: Theme.good
    Icon {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "checkCircle"
        size: 20
        color: Theme.good
    }
    Label {
        id: words
        x: 38
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: 15
        font.weight: Font.DemiBold
        tone: "good"
        lineHeight: 1.0
        wrapMode: Text.NoWrap
        text: qsTr("Active")
    }
}
