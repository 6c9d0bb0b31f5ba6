<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>MyBmwBusyPage</name>
    <message>
        <source>Signing you in…</source>
        <translation>サインインしています…</translation>
    </message>
    <message>
        <source>Checking the code…</source>
        <translation>コードを確認しています…</translation>
    </message>
    <message>
        <source>Telling the car…</source>
        <translation>クルマに知らせています…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>しばらくお待ちください…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
</context>
<context>
    <name>MyBmwCarPage</name>
    <message>
        <source>Car</source>
        <translation>クルマ</translation>
    </message>
    <message>
        <source>Looking for your cars…</source>
        <translation>クルマを確認しています…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No car yet</source>
        <translation>クルマはまだありません</translation>
    </message>
    <message>
        <source>On the car&apos;s display choose to add a BMW ID. Then scan its code: Profile, settings at the top right, scan.</source>
        <translation>ナビ画面でBMW IDの追加を選び、
「プロフィール」右上の設定から
コードを読み取ってください。</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>車台番号</translation>
    </message>
    <message>
        <source>… %1</source>
        <extracomment>%1: the last seven signs of the vehicle identification number</extracomment>
        <translation>… %1</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>あなたの役割</translation>
    </message>
    <message>
        <source>Main user</source>
        <translation>メインユーザー</translation>
    </message>
    <message>
        <source>Co-user</source>
        <translation>サブユーザー</translation>
    </message>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Ready for the car</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未有効化</translation>
    </message>
</context>
<context>
    <name>MyBmwCodePage</name>
    <message>
        <source>Type the code</source>
        <translation>コードを入力</translation>
    </message>
    <message>
        <source>You find the 8 letters on the car&apos;s display, below the QR code.</source>
        <translation>ナビ画面のQRコードの下に
表示されている8文字です。</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>最後の文字を削除</translation>
    </message>
</context>
<context>
    <name>MyBmwConfirmCarPage</name>
    <message>
        <source>Sign in to this car?</source>
        <translation>このクルマに
ログインしますか？</translation>
    </message>
    <message>
        <source>Only go on when you sit in this car and its display shows the same code.</source>
        <translation>このクルマに乗っていて、ナビ画面に
同じコードが表示されている場合だけ
進んでください。</translation>
    </message>
    <message>
        <source>Vehicle number … %1</source>
        <translation>車台番号 … %1</translation>
    </message>
    <message>
        <source>Code on the car&apos;s display</source>
        <translation>ナビ画面のコード</translation>
    </message>
    <message>
        <source>Yes, sign in to this car</source>
        <translation>はい、ログインする</translation>
    </message>
    <message>
        <source>This is not my car</source>
        <translation>このクルマではない</translation>
    </message>
</context>
<context>
    <name>MyBmwDonePage</name>
    <message>
        <source>The car is signed in</source>
        <translation>クルマへのログインを
承認しました</translation>
    </message>
    <message>
        <source>You refused the sign-in</source>
        <translation>ログインを拒否しました</translation>
    </message>
    <message>
        <source>Your PIN was changed</source>
        <translation>暗証番号を変更しました</translation>
    </message>
    <message>
        <source>Go on with the steps on the display of your %1.</source>
        <translation>続きは%1の
ナビ画面で操作してください。</translation>
    </message>
    <message>
        <source>The car stays signed out. If it was your car after all, have it show a new code and scan that one.</source>
        <translation>クルマはログインしていません。
ご自身のクルマだった場合は、
新しいコードを読み取ってください。</translation>
    </message>
    <message>
        <source>Use the new PIN from the next start.</source>
        <translation>次回の起動から
新しい暗証番号をお使いください。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>MyBmwEsimCard</name>
    <message>
        <source>Carrier</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <extracomment>%1: the last four digits of the telephone number</extracomment>
        <translation>下4桁 %1</translation>
    </message>
</context>
<context>
    <name>MyBmwEsimPage</name>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Asking for the state…</source>
        <translation>状態を確認しています…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Ready for the car</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未有効化</translation>
    </message>
    <message>
        <source>Contract active</source>
        <translation>契約済み</translation>
    </message>
    <message>
        <source>Your carrier has linked the contract to this BMW ID. The eSIM waits for your car.</source>
        <translation>ご契約はこのBMW IDに連携されています。
