import QtQuick
import Bench

// Japanese or English, each in its own words.
PhonePage {
    id: page

    backId: "phone.settings.language.back"
    title: qsTr("Language")

    PhoneGroup {
        RadioRow {
            objectName: "phone.settings.language.ja"
            width: parent.width
            flat: true
            text: "日本語"
            checked: page.phone.preferences.language === "ja"
            onClicked: {
                page.phone.send("setLanguage", "ja");
                checked = Qt.binding(() => page.phone.preferences.language === "ja");
            }
        }
        RadioRow {
            objectName: "phone.settings.language.en"
            width: parent.width
            flat: true
            text: "English"
            checked: page.phone.preferences.language === "en"
            onClicked: {
                page.phone.send("setLanguage", "en");
                checked = Qt.binding(() => page.phone.preferences.language === "en");
            }
        }
    }
}
