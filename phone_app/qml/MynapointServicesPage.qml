pragma ComponentBehavior: Bound

import QtQuick
import Bench

// Search a cashless service, choose it, read what it is, go on (MYNA-C00, C01).
MynapointPage {
    id: page

    readonly property var search: my.search
    readonly property bool chosen: search.chosen.id !== undefined

    backId: "phone.mynapoint.services.back"
    title: qsTr("Choose a service")

    Row {
        width: parent.width
        spacing: 10
        TextInputField {
            id: keyword
            width: parent.width - go.width - parent.spacing
            fieldId: "phone.mynapoint.services.keyword"
            label: qsTr("Keyword")
            maximumLength: 40
            onAccepted: page.look()
            Component.onCompleted: text = page.search.keyword
        }
        PrimaryButton {
            id: go
            objectName: "phone.mynapoint.services.search"
            anchors.bottom: keyword.bottom
            implicitWidth: implicitContentWidth + 40
            horizontalPadding: 12
            text: qsTr("Search")
            onClicked: page.look()
        }
    }
    function look() {
        InputMethod.commit();
        page.phone.send("search", keyword.text);
    }
    MynapointProblem {
        width: parent.width
        code: page.my.error.code ?? ""
    }
    Spinner {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: page.search.busy
        width: 40
        height: 40
    }
    PhoneMessage {
        width: parent.width
        topPadding: 12
        visible: page.search.done && page.search.found.length === 0
        sign: "search"
        title: qsTr("No service found")
        text: qsTr("Try another word, such as a part of the name.")
    }
    PhoneGroup {
        visible: page.search.found.length > 0
        heading: qsTr("Services found")
        Repeater {
            model: page.search.found
            RadioRow {
                required property var modelData
                objectName: "phone.mynapoint.services.service." + modelData.key
                width: parent.width
                flat: true
                text: modelData.name
                detail: modelData.operator
                checked: page.search.chosen.id === modelData.id
                onClicked: {
                    page.phone.send("chooseService", modelData.id);
                    checked = Qt.binding(() => page.search.chosen.id === modelData.id);
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: 18
        visible: !page.search.done && !page.search.busy
        topPadding: 4
        Label {
            width: parent.width
            step: "small"
            tone: "quiet"
            font.weight: Font.DemiBold
            text: qsTr("How it goes")
        }
        PhonePoint {
            sign: "search"
            heading: qsTr("Cashless payment")
            text: qsTr("Search and choose the service where you want your points.")
        }
        PhonePoint {
            sign: "idCard"
            heading: qsTr("Payment service ID")
            text: qsTr("Issued on the page of your service.")
        }
        PhonePoint {
            sign: "lock"
            heading: qsTr("Security code")
            text: qsTr("Issued together with the ID.")
        }
    }
    Card {
        width: parent.width
        height: about.height + 32
        visible: page.chosen
        Column {
            id: about
            x: 16
            y: 16
            width: parent.width - 32
            spacing: 10
            Label {
                width: parent.width
                font.weight: Font.DemiBold
                text: qsTr("The service that you chose")
            }
            PhoneFact {
                name: qsTr("Service")
                value: page.search.chosen.name ?? ""
            }
            PhoneFact {
                name: qsTr("Operator")
                value: page.search.chosen.operator ?? ""
            }
            PhoneFact {
                name: qsTr("Points arrive as")
                value: qsTr("Balance of the service")
            }
        }
    }
    footer: PrimaryButton {
        objectName: "phone.mynapoint.services.next"
        width: parent.width
        visible: page.search.found.length > 0
        enabled: page.chosen
        text: qsTr("Next")
        onClicked: page.phone.send("toTerms")
    }
}