クルマで使う準備ができています。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>Sign in to the car</source>
        <translation>クルマにログインする</translation>
    </message>
    <message>
        <source>On the car&apos;s display choose to add a BMW ID. The car then sets up the eSIM by itself.</source>
        <translation>ナビ画面でBMW IDの追加を選び、
ログインしてください。
eSIMはクルマがセットアップします。</translation>
    </message>
    <message>
        <source>Calls and data of the car run over your own number.</source>
        <translation>クルマの通話とデータ通信に、
お客様の電話番号が使われています。</translation>
    </message>
    <message>
        <source>The contract is linked. The car sets up the eSIM when you are signed in to it.</source>
        <translation>ご契約は連携済みです。
クルマにログインすると、
クルマがeSIMをセットアップします。</translation>
    </message>
    <message>
        <source>There is no contract for this BMW ID yet. Once your carrier has linked one, the car sets up the eSIM by itself.</source>
        <translation>このBMW IDに連携された
ご契約がまだありません。連携が終わると、
クルマがeSIMをセットアップします。</translation>
    </message>
</context>
<context>
    <name>MyBmwIntroPage</name>
    <message>
        <source>One ID for phone and car</source>
        <translation>スマホもクルマも
ひとつのIDで</translation>
    </message>
    <message>
        <source>Log in with your BMW ID on the next page, or register if you have none yet.</source>
        <translation>次のページでBMW IDにログインします。
お持ちでない方は登録できます。</translation>
    </message>
    <message>
        <source>Sign in to the car at a glance</source>
        <translation>クルマへは読み取るだけ</translation>
    </message>
    <message>
        <source>Scan the QR code on the car&apos;s display; no typing while you sit in the car.</source>
        <translation>ナビ画面のQRコードを読み取るだけ。
車内での入力は不要です。</translation>
    </message>
    <message>
        <source>Your number in your car</source>
        <translation>いつもの番号をクルマでも</translation>
    </message>
    <message>
        <source>See the state of your car&apos;s Personal eSIM at any time.</source>
        <translation>パーソナルeSIMの状態を
いつでも確認できます。</translation>
    </message>
    <message>
        <source>Only for you</source>
        <translation>あなただけのアプリ</translation>
    </message>
    <message>
        <source>A 4-digit PIN of your own keeps the app closed to others.</source>
        <translation>4桁の暗証番号でアプリを守ります。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>MyBmwLogOutPage</name>
    <message>
        <source>Log out?</source>
        <translation>ログアウトしますか？</translation>
    </message>
    <message>
        <source>The app forgets %1 and its PIN on this phone. Your car and its eSIM stay as they are.</source>
        <translation>%1
と暗証番号をこのスマートフォンから
消去します。クルマとeSIMはそのままです。</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>ログアウトしない</translation>
    </message>
</context>
<context>
    <name>MyBmwPinPage</name>
    <message>
        <source>Enter your PIN</source>
        <translation>暗証番号を入力</translation>
    </message>
    <message>
        <source>Enter your present PIN</source>
        <translation>現在の暗証番号を入力</translation>
    </message>
    <message>
        <source>Enter the same PIN again</source>
        <translation>もう一度入力</translation>
    </message>
    <message>
        <source>Set a 4-digit PIN</source>
        <translation>暗証番号4桁を設定</translation>
    </message>
    <message>
        <source>Then you choose a new one.</source>
        <translation>続けて新しい暗証番号を設定します。</translation>
    </message>
    <message>
        <source>To be sure that no digit went wrong.</source>
        <translation>確認のため、同じ暗証番号を
再度入力してください。</translation>
    </message>
    <message>
        <source>The app asks for it at every start. It is not the PIN of your SIM card.</source>
        <translation>アプリの起動時に入力する番号です。
SIMカードの暗証番号とは異なります。</translation>
    </message>
    <message>
        <source>%1 of %2 digits entered</source>
        <extracomment>%1 of %2 digits</extracomment>
        <translation>%2桁中%1桁入力済み</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Choose one again.</source>
        <translation>暗証番号が一致しません。もう一度設定してください。</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: %1</source>
        <translation>暗証番号が違います。残り%1回</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>最後の数字を削除</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <translation>暗証番号をお忘れですか？</translation>
    </message>
