pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Bench

// Qt's virtual keyboard in the clothes of the theme; its folder is where Qt looks for a style called "bench".
KeyboardStyle {
    id: look

    readonly property real gap: Theme.keyboard["gap"] ?? 5
    readonly property real round: Theme.keyboard["radius"] ?? 14
    readonly property real candidateHeight: Theme.keyboard["candidates"] ?? 88
    readonly property real popupSize: Theme.keyboard["popup"] ?? 110

    keyboardDesignWidth: 2560
    keyboardDesignHeight: keyboardDesignWidth * (Theme.keyboard["share"] ?? 0.3125)
    keyboardBackground: Item {}

    component Key: KeyPanel {
        id: key
        property string sign
        property string words
        property bool quiet: false
        property bool strong: false
        Rectangle {
            anchors.fill: parent
            anchors.margins: look.gap
            radius: look.round
            color: key.control?.pressed ? Theme.pressed : key.strong ? Theme.accent : key.quiet ? Theme.surfaceHigh : Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            opacity: key.control?.enabled ?? true ? 1 : 0.4
            Label {
                anchors.centerIn: parent
                visible: key.sign === ""
                text: key.words
                wrapMode: Text.NoWrap
                step: key.words.length > 2 ? "small" : (Theme.keyboard["letter"] ?? "body")
                font.capitalization: key.control?.uppercased ? Font.AllUppercase : Font.MixedCase
            }
            Icon {
                anchors.centerIn: parent
                visible: key.sign !== ""
                name: key.sign
                size: Theme.keyboard["icon"] ?? 38
                color: key.strong ? Theme.accentText : Theme.text
            }
        }
    }

    keyPanel: Key {
        // The sound marks are signs without a body of their own.
        words: control?.displayText === "\u3099" ? "\u309B\u309C" : control?.displayText ?? ""
    }
    backspaceKeyPanel: Key {
        quiet: true
        sign: "backspace"
    }
    languageKeyPanel: Key {
        quiet: true
        sign: "language"
    }
    enterKeyPanel: Key {
        strong: true
        sign: "check"
    }
    hideKeyPanel: Key {
        quiet: true
        sign: "chevronDown"
    }
    shiftKeyPanel: Key {
        quiet: !InputContext.shiftActive
        strong: InputContext.capsLockActive || InputContext.shiftActive
        sign: "shift"
    }
    spaceKeyPanel: Key {
        // In the language itself, without a country.
        words: InputContext.locale.startsWith("ja") ? "日本語" : "English"
    }
    symbolKeyPanel: Key {
        quiet: true
        words: control?.displayText ?? ""
    }
    modeKeyPanel: Key {
        quiet: true
        // Kana by flicks are kana.
        words: control?.displayText === "FLK" ? "\u3042" : control?.displayText ?? ""
    }
    handwritingKeyPanel: Key {
        quiet: true
        words: control?.displayText ?? ""
    }

    alternateKeysListItemWidth: popupSize
    alternateKeysListItemHeight: popupSize
    alternateKeysListDelegate: Item {
        id: alternate
        required property var model
        width: look.alternateKeysListItemWidth
        height: look.alternateKeysListItemHeight
        Label {
            anchors.centerIn: parent
            text: alternate.model.text
            wrapMode: Text.NoWrap
        }
    }
    alternateKeysListHighlight: Rectangle {
        radius: look.round
        color: Theme.accentSoft
    }
    alternateKeysListBackground: Rectangle {
        radius: look.round
        color: Theme.surfaceHigh
        border.width: Theme.hairline
        border.color: Theme.border
    }

    // Candidates while Japanese is typed.
    selectionListHeight: candidateHeight
    selectionListDelegate: SelectionListItem {
        id: candidate
        required property string display
        required property int wordCompletionLength
        width: words.implicitWidth + look.candidateHeight / 2
        height: look.selectionListHeight
        Rectangle {
            anchors.fill: parent
            anchors.margins: 4
            radius: look.round
            color: Theme.surfaceHigh
        }
        Label {
            id: words
            anchors.centerIn: parent
            text: candidate.decorateText(candidate.display, candidate.wordCompletionLength)
            textFormat: Text.StyledText
            wrapMode: Text.NoWrap
        }
        function decorateText(text: string, completed: int): string {
            return completed > 0 ? text.slice(0, -completed) + "<u>" + text.slice(-completed) + "</u>" : text;
        }
    }
    selectionListHighlight: Rectangle {
        radius: look.round
        color: Theme.accentSoft
    }
    selectionListBackground: Item {}
    popupListDelegate: selectionListDelegate
    popupListHighlight: selectionListHighlight
    popupListBackground: selectionListBackground
    navigationHighlight: Rectangle {
        radius: look.round
        color: "transparent"
        border.width: Theme.focusRing
        border.color: Theme.accent
    }
    traceInputKeyPanelDelegate: TraceInputKeyPanel {
        Rectangle {
            anchors.fill: parent
            anchors.margins: look.gap
            radius: look.round
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
        }
    }
    traceCanvasDelegate: TraceCanvas {}
    selectionHandle: Item {}
}
