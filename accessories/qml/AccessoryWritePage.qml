pragma ComponentBehavior: Bound

import QtQuick
import Bench

// A text to send, out of a few that the small screen offers.
AccessoryPage {
    id: page

    readonly property var choices: [
        {
            key: "late",
            text: qsTr("I will be a little late.")
        },
        {
            key: "car",
            text: qsTr("I am driving. I will call you later.")
        },
        {
            key: "thanks",
            text: qsTr("Thank you!")
        },
        {
            key: "yes",
            text: qsTr("Yes")
        }
    ]

    spacing: 8

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "small"
        tone: "quiet"
        //: %1: a telephone number
        text: qsTr("To %1").arg(page.accessory.write.number)
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: page.choices
        QuietButton {
            required property var modelData
            objectName: "accessory.write." + modelData.key
            width: parent.width
            text: modelData.text
            onClicked: page.accessory.send("sendText", modelData.text)
        }
    }
}