</context>
<context>
    <name>MyBmwProblemPage</name>
    <message>
        <source>Scan again</source>
        <translation>もう一度読み取る</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Type the code instead</source>
        <translation>コードを入力する</translation>
    </message>
</context>
<context>
    <name>MyBmwProfilePage</name>
    <message>
        <source>Profile</source>
        <translation>プロフィール</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Your number in your car</source>
        <translation>いつもの番号をクルマでも</translation>
    </message>
</context>
<context>
    <name>MyBmwScanPage</name>
    <message>
        <source>It is a sign-in code, but of another service (%1).</source>
        <translation>別のサービス（%1）のログイン用コードです。</translation>
    </message>
    <message>
        <source>It leads to a web page of %1.</source>
        <translation>%1のウェブページを開くコードです。</translation>
    </message>
    <message>
        <source>It leads to a web page.</source>
        <translation>ウェブページを開くコードです。</translation>
    </message>
    <message>
        <source>It holds the access to a Wi-Fi network.</source>
        <translation>Wi-Fiの接続情報です。</translation>
    </message>
    <message>
        <source>It is an activation code for an eSIM.</source>
        <translation>eSIMのアクティベーションコードです。</translation>
    </message>
    <message>
        <source>It holds contact details.</source>
        <translation>連絡先の情報です。</translation>
    </message>
    <message>
        <source>It holds a telephone number.</source>
        <translation>電話番号です。</translation>
    </message>
    <message>
        <source>It holds some other text.</source>
        <translation>その他の文字情報です。</translation>
    </message>
    <message>
        <source>Code found</source>
        <translation>コードを読み取りました</translation>
    </message>
    <message>
        <source>It is too dark. Turn the display brighter.</source>
        <translation>暗すぎます。画面を明るくしてください。</translation>
    </message>
    <message>
        <source>Move closer to the display.</source>
        <translation>もう少し画面に近づけてください。</translation>
    </message>
    <message>
        <source>Move a little away from the display.</source>
        <translation>画面から少し離してください。</translation>
    </message>
    <message>
        <source>There is a reflection. Tilt the phone.</source>
        <translation>光が反射しています。角度を変えてください。</translation>
    </message>
    <message>
        <source>Hold the phone still.</source>
        <translation>スマートフォンを動かさないでください。</translation>
    </message>
    <message>
        <source>This is not a sign-in code of the car.</source>
        <translation>クルマのログイン用コードではありません。</translation>
    </message>
    <message>
        <source>Point at the QR code on the car&apos;s display.</source>
        <translation>ナビ画面のQRコードにかざしてください。</translation>
    </message>
    <message>
        <source>Picture of the camera</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Scan QR code (BMW ID)</source>
        <translation>QRコード (BMW ID) のスキャン</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>カメラが見つかりません</translation>
    </message>
    <message>
        <source>The camera has gone</source>
        <translation>カメラが使えなくなりました</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <translation>カメラを起動しています…</translation>
    </message>
    <message>
        <source>Plug it in again, then try once more, or type the code.</source>
        <translation>カメラをつなぎ直して再試行するか、
コードを入力してください。</translation>
    </message>
    <message>
        <source>Connect a camera, then try once more, or type the code.</source>
        <translation>カメラを接続して再試行するか、
コードを入力してください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>This is not a sign-in code of the car</source>
        <translation>クルマのログイン用コードではありません</translation>
    </message>
    <message>
        <source>Nothing was opened. Point at the QR code on the car&apos;s display.</source>
        <translation>
何も開いていません。ナビ画面の
QRコードにかざしてください。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Type the code instead</source>
        <translation>コードを入力する</translation>
    </message>
</context>
<context>
    <name>MyBmwSettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>クルマ</translation>
    </message>
    <message>
        <source>Scan QR code (BMW ID)</source>
        <translation>QRコード (BMW ID) のスキャン</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>セキュリティ</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>暗証番号の変更</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
