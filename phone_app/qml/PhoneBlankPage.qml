import QtQuick

// Behind a web view, which is not a page of the stage: it lives on while other apps are in front.
Item {
    property var phone
}
