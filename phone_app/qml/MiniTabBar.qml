import QtQuick

// Black by day and by night, the menu at the lower right (MINI-APP-S1-03).
AppTabBar {
    ground: "#0B0A09"
    ink: "#B9AFA2"
    mark: "#FFC24B"
    markText: "#1A1206"
    word: "#FFC24B"
    carSign: "carFront"
    menuSign: "menu"
    menuText: qsTr("Menu")
}