</context>
<context>
    <name>MyBmwStartPage</name>
    <message>
        <source>Your car on your phone: sign in once, then bring your car online with its own eSIM.</source>
        <translation>サインインして、クルマの
パーソナルeSIMを始めましょう。</translation>
    </message>
    <message>
        <source>LOGIN OR REGISTER</source>
        <translation>サインインまたは登録</translation>
    </message>
</context>
<context>
    <name>MyBmwTabBar</name>
    <message>
        <source>Car</source>
        <translation>クルマ</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロフィール</translation>
    </message>
</context>
<context>
    <name>MyBmwTermsPage</name>
    <message>
        <source>Terms and Conditions</source>
        <translation>利用規約</translation>
    </message>
    <message>
        <source>Read each one and tick its box to go on.</source>
        <translation>各利用規約をご確認のうえ、
チェックを入れてください。</translation>
    </message>
    <message>
        <source>Terms of use of the app</source>
        <translation>アプリ利用規約</translation>
    </message>
    <message>
        <source>Terms of the connected services</source>
        <translation>コネクテッドサービス利用規約</translation>
    </message>
    <message>
        <source>How personal data are handled</source>
        <translation>個人情報の取扱い</translation>
    </message>
    <message>
        <source>The app is for your own use. Keep your BMW ID and your PIN to yourself, and tell us when you lose your phone.</source>
        <translation>アプリはご本人だけがご利用ください。BMW IDと暗証番号は他人に知らせず、スマートフォンを紛失したときはご連絡ください。</translation>
    </message>
    <message>
        <source>Services that reach your car need its mobile connection. They depend on coverage and can change with new versions.</source>
        <translation>クルマとつながるサービスには車両の通信が必要です。通信エリアの影響を受け、更新により変わることがあります。</translation>
    </message>
    <message>
        <source>Your name, your e-mail and your cars are stored with your BMW ID. The car loads your settings from there. Nothing leaves this bench.</source>
        <translation>お名前、メールアドレス、車両はBMW IDとともに保存され、クルマはそこから設定を読み込みます。この環境の外には送信されません。</translation>
    </message>
    <message>
        <source>I agree.</source>
        <translation>同意します。</translation>
    </message>
    <message>
        <source>AGREE</source>
        <translation>同意する</translation>
    </message>
    <message>
        <source>Do not agree and log out</source>
        <translation>同意せずにログアウト</translation>
    </message>
</context>
<context>
    <name>MyBmwWebPage</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Opening the log-in page…</source>
        <translation>ログインページを開いています…</translation>
    </message>
</context>
<context>
    <name>MyBmwWelcomePage</name>
    <message>
        <source>Welcome to MY BMW</source>
        <translation>MY BMWへようこそ</translation>
    </message>
    <message>
        <source>Good to see you, %1.</source>
        <extracomment>%1: the user&apos;s name</extracomment>
        <translation>%1さん、こんにちは。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>Look at your Personal eSIM</source>
        <translation>パーソナルeSIMを確認する</translation>
    </message>
    <message>
        <source>You find it on the Profile tab.</source>
        <translation>「プロフィール」タブにあります。</translation>
    </message>
    <message>
        <source>Sign in to the car</source>
        <translation>クルマにログインする</translation>
    </message>
    <message>
        <source>On the car&apos;s display choose to add a BMW ID. Then scan its code from the settings of the Profile tab.</source>
        <translation>ナビ画面でBMW IDの追加を選び、
「プロフィール」タブの設定から
コードを読み取ります。</translation>
    </message>
</context>
<context>
    <name>PhoneBanner</name>
    <message>
        <source>Paired with %1.</source>
        <translation>%1とペアリングしました。</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>%1に接続しました。</translation>
    </message>
    <message>
        <source>Some stored data could not be read. It was kept aside, and the phone starts without it.</source>
        <translation>保存データの一部を読み込めません
でした。データは別に保管し、
初期状態で起動しました。</translation>
    </message>
    <message>
        <source>The disk is full. The last change could not be stored.</source>
        <translation>ディスクに空きがないため、
