pragma Singleton
import QtQuick

// The tokens of one theme as properties. Python sets `tokens`, `mode` and `motion` (core/ui/theme.py);
// sizes are design pixels, times milliseconds.
// An Item though nothing is drawn: before it hands a plain QtObject to Python, PySide6 builds the enums of its namespace
// `Qt`, and the first frame would wait 20 ms for them.
Item {
    id: theme

    property var tokens: ({})
    property string mode: "night"
    // Factor on every duration: 1, or 0 in tests and with reduced motion.
    property real motion: 1
    // The application's font, for controls that would take the platform's.
    property string fontFamily
    // Window pixels for one design pixel, so that images are drawn sharp; BenchWindow sets it.
    property real pixelScale: 1

    readonly property bool night: mode === "night"
    readonly property var colors: tokens[mode] ?? ({})
    readonly property var sizes: tokens["type"] ?? ({})
    readonly property var times: tokens["motion"] ?? ({})

    readonly property color background: colors["background"] ?? "#000000"
    readonly property color backgroundEnd: colors["backgroundEnd"] ?? "#000000"
    readonly property color surface: colors["surface"] ?? "#202020"
    readonly property color surfaceHigh: colors["surfaceHigh"] ?? "#303030"
    readonly property color track: colors["track"] ?? "#303030"
    readonly property color pressed: colors["pressed"] ?? "#404040"
    readonly property color line: colors["line"] ?? "#404040"
    readonly property color border: colors["border"] ?? "#808080"
    readonly property color text: colors["text"] ?? "#ffffff"
    readonly property color quiet: colors["quiet"] ?? "#c0c0c0"
    readonly property color accent: colors["accent"] ?? "#4c9dff"
    readonly property color accentText: colors["accentText"] ?? "#000000"
    readonly property color accentSoft: colors["accentSoft"] ?? "#203050"
    // The main action's surface; the accent itself must be readable as text, which a light yellow by day is not.
    readonly property color fill: colors["fill"] ?? accent
    readonly property color fillText: colors["fillText"] ?? accentText
    readonly property color good: colors["good"] ?? "#49d18d"
    readonly property color warn: colors["warn"] ?? "#ffb648"
    readonly property color bad: colors["bad"] ?? "#ff7477"
    readonly property color scrim: colors["scrim"] ?? "#c0000000"
    readonly property color paper: colors["paper"] ?? "#ffffff"
    readonly property color paperText: colors["paperText"] ?? "#10151c"
    // How the background is lit: "diagonal", "radial", or "" for plain.
    readonly property string backdrop: tokens["backdrop"] === "plain" ? "" : tokens["backdrop"] ?? ""

    readonly property int displaySize: sizes["display"] ?? 60
    readonly property int titleSize: sizes["title"] ?? 42
    readonly property int bodySize: sizes["body"] ?? 32
    readonly property int smallSize: sizes["small"] ?? 26

    readonly property real space: tokens["space"] ?? 24
    readonly property real margin: tokens["margin"] ?? 72
    readonly property real touch: tokens["touch"] ?? 88
    readonly property real row: tokens["row"] ?? 96
    readonly property real icon: tokens["icon"] ?? 48
    readonly property real radius: tokens["radius"] ?? 20
    readonly property real hairline: tokens["hairline"] ?? 1.5
    readonly property real focusRing: tokens["focusRing"] ?? 4

    // The on-screen keyboard: height as a share of its width, sizes of its parts.
    readonly property var keyboard: tokens["keyboard"] ?? ({})

    readonly property int quick: (times["quick"] ?? 160) * motion
    readonly property int normal: (times["normal"] ?? 220) * motion

    // The colour of a tone by name: text, quiet, accent, good, warn, bad, accentText, paperText.
    function tone(name: string): color {
        switch (name) {
        case "quiet":
            return quiet;
        case "accent":
            return accent;
        case "good":
            return good;
        case "warn":
            return warn;
        case "bad":
            return bad;
        case "accentText":
            return accentText;
        case "paperText":
            return paperText;
        default:
            return text;
        }
    }

    // The pixel size of a step of the type scale by name: display, title, body, small.
    function typeSize(step: string): int {
        switch (step) {
        case "display":
            return displaySize;
        case "title":
            return titleSize;
        case "small":
            return smallSize;
        default:
            return bodySize;
        }
    }
}
