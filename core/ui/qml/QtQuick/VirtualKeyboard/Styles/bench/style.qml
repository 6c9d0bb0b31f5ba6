pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Bench

// Qt's virtual keyboard in the clothes of the theme; its folder is where Qt looks for a style called "bench".
KeyboardStyle {
    id: look

    readonly property real gap: 11 * scaleHint

    keyboardDesignWidth: 2560
    keyboardDesignHeight: 800
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
            radius: 14
            color: key.control?.pressed ? Theme.pressed : key.strong ? Theme.accent : key.quiet ? Theme.surfaceHigh : Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            opacity: key.control?.enabled ?? true ? 1 : 0.4
            Label {
                anchors.centerIn: parent
                visible: key.sign === ""
                text: key.words
                wrapMode: Text.NoWrap
                step: key.words.length > 2 ? "small" : "body"
                font.capitalization: key.control?.uppercased ? Font.AllUppercase : Font.MixedCase
            }
            Icon {
                anchors.centerIn: parent
                visible: key.sign !== ""
                name: key.sign
                size: 38
                color: key.strong ? Theme.accentText : Theme.text
            }
        }
    }

    keyPanel: Key {
        words: control?.displayText ?? ""
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
        words: control?.displayText ?? ""
    }
    handwritingKeyPanel: Key {
        quiet: true
        words: control?.displayText ?? ""
    }

    alternateKeysListItemWidth: 110
    alternateKeysListItemHeight: 110
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
        radius: 14
        color: Theme.accentSoft
    }
    alternateKeysListBackground: Rectangle {
        radius: 14
        color: Theme.surfaceHigh
        border.width: Theme.hairline
        border.color: Theme.border
    }

    // Candidates while Japanese is typed.
    selectionListHeight: 88
    selectionListDelegate: SelectionListItem {
        id: candidate
        required property string display
        required property int wordCompletionLength
        width: words.implicitWidth + 48
        height: look.selectionListHeight
        Rectangle {
            anchors.fill: parent
            anchors.margins: 4
            radius: 14
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
        radius: 14
        color: Theme.accentSoft
    }
    selectionListBackground: Item {}
    popupListDelegate: selectionListDelegate
    popupListHighlight: selectionListHighlight
    popupListBackground: selectionListBackground
    navigationHighlight: Rectangle {
        radius: 14
        color: "transparent"
        border.width: Theme.focusRing
        border.color: Theme.accent
    }
    traceInputKeyPanelDelegate: TraceInputKeyPanel {
        Rectangle {
            anchors.fill: parent
            anchors.margins: look.gap
            radius: 14
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
        }
    }
    traceCanvasDelegate: TraceCanvas {}
    selectionHandle: Item {}
}
