pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// A few choices side by side: `options` is a list of {key, text, icon}, `current` the chosen key, `chosen(key)` the touch.
// The ids are `optionId + "." + key`.
Rectangle {
    id: segmented

    property var options: []
    property string current
    property string optionId
    property string accessibleName
    signal chosen(string key)

    implicitWidth: Theme.touch * 6
    implicitHeight: Theme.touch + Theme.space / 3
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: accessibleName

    Row {
        x: Theme.space / 6
        y: Theme.space / 6
        Repeater {
            model: segmented.options
            T.RadioButton {
                id: option
                required property var modelData
                width: (segmented.width - Theme.space / 3) / segmented.options.length
                height: segmented.height - Theme.space / 3
                objectName: segmented.optionId + "." + modelData.key
                text: modelData.text
                checked: segmented.current === modelData.key
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: checked
                onClicked: {
                    segmented.chosen(modelData.key);
                    // The owner decides what is chosen; a click must not break that.
                    checked = Qt.binding(() => segmented.current === option.modelData.key);
                }
                background: Rectangle {
                    radius: Theme.radius * 0.8
                    color: option.down ? Theme.pressed : option.checked ? Theme.accentSoft : "transparent"
                    border.width: option.checked ? Theme.hairline * 1.5 : 0
                    border.color: Theme.accent
                    FocusRing {
                        shown: option.visualFocus
                        gap: 0
                        radius: parent.radius
                    }
                }
                contentItem: Item {
                    Row {
                        anchors.centerIn: parent
                        spacing: Theme.space / 2
                        Icon {
                            visible: name !== ""
                            name: option.modelData.icon ?? ""
                            size: Theme.icon * 0.75
                            color: option.checked ? Theme.accent : Theme.quiet
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            text: option.text
                            color: option.checked ? Theme.text : Theme.quiet
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
        }
    }
}
