import QtQuick
import QtQuick.Templates as T
import Bench

// The camera's picture from edge to edge, a frame that locks onto the code, one line of advice (BMW-JP-CAR-03b2).
FocusScope {
    id: page

    property var phone
    readonly property var scanner: phone.scanner
    readonly property string state_: scanner ? scanner.state : "starting"
    readonly property bool blind: state_ === "noCamera" || state_ === "lost"
    readonly property var corners: scanner ? scanner.corners : []
    readonly property var foreign: phone.app.foreign
    readonly property bool locked: corners.length === 4 && !blind

    function foreignText(kind: string, host: string): string {
        switch (kind) {
        case "otherCloud":
            return qsTr("It is a sign-in code, but of another service (%1).").arg(host);
        case "web":
            return host !== "" ? qsTr("It leads to a web page of %1.").arg(host) : qsTr("It leads to a web page.");
        case "wifi":
            return qsTr("It holds the access to a Wi-Fi network.");
        case "esim":
            return qsTr("It is an activation code for an eSIM.");
        case "contact":
            return qsTr("It holds contact details.");
        case "phone":
            return qsTr("It holds a telephone number.");
        default:
            return qsTr("It holds some other text.");
        }
    }
    function adviceText(advice: string): string {
        if (page.locked)
            return qsTr("Code found");
        switch (advice) {
        case "dark":
            return qsTr("It is too dark. Turn the display brighter.");
        case "far":
            return qsTr("Move closer to the display.");
        case "close":
            return qsTr("Move a little away from the display.");
        case "glare":
            return qsTr("There is a reflection. Tilt the phone.");
        case "blurred":
            return qsTr("Hold the phone still.");
        case "foreign":
            return qsTr("This is not a sign-in code of the car.");
        default:
            return qsTr("Point at the QR code on the car's display.");
        }
    }

    Image {
        id: picture
        anchors.fill: parent
        visible: !page.blind && (page.scanner ? page.scanner.frameRevision > 0 : false)
        source: visible ? "image://camera/" + page.scanner.frameRevision : ""
        cache: false
        fillMode: Image.PreserveAspectCrop
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Picture of the camera")
    }
    Item {
        id: frame
        visible: !page.blind && page.state_ !== "starting"
        // Where the picture's corners lie in the window: it is cropped to fill the page.
        readonly property real aspect: page.scanner ? page.scanner.pictureAspect : 1
        readonly property real shownWidth: Math.max(page.width, page.height * aspect)
        readonly property real shownHeight: shownWidth / aspect
        readonly property var xs: page.corners.map(corner => corner.x * shownWidth - (shownWidth - page.width) / 2)
        readonly property var ys: page.corners.map(corner => corner.y * shownHeight - (shownHeight - page.height) / 2)
        readonly property real gap: 14
        x: page.locked ? Math.max(8, Math.min(...xs) - gap) : (page.width - width) / 2
        y: page.locked ? Math.max(60, Math.min(...ys) - gap) : page.height * 0.4 - height / 2
        width: page.locked ? Math.min(page.width - 16, Math.max(...xs) - Math.min(...xs) + 2 * gap) : 248
        height: page.locked ? Math.max(...ys) - Math.min(...ys) + 2 * gap : 248
        Behavior on x {
            NumberAnimation {
                duration: Theme.quick
                easing.type: Easing.OutCubic
            }
        }
        Behavior on y {
            NumberAnimation {
                duration: Theme.quick
                easing.type: Easing.OutCubic
            }
        }
        Behavior on width {
            NumberAnimation {
                duration: Theme.quick
                easing.type: Easing.OutCubic
            }
        }
        Behavior on height {
            NumberAnimation {
                duration: Theme.quick
                easing.type: Easing.OutCubic
            }
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: -2
            radius: 28
            color: "transparent"
            border.width: 7
            border.color: "#60000000"
        }
        Rectangle {
            anchors.fill: parent
            radius: 26
            color: "transparent"
            border.width: 3.5
            border.color: page.locked && page.foreign.kind === undefined ? "#7BE0AC" : "#FFFFFF"
        }
    }
    Rectangle {
        // Status bar and title stay readable on any picture.
        width: parent.width
        height: 116
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#C0000000"
            }
            GradientStop {
                position: 1
                color: "#00000000"
            }
        }
    }
    T.Button {
        id: close
        objectName: "phone.app.scan.back"
        x: 8
        y: 46
        width: 48
        height: 48
        text: qsTr("Back")
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: page.phone.send("back")
        background: Rectangle {
            radius: 24
            color: close.down ? "#66FFFFFF" : "#00FFFFFF"
            FocusRing {
                shown: close.visualFocus
                gap: 0
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "back"
                size: 24
                color: "#FFFFFF"
            }
        }
    }
    Label {
        x: 60
        y: 58
        width: parent.width - 76
        color: "#FFFFFF"
        font.pixelSize: 18
        font.weight: Font.DemiBold
        text: qsTr("Scan the QR code")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 64
        spacing: 16
        visible: page.blind || page.state_ === "starting"
        Item {
            width: 80
            height: 80
            anchors.horizontalCenter: parent.horizontalCenter
            Spinner {
                anchors.centerIn: parent
                width: 56
                height: 56
                visible: !page.blind
            }
            Rectangle {
                anchors.fill: parent
                radius: 40
                visible: page.blind
                color: "#26FFFFFF"
                Icon {
                    anchors.centerIn: parent
                    name: "camera"
                    color: "#FFFFFF"
                    size: 38
                }
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: "#FFFFFF"
            step: "title"
            text: page.state_ === "noCamera" ? qsTr("No camera found") : page.state_ === "lost" ? qsTr("The camera has gone") : qsTr("Opening the camera…")
        }
        Label {
            width: parent.width
            visible: page.blind
            horizontalAlignment: Text.AlignHCenter
            color: "#C8D0DB"
            text: page.state_ === "lost" ? qsTr("Plug it in again, then try once more, or type the code.") : qsTr("Connect a camera, then try once more, or type the code.")
        }
        QuietButton {
            objectName: "phone.app.scan.retry"
            visible: page.blind
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Try again")
            onClicked: page.scanner.start()
        }
    }
    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 56
        x: 16
        width: parent.width - 32
        spacing: 12
        Rectangle {
            width: parent.width
            height: note.implicitHeight + 28
            visible: page.foreign.kind !== undefined && !page.blind
            radius: 20
            color: Theme.surface
            Column {
                id: note
                x: 18
                y: 14
                width: parent.width - 36
                spacing: 4
                Label {
                    width: parent.width
                    font.weight: Font.DemiBold
                    text: qsTr("This is not a sign-in code of the car")
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                Label {
                    width: parent.width
                    font.pixelSize: 14
                    tone: "quiet"
                    text: page.foreignText(page.foreign.kind ?? "", page.foreign.host ?? "") + " " + qsTr("Nothing was opened. Point at the QR code on the car's display.")
                }
                TextAction {
                    objectName: "phone.app.scan.dismiss"
                    anchors.right: parent.right
                    text: qsTr("OK")
                    onClicked: page.phone.send("dismissForeign")
                }
            }
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !page.blind && page.state_ !== "starting" && page.foreign.kind === undefined
            width: Math.min(parent.width, advice.implicitWidth + 40)
            height: advice.implicitHeight + 24
            radius: Math.min(24, height / 2)
            color: "#D0101419"
            Label {
                id: advice
                x: 20
                y: 12
                width: Math.min(implicitWidth, parent.parent.width - 40)
                horizontalAlignment: Text.AlignHCenter
                color: "#FFFFFF"
                font.pixelSize: 15
                text: page.adviceText(page.scanner ? page.scanner.advice : "")
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        T.Button {
            id: type
            objectName: "phone.app.scan.typeCode"
            anchors.horizontalCenter: parent.horizontalCenter
            width: words.implicitWidth + 40
            height: 48
            text: qsTr("Type the code instead")
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: page.phone.send("typeCode")
            background: Rectangle {
                radius: 24
                color: type.down ? "#E0414A57" : "#D0101419"
                FocusRing {
                    shown: type.visualFocus
                }
            }
            contentItem: Item {
                Label {
                    id: words
                    anchors.centerIn: parent
                    color: "#FFFFFF"
                    font.pixelSize: 15
                    font.weight: Font.DemiBold
                    text: type.text
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
