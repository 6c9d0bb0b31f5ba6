import QtQml

// Which page shows which screen. An app of a brand shares its pages with those of other brands, but for what its `view`
// has in a shape of its own.
QtObject {
    readonly property var pages: ({
            "home": "PhoneHomePage",
            "settings.list": "PhoneSettingsPage",
            "settings.bluetooth": "PhoneBluetoothPage",
            "settings.pairedDevice": "PhonePairedDevicePage",
            "settings.phoneName": "PhoneNamePage",
            "settings.language": "PhoneLanguagePage",
            "settings.oneNumber": "PhoneOneNumberPage",
            "contacts.list": "PhoneContactsPage",
            "contacts.detail": "PhoneContactPage",
            "messages.list": "PhoneMessagesPage",
            "messages.conversation": "PhoneConversationPage",
            "messages.compose": "PhoneComposePage",
            "dialer.keypad": "PhoneDialerPage",
            "dialer.recents": "PhoneRecentsPage",
            "dialer.call": "PhoneCallPage",
            "browser.start": "PhoneBrowserStartPage",
            "mynapoint.top": "MynapointTopPage",
            "mynapoint.password": "MynapointPasswordPage",
            "mynapoint.card": "MynapointCardPage",
            "mynapoint.locked": "MynapointLockedPage",
            "mynapoint.working": "MynapointBusyPage",
            "mynapoint.reserve": "MynapointReservePage",
            "mynapoint.reserved": "MynapointReservedPage",
            "mynapoint.services": "MynapointServicesPage",
            "mynapoint.terms": "MynapointTermsPage",
            "mynapoint.form": "MynapointFormPage",
            "mynapoint.review": "MynapointReviewPage",
            "mynapoint.applied": "MynapointAppliedPage",
            "mynapoint.problem": "MynapointProblemPage",
            "browser.page": "PhoneBlankPage",
            "store.list": "StoreListPage",
            "store.page": "StoreAppPage"
        })
    readonly property var appPages: ({
            "start": "AppStartPage",
            "intro": "AppIntroPage",
            "web": "AppWebPage",
            "signingIn": "AppBusyPage",
            "checking": "AppBusyPage",
            "deciding": "AppBusyPage",
            "loadingTerms": "AppBusyPage",
            "signInFailed": "AppProblemPage",
            "codeProblem": "AppProblemPage",
            "pinSet": "AppPinPage",
            "pinAsk": "AppPinPage",
            "changePin": "AppPinPage",
            "terms": "AppTermsPage",
            "welcome": "AppWelcomePage",
            "car": "AppCarPage",
            "profile": "AppProfilePage",
            "settings": "AppSettingsPage",
            "confirmLogOut": "AppLogOutPage",
            "pinChanged": "AppDonePage",
            "approved": "AppDonePage",
            "denied": "AppDonePage",
            "esim": "AppEsimPage",
            "esimLoading": "AppBusyPage",
            "esimForm": "AppEsimFormPage",
            "esimBeginning": "AppBusyPage",
            "provider": "PhoneBlankPage",
            "esimChecking": "AppBusyPage",
            "esimProblem": "AppEsimProblemPage",
            "esimUnlink": "AppEsimUnlinkPage",
            "scan": "AppScanPage",
            "code": "AppCodePage",
            "confirmCar": "AppConfirmCarPage",
            "scanReady": "AppScanReadyPage"
        })
    readonly property var ownPages: ({
            "mini": {
                "start": "MiniStartPage",
                "profile": "MiniMenuPage",
                "approved": "MiniSentPage"
            }
        })

    readonly property var ownParts: ({
            "mini": {
                "AppTabBar": "MiniTabBar",
                "AppCarHero": "MiniCarHero"
            }
        })

    // The ground below pages that end in a dark bar.
    readonly property var darkFeet: ({
            "mini": {
                "car": "#0B0A09",
                "profile": "#0B0A09"
            }
        })

    // The colour below the page, or "" for the window's own.
    function footOf(place: var): string {
        return (darkFeet[place.view] ?? {})[place.name.slice(place.app.length + 1)] ?? "";
    }
    // A part of a page, for an app of that `view`.
    function partOf(name: string, view: string): string {
        return (ownParts[view] ?? {})[name] ?? name;
    }
    // `place` is the view model's `screen`.
    function pageOf(place: var): string {
        if (place.view === "")
            return pages[place.name];
        const screen = place.name.slice(place.app.length + 1);
        return (ownPages[place.view] ?? {})[screen] ?? appPages[screen];
    }
}
