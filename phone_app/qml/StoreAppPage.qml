import QtQuick
import Bench

// One app of the store: what it is, how it comes, and how it goes.
PhonePage {
    id: page

    readonly property var store: phone.store
    readonly property var entry: store.apps.find(one => one.id === store.shown) ?? store.apps[0]
    readonly property bool coming: ["waiting", "downloading", "installing"].includes(entry.state)

    backId: "phone.store.page.back"

    StoreWords {
        id: words
    }
    Item {
        width: parent.width
        height: Math.max(96, names.implicitHeight)
        PhoneAppTile {
            id: tile
            anchors.verticalCenter: parent.verticalCenter
            width: 96
            sign: page.entry.icon[0]
            upper: page.entry.icon[1]
            lower: page.entry.icon[2]
            ink: page.entry.icon[3]
        }
        Column {
            id: names
            anchors.left: tile.right
            anchors.leftMargin: 20
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            Label {
                width: parent.width
                step: "display"
                font.weight: Font.Bold
                text: words.name(page.entry)
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Label {
                width: parent.width
                font.pixelSize: 14
                tone: "quiet"
                text: words.maker(page.entry)
            }
        }
    }
    Column {
        width: parent.width
        spacing: 10
        visible: page.coming
        ProgressLine {
            width: parent.width
            value: page.entry.state === "installing" ? 1 : page.entry.progress
            accessibleName: status.text
        }
        Label {
            id: status
            width: parent.width
            font.pixelSize: 14
            tone: "quiet"
            text: words.progress(page.entry)
        }
    }
    PhoneProblem {
        width: parent.width
        code: page.entry.state === "failed" ? page.entry.error : ""
    }
    Label {
        width: parent.width
        text: words.about(page.entry)
    }
    Card {
        width: parent.width
        height: facts.height + 40
        Column {
            id: facts
            x: 20
            y: 20
            width: parent.width - 40
            spacing: 14
            PhoneFact {
                name: qsTr("Size")
                value: words.size(page.entry)
            }
            PhoneFact {
                name: qsTr("On this phone")
                value: page.entry.state === "installed" ? qsTr("Yes") : qsTr("No")
                tone: page.entry.state === "installed" ? "good" : "text"
                sign: page.entry.state === "installed" ? "checkCircle" : ""
            }
        }
    }
    PhonePoint {
        sign: "person"
        heading: qsTr("What you need")
        text: words.needs(page.entry)
    }
    footer: [
        PrimaryButton {
            objectName: "phone.store.page.open"
            width: parent.width
            visible: page.entry.state === "installed"
            text: qsTr("Open")
            onClicked: page.phone.send("openApp", page.entry.id)
        },
        PrimaryButton {
            objectName: "phone.store.page.get"
            width: parent.width
            visible: page.entry.state === "removed" || page.entry.state === "failed"
            text: page.entry.state === "failed" ? qsTr("Try again") : qsTr("Get")
            onClicked: page.phone.send("get", page.entry.id)
        },
        QuietButton {
            objectName: "phone.store.page.cancel"
            width: parent.width
            visible: page.coming
            enabled: page.entry.state !== "installing"
            text: qsTr("Stop")
            onClicked: page.phone.send("cancel", page.entry.id)
        },
        TextAction {
            objectName: "phone.store.page.remove"
            width: parent.width
            visible: page.entry.state === "installed"
            tone: "bad"
            text: qsTr("Remove from this phone")
            onClicked: page.phone.send("remove", page.entry.id)
        }
    ]
}
