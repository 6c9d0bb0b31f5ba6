pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The frame of every page: title with the way back hanging in the gutter, content on the grid below, and what went wrong.
// Inside, `column(n)` is the width of n of the twelve columns.
FocusScope {
    id: page

    required property var car
    property string name
    property string title
    property bool canGoBack: false
    property bool showsError: true
    readonly property real gutter: 24
    readonly property real inset: 128
    readonly property real contentWidth: width - inset - 72
    readonly property bool troubled: trouble.active
    property alias actions: top.actions
    default property alias content: area.data

    function column(count: int): real {
        return (contentWidth - 11 * gutter) / 12 * count + gutter * (count - 1);
    }
    function send(event: string, value: var) {
        car.send(event, value ?? null);
    }

    focus: true

    TopTitle {
        id: top
        x: page.canGoBack ? page.inset - 96 : page.inset
        y: 16
        width: page.inset + page.contentWidth - x
        title: page.title
        canGoBack: page.canGoBack
        backId: "car." + page.name + ".back"
        backText: qsTr("Back")
        onBack: page.send("back")
    }
    Item {
        id: area
        x: page.inset
        y: 128
        width: page.contentWidth
        height: page.height - y - 40 - (trouble.active ? trouble.height + 20 : 0)
    }
    Loader {
        id: trouble
        active: page.showsError && (page.car.error.code ?? "") !== "" && page.car.overlay !== "notice"
        x: page.inset
        width: page.contentWidth
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40
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
