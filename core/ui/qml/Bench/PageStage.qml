import QtQuick

// Shows one page at a time and moves to the next one in the direction of travel; pages are loaded when first needed.
// `show(url, properties, direction)`: direction is forward, back or none. Ids are unique: a page that leaves cannot be touched.
FocusScope {
    id: stage

    property url present
    property bool moving: motion.running
    readonly property Item page: front.item as Item
    property Loader front: first
    property real travel: width * 0.06

    function show(url: url, properties: var, direction: string) {
        motion.complete();
        // Two urls are two objects, so their texts are compared.
        const sameAgain = url.toString() === present.toString() && front.item !== null;
        present = url;
        if (sameAgain)
            return;
        const leaving = front;
        const coming = front === first ? second : first;
        const sign = direction === "back" ? -1 : 1;
        front = coming;
        leaving.enabled = false;
        coming.enabled = true;
        coming.setSource(url, properties);
        coming.focus = true;
        if (Theme.motion === 0 || direction === "none" || leaving.item === null) {
            coming.x = 0;
            coming.opacity = 1;
            leaving.opacity = 0;
            Qt.callLater(sweep);
            return;
        }
        motion.leaving = leaving;
        motion.coming = coming;
        motion.sign = sign;
        motion.start();
    }

    // Empties the loader that is not in front; later, since the page that leaves may still be told of the same change.
    function sweep() {
        if (!motion.running)
            (front === first ? second : first).setSource("");
    }

    clip: true

    Loader {
        id: first
        width: stage.width
        height: stage.height
    }
    Loader {
        id: second
        width: stage.width
        height: stage.height
    }
    ParallelAnimation {
        id: motion
        property Loader leaving: first
        property Loader coming: second
        property int sign: 1
        onStopped: Qt.callLater(stage.sweep)
        NumberAnimation {
            target: motion.leaving
            property: "x"
            from: 0
            to: -motion.sign * stage.travel
            duration: Theme.quick
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: motion.leaving
            property: "opacity"
            from: 1
            to: 0
            duration: Theme.quick
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: motion.coming
            property: "x"
            from: motion.sign * stage.travel
            to: 0
            duration: Theme.normal
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: motion.coming
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.normal
            easing.type: Easing.OutCubic
        }
    }
}
