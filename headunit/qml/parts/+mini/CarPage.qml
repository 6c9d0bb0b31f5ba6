pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Bench
import ".."

// The frame of every page on the circle: title in the upper third, the way back at nine o'clock, content in the inscribed
// square, and what went wrong at its foot. Inside, `column(n)` is the width of n of the twelve columns.
FocusScope {
    id: page

    required property var car
    property string name
    property string title
    property bool canGoBack: false
    property bool showsError: true
    readonly property real gutter: 16
    readonly property real inset: 170
    readonly property real contentWidth: width - 2 * inset
    readonly property bool troubled: trouble.active
    property alias actions: more.data
    default property alias content: area.data

    function column(count: int): real {
        return (contentWidth - 11 * gutter) / 12 * count + gutter * (count - 1);
    }
    function send(event: string, value: var) {
        car.send(event, value ?? null);
    }

    focus: true

    Label {
        x: (page.width - width) / 2
        y: 96
        width: 520
        height: 112
        step: "title"
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: 30
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: page.title
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Item {
        id: area
        x: page.inset
        y: 212
        width: page.contentWidth
        height: 690 - (trouble.active ? trouble.height + 12 : 0)
    }
    Item {
        id: more
        anchors.fill: area
    }
    T.Button {
        id: wayBack
        objectName: "car." + page.name + ".back"
        visible: page.canGoBack
        x: 52
        y: 540 - height / 2
        width: 100
        height: 132
        focusPolicy: Qt.StrongFocus
        text: qsTr("Back")
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: page.send("back")
        background: Rectangle {
            radius: 50
            color: wayBack.down ? Theme.pressed : "transparent"
            FocusRing {
                shown: wayBack.visualFocus
                gap: 0
                radius: 50
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "chevronLeft"
                size: 60
            }
        }
    }
    Loader {
        id: trouble
        active: page.showsError && (page.car.error.code ?? "") !== "" && page.car.overlay !== "notice"
        x: (page.width - width) / 2
        y: 904 - height
        width: 700
        sourceComponent: Notice {
            kind: words.kind(page.car.error)
            text: words.sentence(page.car.error)
            actionText: qsTr("OK")
            actionId: "car." + page.name + ".dismissError"
            onAction: page.send("dismiss")
            CarErrorText {
                id: words
            }
        }
    }
}
