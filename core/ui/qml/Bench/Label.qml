import QtQuick

// Text in a step of the type scale and a tone of the theme; wraps, figures are tabular.
Text {
    property string step: "body"
    property string tone: "text"

    color: Theme.tone(tone)
    font.pixelSize: Theme.typeSize(step)
    font.features: ({
            "tnum": 1
        })
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