最後の変更を保存できませんでした。</translation>
    </message>
    <message>
        <source>The last change could not be stored.</source>
        <translation>最後の変更を保存できませんでした。</translation>
    </message>
    <message>
        <source>Not paired: the numbers were not confirmed.</source>
        <translation>ペアリングできませんでした。
番号が確認されませんでした。</translation>
    </message>
    <message>
        <source>Not paired: nobody confirmed in time. Start again on the car&apos;s display.</source>
        <translation>時間内に確認されず、ペアリング
できませんでした。
ナビ画面からやり直してください。</translation>
    </message>
    <message>
        <source>Not paired: the connection was lost. Start again on the car&apos;s display.</source>
        <translation>接続が切れ、ペアリングできません
でした。ナビ画面から
やり直してください。</translation>
    </message>
</context>
<context>
    <name>PhoneBluetoothPage</name>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Cars find this phone as “%1”. Start pairing on the car&apos;s display.</source>
        <extracomment>%1: the phone&apos;s name</extracomment>
        <translation>クルマには「%1」と表示されます。
ナビ画面からペアリングを始めてください。</translation>
    </message>
    <message>
        <source>Only cars that are already paired can connect.</source>
        <translation>ペアリング済みのクルマだけが接続できます。</translation>
    </message>
    <message>
        <source>Visible to other devices</source>
        <translation>ほかの機器に表示</translation>
    </message>
    <message>
        <source>Paired devices</source>
        <translation>ペアリング済みの機器</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>No device is paired yet.</source>
        <translation>ペアリング済みの機器はありません。</translation>
    </message>
</context>
<context>
    <name>PhoneContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>連絡先がありません</translation>
    </message>
</context>
<context>
    <name>PhoneErrorText</name>
    <message>
        <source>The phone is offline</source>
        <translation>オフラインです</translation>
    </message>
    <message>
        <source>No connection to the service</source>
        <translation>サービスに接続できません</translation>
    </message>
    <message>
        <source>The service has a problem</source>
        <translation>サービスに問題が発生しています</translation>
    </message>
    <message>
        <source>Sign-in was not completed</source>
        <translation>サインインが完了しませんでした</translation>
    </message>
    <message>
        <source>You were signed out</source>
        <translation>サインアウトされました</translation>
    </message>
    <message>
        <source>Wrong PIN too often</source>
        <translation>暗証番号の誤入力が続きました</translation>
    </message>
    <message>
        <source>Set a new PIN</source>
        <translation>暗証番号を再設定します</translation>
    </message>
    <message>
        <source>This code is not valid</source>
        <translation>このコードは無効です</translation>
    </message>
    <message>
        <source>This code has expired</source>
        <translation>このコードは有効期限切れです</translation>
    </message>
    <message>
        <source>This code was already used</source>
        <translation>このコードは使用済みです</translation>
    </message>
    <message>
        <source>This sign-in was refused</source>
        <translation>このログインは拒否されました</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>誤ったコードの入力が多すぎます</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクに空きがありません</translation>
    </message>
    <message>
        <source>The stored data cannot be used</source>
        <translation>保存データを利用できません</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>Switch on Wi-Fi or mobile data in Settings, then try again.</source>
        <translation>設定でWi-Fiまたはモバイルデータ
通信をオンにして、再試行してください。</translation>
    </message>
    <message>
        <source>Check that the service is running and reachable, then try again.</source>
        <translation>サービスが動作していることを
確認し、再試行してください。</translation>
    </message>
    <message>
        <source>The service took too long to answer. Try again.</source>
        <translation>応答に時間がかかりすぎました。
再試行してください。</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again in a moment.</source>
        <translation>データは失われていません。
しばらくしてから再試行してください。</translation>
    </message>
    <message>
        <source>Start again, and check your e-mail and password.</source>
        <translation>メールアドレスとパスワードを確認し、
もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service did not accept this sign-in. Start again.</source>
        <translation>サービスがログインを受け付けませんでした。最初からやり直してください。</translation>
    </message>
    <message>
        <source>The answer belongs to another sign-in. Start again.</source>
        <translation>別のサインインの応答でした。
もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your sign-in is no longer valid. Log in again with your BMW ID.</source>
        <translation>サインインの有効期限が切れました。
