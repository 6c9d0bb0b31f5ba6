import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

// Qt's virtual keyboard with English and Japanese layouts; core/ui/keyboard.py puts it into the window that is typed into.
InputPanel {
    id: panel

    // The language of the window: what a field without a script of its own is written in.
    property string language: "en"
    // The place is as narrow as a phone.
    property bool upright: false
    readonly property int latinOnly: Qt.ImhLatinOnly | Qt.ImhEmailCharactersOnly | Qt.ImhUrlCharactersOnly | Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhDigitsOnly
    readonly property string wanted: language === "ja" && (InputContext.inputMethodHints & latinOnly) === 0 ? "ja_JP" : "en_GB"

    visible: active
    width: parent?.width ?? 0
    y: (parent?.height ?? 0) - height
    onWantedChanged: VirtualKeyboardSettings.locale = wanted
    // A narrow keyboard writes kana as phones do, by flicks on twelve keys; a wide one by Latin letters.
    readonly property bool byLetters: upright && InputContext.inputEngine.inputMode === InputEngine.InputMode.Hiragana
    onByLettersChanged: Qt.callLater(flick)

    // Called later, when the focus may be in a field of digits, which has no kana.
    function flick() {
        if (byLetters && InputContext.inputEngine.inputModes.includes(InputEngine.InputMode.HiraganaFlick))
            InputContext.inputEngine.inputMode = InputEngine.InputMode.HiraganaFlick;
    }

    Component.onCompleted: {
        VirtualKeyboardSettings.styleName = "bench";
        VirtualKeyboardSettings.activeLocales = ["en_GB", "ja_JP"];
        VirtualKeyboardSettings.locale = wanted;
    }
}
