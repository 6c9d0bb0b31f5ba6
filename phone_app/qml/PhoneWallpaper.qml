import QtQuick
import Bench

// The home screen's ground: a calm sky with two far hills, drawn with plain gradients.
Rectangle {
    gradient: Gradient {
        GradientStop {
            position: 0
            color: Theme.night ? "#0B1220" : "#CFE1F7"
        }
        GradientStop {
            position: 0.6
            color: Theme.night ? "#15233B" : "#EAF2FB"
        }
        GradientStop {
            position: 1
            color: Theme.night ? "#0D131C" : "#F7F3EC"
        }
    }
    clip: true

    Rectangle {
        x: -160
        y: parent.height * 0.66
        width: 620
        height: 620
        radius: 310
        color: Theme.night ? "#142036" : "#DCE8F5"
    }
    Rectangle {
        x: 40
        y: parent.height * 0.78
        width: 640
        height: 640
        radius: 320
        color: Theme.night ? "#101A2B" : "#CADBEE"
    }
}