BMW IDで再度ログインしてください。</translation>
    </message>
    <message>
        <source>For your safety you were signed out. Log in again with your BMW ID and set a new PIN.</source>
        <translation>安全のためサインアウトしました。
BMW IDで再度ログインし、
暗証番号を設定してください。</translation>
    </message>
    <message>
        <source>Log in again with your BMW ID, then choose a new PIN.</source>
        <translation>BMW IDで再度ログインし、
新しい暗証番号を設定してください。</translation>
    </message>
    <message>
        <source>Compare it with the car&apos;s display, or have the car show a new code.</source>
        <translation>ナビ画面のコードと見比べるか、
新しいコードを表示してください。</translation>
    </message>
    <message>
        <source>Have the car show a new code, then scan that one.</source>
        <translation>ナビ画面に新しいコードを表示して、
読み取ってください。</translation>
    </message>
    <message>
        <source>If it was not you, have the car show a new code and scan that one.</source>
        <translation>お心当たりがない場合は、ナビ画面に
新しいコードを表示して
読み取ってください。</translation>
    </message>
    <message>
        <source>Have the car show a new code if you want to sign in.</source>
        <translation>ログインする場合は、ナビ画面に
新しいコードを表示してください。</translation>
    </message>
    <message>
        <source>Wait a few minutes, then scan the car&apos;s code.</source>
        <translation>数分待ってから、ナビ画面の
コードを読み取ってください。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>空き容量を増やして、
再試行してください。</translation>
    </message>
    <message>
        <source>The phone could not store this. Try again.</source>
        <translation>保存できませんでした。再試行してください。</translation>
    </message>
    <message>
        <source>It was kept aside. Log in again with your BMW ID.</source>
        <translation>データは別に保管しました。
BMW IDで再度ログインしてください。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, start the app anew.</source>
        <translation>再試行してください。続く場合は
アプリを起動し直してください。</translation>
    </message>
</context>
<context>
    <name>PhoneHomePage</name>
    <message>
        <source>Sunday</source>
        <translation>日曜日</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>月曜日</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>火曜日</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>水曜日</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>木曜日</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>金曜日</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>土曜日</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <extracomment>%1 weekday, %2 month, %3 day of the month</extracomment>
        <translation>%2%3日 %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>PhoneLanguagePage</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>PhoneNamePage</name>
    <message>
        <source>Phone name</source>
        <translation>スマートフォンの名前</translation>
    </message>
    <message>
        <source>The car shows it in its list of devices.</source>
        <translation>クルマの機器一覧に表示される名前です。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>PhoneNavigation</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>PhonePairedDevicePage</name>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>The car shows the contacts and needs them for telephone functions.</source>
        <translation>クルマで電話帳を表示し、
音声通話を利用するために必要です。</translation>
    </message>
    <message>
        <source>May read my contacts</source>
        <translation>連絡先へのアクセスを許可</translation>
    </message>
    <message>
        <source>Forget this car</source>
        <translation>このクルマの登録を削除</translation>
    </message>
    <message>
        <source>To connect again you pair it anew.</source>
        <translation>再び接続するにはペアリングが必要です。</translation>
    </message>
</context>
<context>
    <name>PhonePairingDialog</name>
    <message>
        <source>Pair with %1?</source>
        <translation>%1とペアリングしますか？</translation>
    </message>
    <message>
        <source>Now confirm the same number on the car&apos;s display.</source>
        <translation>ナビ画面でも同じ番号を
確認してください。</translation>
    </message>
    <message>
        <source>Check that the car&apos;s display shows this number.</source>
        <translation>ナビ画面に同じ番号が表示されて
いることを確認してください。</translation>
    </message>
    <message>
        <source>Let the car read my contacts</source>
        <translation>連絡先へのアクセスを許可</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>ペアリング</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PhoneSettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Mobile data</source>
        <translation>モバイルデータ通信</translation>
    </message>
    <message>
        <source>Used when Wi-Fi is off</source>
        <translation>Wi-Fiがオフのときに使用</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>スマートフォン</translation>
    </message>
    <message>
        <source>Phone name</source>
        <translation>スマートフォンの名前</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
</TS>
