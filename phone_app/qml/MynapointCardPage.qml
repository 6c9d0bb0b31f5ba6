import QtQuick
import Bench

// The card is laid on the phone and read (MYNA-B04, C06); what goes wrong is told here, and the reader goes on looking.
MynapointPage {
    id: page

    readonly property string code: my.error.code ?? ""
    readonly property bool reading: my.stage === "reading"
    readonly property bool off: my.stage === "off"

    backId: "phone.mynapoint.card.back"
    title: qsTr("Read the My Number card")
    lead: off ? "" : reading ? qsTr("Reading… Do not move the card.") : my.nfc.laid !== "" && code === "" ? qsTr("Card found.") : qsTr("Hold the card to the middle of the phone's back.")

    MynapointCardArt {
        width: parent.width
        visible: !page.off
        laid: page.my.nfc.laid !== ""
        reading: page.reading
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: page.reading
        Spinner {
            width: 40
            height: 40
        }
    }
    MynapointProblem {
        width: parent.width
        code: page.code
    }
    Label {
        width: parent.width
        visible: !page.off && !page.reading && page.my.nfc.laid === ""
        font.pixelSize: 14
        tone: "quiet"
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Touch a card on the desk below to lay it on the phone.")
    }
    footer: [
        PrimaryButton {
            objectName: "phone.mynapoint.card.nfcOn"
            width: parent.width
            visible: page.code === "nfc.off"
            text: qsTr("Switch NFC on")
            onClicked: page.phone.send("switchNfcOn")
        },
        TextAction {
            objectName: "phone.mynapoint.card.top"
            width: parent.width
            visible: page.off
            text: qsTr("To the app's first page")
            onClicked: page.phone.send("platformTop")
        }
    ]
}
