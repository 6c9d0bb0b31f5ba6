pragma ComponentBehavior: Bound

import QtQuick
import Bench

// The browser's start page: the sites of the bench.
PhonePage {
    id: page

    readonly property var state_: phone.browser
    readonly property var names: ({
            "landing": qsTr("One Number for cars"),
            "carrier": qsTr("NTT DOCOMO procedures"),
            "management": qsTr("One Number management"),
            "bench": qsTr("Inside the bench"),
            "aeon": qsTr("Bank and points")
        })

    title: qsTr("Browser")

    PhoneGroup {
        visible: page.state_.open
        ListRow {
            objectName: "phone.browser.resume"
            width: parent.width
            flat: true
            icon.name: "globe"
            iconTone: "accent"
            text: qsTr("Back to the open page")
            onClicked: page.phone.send("showPage")
        }
    }
    PhoneGroup {
        heading: qsTr("Sites")
        visible: page.state_.sites.length > 0
        Repeater {
            model: page.state_.sites
            ListRow {
                required property var modelData
                objectName: "phone.browser.site." + modelData.id
                width: parent.width
                flat: true
                icon.name: "globe"
                text: modelData.brand ? qsTr("%1 web portal").arg(modelData.brand) : page.names[modelData.id] ?? modelData.id
                detail: modelData.host
                onClicked: page.phone.send("openSite", modelData.id)
            }
        }
    }
    PhoneMessage {
        width: parent.width
        topPadding: 60
        visible: page.state_.sites.length === 0
        sign: "globe"
        title: qsTr("No sites here")
        text: qsTr("This bench runs without the sites of provider and portal.")
    }
}
