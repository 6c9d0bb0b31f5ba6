import QtQuick

// A page with the tab bar below it.
FocusScope {
    id: tabPage

    property var phone
    // A page that leaves keeps what it showed: its last 160 ms must not tell of the next one.
    property var app: phone.app
    onEnabledChanged: {
        if (enabled)
            app = Qt.binding(() => phone.app);
        else if (app !== undefined)
            app = app;
    }
    property alias title: inner.title
    property alias lead: inner.lead
    property alias headerActions: inner.headerActions
    default property alias content: inner.content

    PhonePage {
        id: inner
        phone: tabPage.phone
        barHeight: 52
        width: parent.width
        height: parent.height - tabs.height
        focus: true
    }
    PhonePages {
        id: pages
    }
    Loader {
        id: tabs
        anchors.bottom: parent.bottom
        width: parent.width
        readonly property string wanted: pages.partOf("AppTabBar", tabPage.app.brand.view)
        onWantedChanged: show()
        Component.onCompleted: show()
        function show() {
            setSource(Qt.resolvedUrl(wanted + ".qml"), {
                phone: tabPage.phone
            });
        }
    }
}
