import QtQuick
import QtQuick.Templates as T
import QtQuick.Window

// A window that scales one design size to any window size, with bars at the sides where the shape differs.
// Rotary and keyboard: arrows walk the focus chain, Enter presses. What is put inside is laid out in design pixels.
Window {
    id: window

    property real designWidth: 1920
    property real designHeight: 720
    property color barColor: "#000000"
    property string displayId
    // Where the on-screen keyboard may stand; null while there is nothing to type.
    property Item keyboardPlace: null
    readonly property real designScale: Math.min(width / designWidth, height / designHeight)
    readonly property Item display: canvas
    default property alias content: canvas.data

    width: designWidth
    height: designHeight
    color: barColor

    Binding {
        target: Theme
        property: "pixelScale"
        // In eighths, so that images are not drawn anew for every pixel of a resize.
        value: Math.max(0.25, Math.ceil(window.designScale * window.Screen.devicePixelRatio * 8) / 8)
    }

    FocusScope {
        id: canvas
        objectName: window.displayId
        width: window.designWidth
        height: window.designHeight
        x: (window.width - width * scale) / 2
        y: (window.height - height * scale) / 2
        scale: window.designScale
        transformOrigin: Item.TopLeft
        clip: true
        focus: true

        function walk(forward: bool) {
            const from = window.activeFocusItem ?? canvas;
            const next = from.nextItemInFocusChain(forward);
            if (next !== null)
                next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }
        Keys.onRightPressed: walk(true)
        Keys.onDownPressed: walk(true)
        Keys.onLeftPressed: walk(false)
        Keys.onUpPressed: walk(false)
        Keys.onReturnPressed: event => press(event)
        Keys.onEnterPressed: event => press(event)
        function press(event: KeyEvent) {
            const button = window.activeFocusItem as T.AbstractButton;
            if (button !== null)
                button.click();
            else
                event.accepted = false;
        }
    }
}
