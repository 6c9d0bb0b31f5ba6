import QtQuick
import Bench

// Every control of the kit once, for the tests and for looking at a theme.
BenchWindow {
    id: gallery
    objectName: "gallery"
    displayId: "gallery.display"

    Backdrop {
        anchors.fill: parent
    }
    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space
        spacing: Theme.space / 2
        TopTitle {
            id: top
            title: "携帯機器 Mobile devices"
            backId: "gallery.back"
            backText: "Back"
        }
        PrimaryButton {
            objectName: "gallery.primary"
            text: "続行"
        }
        PrimaryButton {
            objectName: "gallery.off"
            enabled: false
            text: "Continue"
        }
        QuietButton {
            objectName: "gallery.quiet"
            text: "コードを更新"
            icon.name: "refresh"
        }
        QuietButton {
            objectName: "gallery.quiet2"
            text: "Later"
        }
        TextAction {
            objectName: "gallery.action"
            text: "PINを忘れた場合"
        }
        IconButton {
            objectName: "gallery.icon"
            icon.name: "settings"
            text: "Settings"
        }
        ListRow {
            objectName: "gallery.row"
            icon.name: "sim"
            text: "パーソナルeSIM"
            detail: "接続済み"
            detailTone: "good"
            status: "LTE"
        }
        CheckRow {
            objectName: "gallery.check"
            text: "eSIM経由の電話"
            checked: true
        }
        CheckRow {
            objectName: "gallery.check2"
            text: "データローミング"
            detail: "No effect on this service"
        }
        RadioRow {
            objectName: "gallery.radio"
            text: "クラウドの設定を使う"
            detail: "言語、表示、音"
            checked: true
        }
        SwitchRow {
            objectName: "gallery.switch"
            text: "Sounds"
            checked: true
        }
        TextInputField {
            label: "Eメール"
            fieldId: "gallery.email"
            text: "hana.aoki@example.com"
        }
        TextInputField {
            label: "Password"
            fieldId: "gallery.password"
            password: true
            revealText: "Show"
            hideText: "Hide"
            text: "secret12"
            error: "Check the e-mail address and the password."
        }
        PinDots {
            id: pinDots
            filled: 2
        }
        StationLine {
            stations: ["準備", "ダウンロード", "インストール", "有効化", "接続"]
            station: 2
            value: 0.5
        }
        ProgressLine {
            value: 0.4
        }
        ProgressRing {
            value: 0.7
        }
        Spinner {}
        Monogram {
            initial: "花"
            active: true
        }
        Monogram {}
        Notice {
            text: "パーソナルeSIMは設定済みです。"
            kind: "good"
        }
        Notice {
            text: "No connection to the service."
            kind: "warn"
            actionText: "Retry"
            actionId: "gallery.notice"
        }
        Segmented {
            objectName: "gallery.segmented"
            optionId: "gallery.mode"
            accessibleName: "Appearance"
            current: "night"
            options: [
                {
                    key: "day",
                    text: "Day",
                    icon: "sun"
                },
                {
                    key: "night",
                    text: "Night",
                    icon: "moon"
                }
            ]
        }
        Slider {
            objectName: "gallery.slider"
            accessibleName: "Brightness"
            value: 0.6
        }
        CardButton {
            objectName: "gallery.card"
            icon.name: "devices"
            text: "携帯機器"
            detail: "セットアップ中… 43 %"
            progress: 0.43
        }
        KeyPad {
            keyId: "gallery.key"
            eraseText: "Erase"
        }
        EmptyState {
            iconName: "contacts"
            title: "No contacts yet"
            text: "Connect a phone."
        }
    }
}
