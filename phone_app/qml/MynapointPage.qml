import QtQuick

// A page of the Mynapoint app. One that leaves keeps what it showed.
PhonePage {
    id: page

    property var my: phone.mynapoint
    onEnabledChanged: {
        if (enabled)
            my = Qt.binding(() => phone.mynapoint);
        else if (my !== undefined)
            my = my;
    }
}
