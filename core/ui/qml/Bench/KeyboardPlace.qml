import QtQuick
import QtQuick.Window

// Where a window has its on-screen keyboard. core/ui/keyboard.py puts the keyboard in and says whether it is shown.
Item {
    id: place

    property bool shown: false
    property real keyboardHeight: 0
    // What fields without a script of their own are written in: ja or en.
    property string language: "en"
    // As narrow as a phone.
    property bool upright: false

    function offer(item: Item) {
        const window = place.Window.window as BenchWindow;
        if (window !== null)
            window.keyboardPlace = item;
    }
    Window.onWindowChanged: offer(place)
    Component.onCompleted: offer(place)
    Component.onDestruction: offer(null)
}
