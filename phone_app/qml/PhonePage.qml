import QtQuick
import Bench

// A page of an app: the way back, a large title, content that scrolls, and what stays at the bottom (`footer`).
FocusScope {
    id: page

    property var phone
    // A page that leaves keeps what it showed: its last 160 ms must not tell of the next one.
    property var app: phone.app
    onEnabledChanged: {
        if (enabled)
            app = Qt.binding(() => phone.app);
        else if (app !== undefined)
            app = app;
    }
    property string title
    property string lead
    property string backId
    property bool centred: false
    property real barHeight: backId !== "" || header.children.length > 0 ? 52 : 12
    property alias headerActions: header.data
    property alias footer: foot.data
    default property alias content: column.data

    Item {
        id: bar
        width: parent.width
        height: page.barHeight
        IconButton {
            objectName: page.backId
            visible: page.backId !== ""
            x: 8
            y: 2
            icon.name: "back"
            iconSize: 24
            text: qsTr("Back")
            onClicked: page.phone.send("back")
        }
        Row {
            id: header
            anchors.right: parent.right
            anchors.rightMargin: 8
            y: 2
        }
    }
    Flickable {
        id: scroll
        anchors.top: bar.bottom
        anchors.bottom: foot.top
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: body.y + body.height + Theme.space
        interactive: contentHeight > height
        Column {
            id: body
            x: Theme.margin
            y: page.centred ? Math.max(0, (scroll.height - height) / 2 - Theme.space) : 0
            width: parent.width - 2 * Theme.margin
            spacing: Theme.space
            Column {
                width: parent.width
                spacing: 8
                visible: page.title !== ""
                bottomPadding: 4
                Label {
                    width: parent.width
                    step: "display"
                    font.weight: Font.Bold
                    text: page.title
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Label {
                    width: parent.width
                    visible: text !== ""
                    tone: "quiet"
                    text: page.lead
                }
            }
            Column {
                id: column
                width: parent.width
                spacing: Theme.space
            }
        }
    }
    Column {
        id: foot
        x: Theme.margin
        anchors.bottom: parent.bottom
        width: parent.width - 2 * Theme.margin
        spacing: 8
        topPadding: children.length > 0 ? 8 : 0
        bottomPadding: children.length > 0 ? 12 : 0
    }
}
