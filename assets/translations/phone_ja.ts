<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AppActiveBadge</name>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
</context>
<context>
    <name>AppBusyPage</name>
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
        <source>Asking the provider…</source>
        <translation>通信事業者に問い合わせています…</translation>
    </message>
    <message>
        <source>Completing the request…</source>
        <translation>リクエストを完了しています…</translation>
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
    <name>AppCarPage</name>
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
        <source>On the car&apos;s display choose to add a %1. Then scan its QR code with this app.</source>
        <translation>ナビ画面で%1の追加を選び、
このアプリでQRコードを
読み取ってください。</translation>
    </message>
    <message>
        <source>Waiting for your %1</source>
        <translation>%1を待っています</translation>
    </message>
    <message>
        <source>Go on with the steps on its display. The car appears here when they are done.</source>
        <translation>クルマの画面で手順を続けてください。
完了すると、ここに表示されます。</translation>
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
        <source>Co-users</source>
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
    <name>AppCodePage</name>
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
    <name>AppCompletedDialog</name>
    <message>
        <source>Request completed</source>
        <translation>リクエスト完了</translation>
    </message>
    <message>
        <source>Your contract with %1 is linked with your %2. The personal eSIM can be used in your car.</source>
        <translation>%1のご契約と%2の連携が完了しました。クルマでパーソナルeSIMを利用できます。</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>AppConfirmCarPage</name>
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
    <name>AppDonePage</name>
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
    <name>AppEsimCard</name>
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
    <name>AppEsimFormPage</name>
    <message>
        <source>Activate the personal eSIM</source>
        <translation>パーソナルeSIMの有効化</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Mobile network provider</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>Your mobile phone number</source>
        <translation>携帯電話番号</translation>
    </message>
    <message>
        <source>Last 4 digits of your phone number</source>
        <translation>契約中の電話番号下4桁</translation>
    </message>
    <message>
        <source>Enter your whole mobile phone number, for example 090-0000-1234.</source>
        <translation>携帯電話番号をすべて入力してください（例：090-0000-1234）。</translation>
    </message>
    <message>
        <source>Enter the last 4 digits of the number you have a contract for.</source>
        <translation>契約中の電話番号の下4桁を入力してください。</translation>
    </message>
    <message>
        <source>CHECK WITH PROVIDER</source>
        <translation>通信事業者のサイトに接続する</translation>
    </message>
</context>
<context>
    <name>AppEsimPage</name>
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
        <source>Use your own telephone number in your car. You need a contract with a provider that offers it.</source>
        <translation>ご自身の電話番号をクルマで利用できます。対応する通信事業者との契約が必要です。</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>通信事業者での手続き待ち</translation>
    </message>
    <message>
        <source>The activation has begun. Go on at the provider&apos;s site to complete it.</source>
        <translation>有効化の手続きの途中です。通信事業者のサイトで続きを行ってください。</translation>
    </message>
    <message>
        <source>The activation was begun on another device. Go on there, or start again here.</source>
        <translation>別の端末で有効化の手続きが始まっています。その端末で続けるか、ここで最初からやり直してください。</translation>
    </message>
    <message>
        <source>Number ending in %1</source>
        <extracomment>%1: the last four digits of the telephone number</extracomment>
        <translation>下4桁が%1の番号</translation>
    </message>
    <message>
        <source>Mobile network provider</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>Your cars</source>
        <translation>お客様の車両</translation>
    </message>
    <message>
        <source>On the car&apos;s display choose to add a %1. The car then sets up the eSIM by itself.</source>
        <translation>ナビ画面で%1の追加を選び、
ログインしてください。
eSIMはクルマがセットアップします。</translation>
    </message>
    <message>
        <source>Ready for the car</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>The car sets up the eSIM when you are signed in to it.</source>
        <translation>クルマにサインインすると、eSIMが自動でセットアップされます。</translation>
    </message>
    <message>
        <source>The provider has no eSIM for this car just now.</source>
        <translation>現在この車両で利用できるeSIMがありません。</translation>
    </message>
    <message>
        <source>Go on at the provider&apos;s site</source>
        <translation>通信事業者のサイトで続ける</translation>
    </message>
    <message>
        <source>ACTIVATE ESIM</source>
        <translation>パーソナルeSIMの有効化</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>最初からやり直す</translation>
    </message>
    <message>
        <source>End the link with the provider</source>
        <translation>通信事業者との連携を解除する</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未有効化</translation>
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
        <source>In use</source>
        <translation>利用中</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Calls and data of the car run over your own number.</source>
        <translation>クルマの通話とデータ通信に、
お客様の電話番号が使われています。</translation>
    </message>
</context>
<context>
    <name>AppEsimProblemPage</name>
    <message>
        <source>Show the personal eSIM</source>
        <translation>パーソナルeSIMを表示する</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>最初からやり直す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>AppEsimUnlinkPage</name>
    <message>
        <source>End the link?</source>
        <translation>連携を解除しますか？</translation>
    </message>
    <message>
        <source>Your cars lose the personal eSIM: no more calls and data over your number there. The contract with %1 itself goes on.</source>
        <translation>クルマでパーソナルeSIMを利用できなくなり、ご自身の番号での通話とデータ通信ができなくなります。%1との契約そのものは継続します。</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>連携を解除する</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>解除しない</translation>
    </message>
</context>
<context>
    <name>AppIntroPage</name>
    <message>
        <source>One ID for phone and car</source>
        <translation>スマホもクルマも
ひとつのIDで</translation>
    </message>
    <message>
        <source>Log in with your %1 on the next page, or register if you have none yet.</source>
        <translation>次のページで%1にログインします。
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
    <name>AppLogOutPage</name>
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
        <source>The app forgets %1 on this phone. Your car and its eSIM stay as they are.</source>
        <translation>%1
のログイン情報を
このスマートフォンから消去します。
クルマとeSIMはそのままです。</translation>
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
    <name>AppPinPage</name>
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
    <name>AppProblemPage</name>
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
    <name>AppProfilePage</name>
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
    <name>AppScanPage</name>
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
        <source>Scan the QR code</source>
        <translation>QRコードのスキャン</translation>
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
    <name>AppScanReadyPage</name>
    <message>
        <source>Scan the QR code</source>
        <translation>QRコードのスキャン</translation>
    </message>
    <message>
        <source>Have the car show its QR code first.</source>
        <translation>先に、クルマの画面に
QRコードを表示してください。</translation>
    </message>
    <message>
        <source>In the car, choose &quot;%1&quot;</source>
        <translation>クルマのメニューで「%1」を選択</translation>
    </message>
    <message>
        <source>The car stands still and has reception.</source>
        <translation>停車中で、電波の届く場所で
操作してください。</translation>
    </message>
    <message>
        <source>Then &quot;Sign in with %1&quot;</source>
        <translation>次に「%1でサインイン」を選択</translation>
    </message>
    <message>
        <source>The display shows the QR code.</source>
        <translation>画面にQRコードが表示されます。</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>スキャン開始</translation>
    </message>
</context>
<context>
    <name>AppSettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>クルマ</translation>
    </message>
    <message>
        <source>Scan QR code (%1)</source>
        <translation>QRコード (%1) のスキャン</translation>
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
    <name>AppStartPage</name>
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
    <name>AppTabBar</name>
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
    <name>AppTermsPage</name>
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
        <source>The app is for your own use. Keep your %1 and your PIN to yourself, and tell us when you lose your phone.</source>
        <translation>アプリはご本人だけがご利用ください。%1と暗証番号は他人に知らせず、スマートフォンを紛失したときはご連絡ください。</translation>
    </message>
    <message>
        <source>Your name, your e-mail and your cars are stored with your %1. The car loads your settings from there. Nothing leaves this bench.</source>
        <translation>お名前、メールアドレス、車両は%1とともに保存され、クルマはそこから設定を読み込みます。この環境の外には送信されません。</translation>
    </message>
    <message>
        <source>Services that reach your car need its mobile connection. They depend on coverage and can change with new versions.</source>
        <translation>クルマとつながるサービスには車両の通信が必要です。通信エリアの影響を受け、更新により変わることがあります。</translation>
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
    <name>AppWebPage</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No connection to the service. What you typed is still here: try once more.</source>
        <translation>サービスに接続できません。入力した内容は残っています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Opening the log-in page…</source>
        <translation>ログインページを開いています…</translation>
    </message>
</context>
<context>
    <name>AppWelcomePage</name>
    <message>
        <source>Welcome to %1</source>
        <translation>%1へようこそ</translation>
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
        <source>On the car&apos;s display choose to add a %1. Then scan its code from the settings of the Profile tab.</source>
        <translation>ナビ画面で%1の追加を選び、
「プロフィール」タブの設定から
コードを読み取ります。</translation>
    </message>
</context>
<context>
    <name>MiniMenuPage</name>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Scan QR code (%1)</source>
        <extracomment>%1 is the ID&apos;s name; in Japanese as MINI&apos;s guide writes it, with wide brackets</extracomment>
        <translation>QRコード（%1）のスキャン</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>クルマ</translation>
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
    <name>MiniSentPage</name>
    <message>
        <source>Confirm in your %1 that it was received, and go on with the set-up there.</source>
        <extracomment>%1 is the brand&apos;s name</extracomment>
        <translation>%1で受信を確認してセットアップを続行してください。</translation>
    </message>
    <message>
        <source>Sent to %1 (… %2)</source>
        <extracomment>%1: the car&apos;s model, %2: the last seven signs of its vehicle number</extracomment>
        <translation>%1（…%2）に送信しました</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>MiniStartPage</name>
    <message>
        <source>Get in, scan, drive. Your %1 takes your settings and your own number along.</source>
        <translation>乗って、スキャンして、走り出す。
あなたの設定も、いつもの番号も、
%1と一緒に。</translation>
    </message>
    <message>
        <source>Log in with %1</source>
        <translation>%1でログイン</translation>
    </message>
</context>
<context>
    <name>MiniTabBar</name>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
</context>
<context>
    <name>MynapointAppliedPage</name>
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
        <source>%1 %2, %3</source>
        <extracomment>%1 month, %2 day of the month, %3 time</extracomment>
        <translation>%1%2日 %3</translation>
    </message>
    <message>
        <source>The points are registered</source>
        <translation>ポイントの登録が完了しました</translation>
    </message>
    <message>
        <source>The application for Mynapoint is complete</source>
        <translation>マイナポイントの申込が完了しました</translation>
    </message>
    <message>
        <source>You can use them at your cashless service.</source>
        <translation>お申し込みの決済サービスでご利用いただけます。</translation>
    </message>
    <message>
        <source>Registering the points takes about one day.</source>
        <translation>ご登録完了までに約1日かかります。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>申込状況</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録完了</translation>
    </message>
    <message>
        <source>Being registered</source>
        <translation>登録手続き中</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>決済サービス</translation>
    </message>
    <message>
        <source>Reception number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申込日時</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登録日時</translation>
    </message>
    <message>
        <source>Registered by about</source>
        <translation>登録完了の目安</translation>
    </message>
    <message>
        <source>Update the state</source>
        <translation>申込状況を更新</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
</context>
<context>
    <name>MynapointBusyPage</name>
    <message>
        <source>Logging in…</source>
        <translation>ログインしています…</translation>
    </message>
    <message>
        <source>Issuing your MyKey ID…</source>
        <translation>マイキーIDを発行しています…</translation>
    </message>
    <message>
        <source>Sending your application…</source>
        <translation>申込を送信しています…</translation>
    </message>
    <message>
        <source>Asking for the state…</source>
        <translation>申込状況を確認しています…</translation>
    </message>
    <message>
        <source>You can take the card away.</source>
        <translation>カードを離しても大丈夫です。</translation>
    </message>
</context>
<context>
    <name>MynapointCardPage</name>
    <message>
        <source>Read the My Number card</source>
        <translation>マイナンバーカードの読み取り</translation>
    </message>
    <message>
        <source>Reading… Do not move the card.</source>
        <translation>読み取っています… カードを動かさないでください。</translation>
    </message>
    <message>
        <source>Card found.</source>
        <translation>カードを検出しました。</translation>
    </message>
    <message>
        <source>Hold the card to the middle of the phone&apos;s back.</source>
        <translation>スマートフォンの裏面の中央に、カードを当ててください。</translation>
    </message>
    <message>
        <source>Touch a card on the desk below to lay it on the phone.</source>
        <translation>下の「机の上」にあるカードに触れると、スマートフォンに当てます。</translation>
    </message>
    <message>
        <source>Switch NFC on</source>
        <translation>NFCをオンにする</translation>
    </message>
    <message>
        <source>To the app&apos;s first page</source>
        <translation>アプリのトップへ</translation>
    </message>
</context>
<context>
    <name>MynapointErrorText</name>
    <message>
        <source>NFC is off</source>
        <translation>NFCがオフになっています</translation>
    </message>
    <message>
        <source>This phone cannot read cards</source>
        <translation>このスマートフォンではカードを読み取れません</translation>
    </message>
    <message>
        <source>The card was taken away too early</source>
        <translation>カードが途中で離れました</translation>
    </message>
    <message>
        <source>This is not a My Number card</source>
        <translation>マイナンバーカードではありません</translation>
    </message>
    <message>
        <source>The card could not be read</source>
        <translation>カードを読み取れませんでした</translation>
    </message>
    <message>
        <source>The card&apos;s password is locked</source>
        <translation>カードのパスワードがロックされています</translation>
    </message>
    <message>
        <source>This card is damaged</source>
        <translation>カードが破損しています</translation>
    </message>
    <message>
        <source>The card was not accepted</source>
        <translation>このカードは利用できません</translation>
    </message>
    <message>
        <source>This is another person&apos;s card</source>
        <translation>別の方のカードです</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>時間切れになりました</translation>
    </message>
    <message>
        <source>You are logged out</source>
        <translation>ログアウトしました</translation>
    </message>
    <message>
        <source>Not reserved yet</source>
        <translation>まだ予約されていません</translation>
    </message>
    <message>
        <source>You have applied already</source>
        <translation>すでに申込済みです</translation>
    </message>
    <message>
        <source>This ID has been used already</source>
        <translation>このIDはすでに使われています</translation>
    </message>
    <message>
        <source>The details do not match</source>
        <translation>入力内容が一致しません</translation>
    </message>
    <message>
        <source>This service cannot be applied for</source>
        <translation>このサービスには申し込めません</translation>
    </message>
    <message>
        <source>Mynapoint is under maintenance</source>
        <translation>マイナポイントはメンテナンス中です</translation>
    </message>
    <message>
        <source>No Mynapoint on this bench</source>
        <translation>マイナポイントのサーバーがありません</translation>
    </message>
    <message>
        <source>Switch NFC on to read your card.</source>
        <translation>カードを読み取るには、NFCをオンにしてください。</translation>
    </message>
    <message>
        <source>It has no NFC reader. Use a phone that has one.</source>
        <translation>NFCに対応していません。NFC対応のスマートフォンをご利用ください。</translation>
    </message>
    <message>
        <source>Lay the card on the phone again and do not move it until it has been read.</source>
        <translation>もう一度カードを当て、読み取りが終わるまで動かさないでください。</translation>
    </message>
    <message>
        <source>Take it away and lay your My Number card on the phone.</source>
        <translation>いまのカードを離し、ご自分のマイナンバーカードを当ててください。</translation>
    </message>
    <message>
        <source>Take the card away, then lay it on the middle of the phone&apos;s back again.</source>
        <translation>一度カードを離し、裏面の中央にもう一度当ててください。</translation>
    </message>
    <message>
        <source>The password was wrong three times in a row. Have it unlocked at your municipal office (on the desk below), then go on here.</source>
        <translation>パスワードを3回連続して間違えました。市区町村の窓口（下の「机の上」）で解除してから、続けてください。</translation>
    </message>
    <message>
        <source>What is stored on it cannot be read. Your municipal office (on the desk below) issues it anew.</source>
        <translation>記録されている情報を読み取れません。市区町村の窓口（下の「机の上」）で再発行を受けてください。</translation>
    </message>
    <message>
        <source>Mynapoint does not know who issued this card. Phone and Mynapoint must use the same data folder of the bench.</source>
        <translation>カードの発行元を確認できません。スマートフォンとマイナポイントのサーバーで、ベンチの同じデータフォルダーを使ってください。</translation>
    </message>
    <message>
        <source>Apply with the card that you logged in with.</source>
        <translation>ログインに使ったカードで申し込んでください。</translation>
    </message>
    <message>
        <source>Read the card once more.</source>
        <translation>もう一度カードを読み取ってください。</translation>
    </message>
    <message>
        <source>For your safety the log-in has ended. Begin again with your card. What was reserved or applied for is kept.</source>
        <translation>安全のためログインが終了しました。もう一度カードを読み取ってください。予約や申込の内容は保存されています。</translation>
    </message>
    <message>
        <source>Before you apply, reserve Mynapoint: your MyKey ID is issued.</source>
        <translation>申込の前に、マイナポイントの予約（マイキーIDの発行）が必要です。</translation>
    </message>
    <message>
        <source>One person can apply once.</source>
        <translation>申込はお一人さま1回です。</translation>
    </message>
    <message>
        <source>Somebody has applied with this payment service ID. Check that you typed your own.</source>
        <translation>この決済サービスIDでは、別の方が申込済みです。ご自分のIDかどうかご確認ください。</translation>
    </message>
    <message>
        <source>Check the payment service ID, the security code and the last 4 digits of the phone number, and that you chose the right service.</source>
        <translation>決済サービスID、セキュリティコード、電話番号の下4桁と、選択した決済サービスをご確認ください。</translation>
    </message>
    <message>
        <source>Go back and choose another one.</source>
        <translation>前の画面に戻り、別のサービスを選択してください。</translation>
    </message>
    <message>
        <source>Try again later. What was reserved or applied for is kept.</source>
        <translation>しばらくしてからもう一度お試しください。予約や申込の内容は保存されています。</translation>
    </message>
    <message>
        <source>This bench runs without the Mynapoint platform.</source>
        <translation>このベンチは、マイナポイントのサーバーなしで動いています。</translation>
    </message>
</context>
<context>
    <name>MynapointField</name>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
</context>
<context>
    <name>MynapointFormPage</name>
    <message>
        <source>Enter the details</source>
        <translation>必要事項の入力</translation>
    </message>
    <message>
        <source>As the page of your cashless service shows them.</source>
        <translation>決済サービスの管理ページに表示された内容を入力してください。</translation>
    </message>
    <message>
        <source>Payment service ID</source>
        <translation>決済サービスID</translation>
    </message>
    <message>
        <source>Enter the ID that was issued to you.</source>
        <translation>発行された決済サービスIDを入力してください。</translation>
    </message>
    <message>
        <source>Security code</source>
        <translation>セキュリティコード</translation>
    </message>
    <message>
        <source>Enter the code that was issued with the ID.</source>
        <translation>IDと一緒に発行されたセキュリティコードを入力してください。</translation>
    </message>
    <message>
        <source>Phone number (last 4 digits)</source>
        <translation>電話番号(下4桁)</translation>
    </message>
    <message>
        <source>Enter the last 4 digits of the number that you gave for the ID.</source>
        <translation>IDの発行の際に入力した電話番号の下4桁を入力してください。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
</context>
<context>
    <name>MynapointLockedPage</name>
    <message>
        <source>Enter the password again</source>
        <translation>パスワードの入力へ</translation>
    </message>
    <message>
        <source>To the app&apos;s first page</source>
        <translation>アプリのトップへ</translation>
    </message>
</context>
<context>
    <name>MynapointOfficeDialog</name>
    <message>
        <source>The card can be used again</source>
        <translation>カードが使えるようになりました</translation>
    </message>
    <message>
        <source>The card could not be changed</source>
        <translation>手続きできませんでした</translation>
    </message>
    <message>
        <source>Municipal office</source>
        <translation>市区町村の窓口</translation>
    </message>
    <message>
        <source>Its password is again the one that was set when it was issued.</source>
        <translation>パスワードは、カード発行時に設定したものに戻りました。</translation>
    </message>
    <message>
        <source>The bench could not store it. Free some space, then try again.</source>
        <translation>保存できませんでした。空き容量を確保して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Show the card and who you are. The office unlocks it and sets the password back to the one of its issue.</source>
        <translation>カードと本人確認書類を提示します。窓口でロックが解除され、パスワードはカード発行時に設定したものに戻ります。</translation>
    </message>
    <message>
        <source>Have it unlocked</source>
        <translation>ロックを解除してもらう</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
</context>
<context>
    <name>MynapointPasswordPage</name>
    <message>
        <source>Enter the password</source>
        <translation>パスワードを入力</translation>
    </message>
    <message>
        <source>The 4 digits that you set when the card was issued. Leave the card on the phone.</source>
        <translation>カード発行時に登録した数字4桁です。カードは当てたままにしてください。</translation>
    </message>
    <message>
        <source>The 4 digits that you set when your My Number card was issued.</source>
        <translation>マイナンバーカード発行時に登録した、パスワード（数字4桁）を入力してください。</translation>
    </message>
    <message>
        <source>%1 of %2 digits entered</source>
        <extracomment>%1 of %2 digits</extracomment>
        <translation>%2桁中%1桁を入力済み</translation>
    </message>
    <message>
        <source>The password is wrong. Tries left: %1</source>
        <translation>パスワードが違います。残り%1回</translation>
    </message>
    <message>
        <source>Three wrong ones in a row lock the card.</source>
        <translation>3回連続して間違うと、ロックがかかります。</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>1文字消す</translation>
    </message>
</context>
<context>
    <name>MynapointProblemPage</name>
    <message>
        <source>Go to the reservation</source>
        <translation>予約へ進む</translation>
    </message>
    <message>
        <source>See how it stands</source>
        <translation>申込状況を確認する</translation>
    </message>
    <message>
        <source>To the app&apos;s first page</source>
        <translation>アプリのトップへ</translation>
    </message>
    <message>
        <source>Back to the application</source>
        <translation>申込情報に戻る</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>MynapointReservePage</name>
    <message>
        <source>Reserve Mynapoint (issue a MyKey ID)</source>
        <translation>マイナポイントの予約(マイキーIDの発行)</translation>
    </message>
    <message>
        <source>Your card was read. Issue your MyKey ID to complete the reservation.</source>
        <translation>カードを読み取りました。マイキーIDを発行すると予約が完了します。</translation>
    </message>
    <message>
        <source>MyKey ID</source>
        <translation>マイキーID</translation>
    </message>
    <message>
        <source>8 letters and figures. The app keeps it for you: you need not note it down.</source>
        <translation>英数字8文字です。ログインすると表示されるので、控えておく必要はありません。</translation>
    </message>
    <message>
        <source>One cashless service</source>
        <translation>キャッシュレス決済は1つ</translation>
    </message>
    <message>
        <source>With it you apply for points at one service of your choice.</source>
        <translation>ご希望の決済サービスを1つ選んで、ポイントを申し込みます。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行</translation>
    </message>
</context>
<context>
    <name>MynapointReservedPage</name>
    <message>
        <source>Reserve Mynapoint (issue a MyKey ID)</source>
        <translation>マイナポイントの予約(マイキーIDの発行)</translation>
    </message>
    <message>
        <source>You have reserved already.</source>
        <translation>すでに予約済みです。</translation>
    </message>
    <message>
        <source>The reservation is complete.</source>
        <translation>予約が完了しました。</translation>
    </message>
    <message>
        <source>Your MyKey ID</source>
        <translation>マイキーID</translation>
    </message>
    <message>
        <source>Apply for Mynapoint</source>
        <translation>マイナポイントの申込</translation>
    </message>
    <message>
        <source>You need the ID and the code that the cashless service gave you. You can also do it later: the reservation is kept.</source>
        <translation>決済サービスから発行されたIDとコードが必要です。予約は保存されるので、あとからでも申し込めます。</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>申込へ</translation>
    </message>
    <message>
        <source>To the MyKey Platform top page</source>
        <translation>マイキープラットフォームトップへ</translation>
    </message>
</context>
<context>
    <name>MynapointReviewPage</name>
    <message>
        <source>Check your application</source>
        <translation>申込情報の確認</translation>
    </message>
    <message>
        <source>When you apply, the app asks for the card&apos;s password and reads the card once more.</source>
        <translation>申込の際に、もう一度カードのパスワード入力と読み取りを行います。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>決済サービス</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>決済事業者</translation>
    </message>
    <message>
        <source>Payment service ID</source>
        <translation>決済サービスID</translation>
    </message>
    <message>
        <source>Security code</source>
        <translation>セキュリティコード</translation>
    </message>
    <message>
        <source>Phone number (last 4 digits)</source>
        <translation>電話番号(下4桁)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>申込</translation>
    </message>
</context>
<context>
    <name>MynapointServicesPage</name>
    <message>
        <source>Choose a service</source>
        <translation>決済サービスを選択</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>キーワード</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>No service found</source>
        <translation>該当するサービスがありません</translation>
    </message>
    <message>
        <source>Try another word, such as a part of the name.</source>
        <translation>名称の一部など、別のキーワードをお試しください。</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>申込の流れ</translation>
    </message>
    <message>
        <source>Cashless payment</source>
        <translation>キャッシュレス決済</translation>
    </message>
    <message>
        <source>Search and choose the service where you want your points.</source>
        <translation>ポイントを受け取る決済サービスを検索して選択します。</translation>
    </message>
    <message>
        <source>Payment service ID</source>
        <translation>決済サービスID</translation>
    </message>
    <message>
        <source>Issued on the page of your service.</source>
        <translation>決済サービスの管理ページで発行されます。</translation>
    </message>
    <message>
        <source>Security code</source>
        <translation>セキュリティコード</translation>
    </message>
    <message>
        <source>Issued together with the ID.</source>
        <translation>決済サービスIDと一緒に発行されます。</translation>
    </message>
    <message>
        <source>The service that you chose</source>
        <translation>選択した決済サービスの内容</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>決済サービス</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>決済事業者</translation>
    </message>
    <message>
        <source>Points arrive as</source>
        <translation>付与方法</translation>
    </message>
    <message>
        <source>Balance of the service</source>
        <translation>決済サービスの残高</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ進む</translation>
    </message>
</context>
<context>
    <name>MynapointTermsPage</name>
    <message>
        <source>Terms of use</source>
        <translation>利用規約</translation>
    </message>
    <message>
        <source>1. You apply for yourself, with your own My Number card and an ID that was issued to you.</source>
        <translation>1. 申込は、ご本人のマイナンバーカードと、ご本人に発行された決済サービスIDで行ってください。</translation>
    </message>
    <message>
        <source>2. One person can apply at one cashless service. The service cannot be changed afterwards.</source>
        <translation>2. お一人さまにつき1つの決済サービスに申し込めます。申込後に変更することはできません。</translation>
    </message>
    <message>
        <source>3. The payment service ID, the security code and the last 4 digits of your number are compared with what the service issued.</source>
        <translation>3. 決済サービスID、セキュリティコード、電話番号の下4桁は、決済事業者が発行した内容と照合します。</translation>
    </message>
    <message>
        <source>4. Registering the points takes about one day. The app shows how the application stands.</source>
        <translation>4. ご登録完了までに約1日かかります。申込状況はアプリで確認できます。</translation>
    </message>
    <message>
        <source>5. This is a simulation: nothing leaves this bench, and no points are paid.</source>
        <translation>5. これはシミュレーションです。情報は外部に送信されず、ポイントも付与されません。</translation>
    </message>
    <message>
        <source>I agree to the terms of use.</source>
        <translation>利用規約に同意します。</translation>
    </message>
    <message>
        <source>Proceed to the application</source>
        <translation>申込へ進む</translation>
    </message>
</context>
<context>
    <name>MynapointTopPage</name>
    <message>
        <source>Mynapoint</source>
        <translation>マイナポイント</translation>
    </message>
    <message>
        <source>Reserve and apply with your My Number card.</source>
        <translation>マイナンバーカードで予約と申込ができます。</translation>
    </message>
    <message>
        <source>You have logged out.</source>
        <translation>ログアウトしました。</translation>
    </message>
    <message>
        <source>Reserve Mynapoint (issue a MyKey ID)</source>
        <translation>マイナポイントの予約(マイキーIDの発行)</translation>
    </message>
    <message>
        <source>Begin here the first time.</source>
        <translation>はじめての方はこちら</translation>
    </message>
    <message>
        <source>Apply for Mynapoint</source>
        <translation>マイナポイントの申込</translation>
    </message>
    <message>
        <source>Also to see how your application stands.</source>
        <translation>申込状況の確認もこちら</translation>
    </message>
    <message>
        <source>What a MyKey ID is</source>
        <translation>マイキーIDとは</translation>
    </message>
    <message>
        <source>The ID that shows that it is you who receives the points.</source>
        <translation>マイナポイントの付与を受ける際に、本人であることを認証するのに必要なIDです。</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>必要なもの</translation>
    </message>
    <message>
        <source>Your My Number card and its password of 4 digits. Three wrong ones in a row lock it.</source>
        <translation>マイナンバーカードとパスワード（数字4桁）。3回連続して間違うとロックがかかります。</translation>
    </message>
</context>
<context>
    <name>PhoneBanner</name>
    <message>
        <source>Missed call: %1</source>
        <extracomment>%1: who called; empty when the number was withheld</extracomment>
        <translation>不在着信：%1</translation>
    </message>
    <message>
        <source>Missed call: number withheld</source>
        <translation>不在着信：非通知</translation>
    </message>
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
    <message>
        <source>Copy code %1</source>
        <extracomment>%1: a security code</extracomment>
        <translation>コード %1 をコピー</translation>
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
    <name>PhoneBrowser</name>
    <message>
        <source>Close the page</source>
        <translation>ページを閉じる</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webページ</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Opening the page…</source>
        <translation>ページを開いています…</translation>
    </message>
    <message>
        <source>The page has stopped</source>
        <translation>ページが停止しました</translation>
    </message>
    <message>
        <source>The phone is offline</source>
        <translation>オフラインです</translation>
    </message>
    <message>
        <source>This page is not on the bench</source>
        <translation>このページはベンチにありません</translation>
    </message>
    <message>
        <source>The page cannot be reached</source>
        <translation>ページに接続できません</translation>
    </message>
    <message>
        <source>Load it again; what was sent is not lost.</source>
        <translation>再読み込みしてください。送信した内容は失われません。</translation>
    </message>
    <message>
        <source>Switch on Wi-Fi or mobile data, then load the page again.</source>
        <translation>Wi-Fiまたはモバイルデータ通信をオンにして、再読み込みしてください。</translation>
    </message>
    <message>
        <source>The bench never contacts other people&apos;s servers. Go back to the page before.</source>
        <translation>ベンチは外部のサーバーには接続しません。前のページに戻ってください。</translation>
    </message>
    <message>
        <source>The service may be down for a moment. Load the page again, or close it and come back later.</source>
        <translation>サービスが一時的に停止している可能性があります。再読み込みするか、閉じて後ほどお試しください。</translation>
    </message>
    <message>
        <source>Fill in code %1</source>
        <extracomment>%1: a security code that came by SMS</extracomment>
        <translation>コード %1 を入力</translation>
    </message>
</context>
<context>
    <name>PhoneBrowserStartPage</name>
    <message>
        <source>NTT DOCOMO procedures</source>
        <translation>ドコモの手続きサイト</translation>
    </message>
    <message>
        <source>One Number management</source>
        <translation>ワンナンバー管理サイト</translation>
    </message>
    <message>
        <source>%1 web portal</source>
        <translation>%1 Webポータル</translation>
    </message>
    <message>
        <source>One Number for cars</source>
        <translation>クルマのワンナンバー</translation>
    </message>
    <message>
        <source>Inside the bench</source>
        <translation>ベンチの内部</translation>
    </message>
    <message>
        <source>Bank and points</source>
        <translation>銀行とポイント</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>ブラウザ</translation>
    </message>
    <message>
        <source>Back to the open page</source>
        <translation>開いているページに戻る</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>No sites here</source>
        <translation>サイトがありません</translation>
    </message>
    <message>
        <source>This bench runs without the sites of provider and portal.</source>
        <translation>このベンチは通信事業者とポータルのサイトなしで動作しています。</translation>
    </message>
</context>
<context>
    <name>PhoneBubble</name>
    <message>
        <source>Copy %1</source>
        <extracomment>%1: a security code</extracomment>
        <translation>%1 をコピー</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>送信中…</translation>
    </message>
    <message>
        <source>Delivered %1</source>
        <translation>%1 配信済み</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送信</translation>
    </message>
</context>
<context>
    <name>PhoneCallPage</name>
    <message>
        <source>The line is busy</source>
        <translation>話し中です</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>The call was declined</source>
        <translation>通話が拒否されました</translation>
    </message>
    <message>
        <source>Cannot be reached just now</source>
        <translation>現在つながりません</translation>
    </message>
    <message>
        <source>This number is not in use. Check it and call again.</source>
        <translation>この番号は使われていません。番号を確かめておかけ直しください。</translation>
    </message>
    <message>
        <source>This line may not make this call</source>
        <translation>この回線ではこの通話を利用できません</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>接続が切れました</translation>
    </message>
    <message>
        <source>Ended by an emergency call of your number</source>
        <translation>同じ番号の緊急通報により終了しました</translation>
    </message>
    <message>
        <source>Answered on another device</source>
        <translation>別の端末で応答しました</translation>
    </message>
    <message>
        <source>The phone is not in the network. Try again when it has reception.</source>
        <translation>圏外です。電波の届く場所でもう一度お試しください。</translation>
    </message>
    <message>
        <source>Airplane mode is on. Switch it off, then call again.</source>
        <translation>機内モードがオンです。オフにしてからおかけ直しください。</translation>
    </message>
    <message>
        <source>The call could not be made. Try again.</source>
        <translation>発信できませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>通話終了</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>非通知</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>Ringing…</source>
        <translation>呼び出し中…</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Hide the keypad</source>
        <translation>キーパッドを閉じる</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>消音中</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>消音</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>キーパッド</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>Add a call</source>
        <translation>通話を追加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>通話を終了</translation>
    </message>
</context>
<context>
    <name>PhoneCardTray</name>
    <message>
        <source>On the desk</source>
        <translation>机の上</translation>
    </message>
    <message>
        <source>Password %1</source>
        <translation>パスワード %1</translation>
    </message>
    <message>
        <source>Municipal office</source>
        <translation>市区町村の窓口</translation>
    </message>
</context>
<context>
    <name>PhoneComposePage</name>
    <message>
        <source>New message</source>
        <translation>新規メッセージ</translation>
    </message>
    <message>
        <source>To (telephone number)</source>
        <translation>宛先（電話番号）</translation>
    </message>
    <message>
        <source>Enter a telephone number, for example 090-0000-2001.</source>
        <translation>電話番号を入力してください（例：090-0000-2001）。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
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
    <name>PhoneConversationPage</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>このスレッドを削除</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>テキストメッセージ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>This sender cannot be answered.</source>
        <translation>この送信元には返信できません。</translation>
    </message>
</context>
<context>
    <name>PhoneDeskCard</name>
    <message>
        <source>My Number card</source>
        <translation>マイナンバーカード</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>運転免許証</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>当てています</translation>
    </message>
</context>
<context>
    <name>PhoneDialerPage</name>
    <message>
        <source>Enter a number or a service code</source>
        <translation>電話番号またはサービスコードを入力</translation>
    </message>
    <message>
        <source>The operator&apos;s desk</source>
        <translation>ドコモ インフォメーションセンター</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>発信</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>最後の1桁を削除</translation>
    </message>
</context>
<context>
    <name>PhoneDialerTabs</name>
    <message>
        <source>Keypad</source>
        <translation>キーパッド</translation>
    </message>
    <message>
        <source>Recents</source>
        <translation>履歴</translation>
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
        <source>This is a car of another brand</source>
        <translation>別のブランドのクルマです</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>誤ったコードの入力が多すぎます</translation>
    </message>
    <message>
        <source>The provider cannot be reached</source>
        <translation>通信事業者に接続できません</translation>
    </message>
    <message>
        <source>The provider is under maintenance</source>
        <translation>通信事業者のサイトはメンテナンス中です</translation>
    </message>
    <message>
        <source>Already linked</source>
        <translation>すでに連携されています</translation>
    </message>
    <message>
        <source>The number does not match</source>
        <translation>電話番号が一致しません</translation>
    </message>
    <message>
        <source>The number is not valid</source>
        <translation>電話番号が正しくありません</translation>
    </message>
    <message>
        <source>The link was refused</source>
        <translation>連携が許可されませんでした</translation>
    </message>
    <message>
        <source>The request has expired</source>
        <translation>リクエストの有効期限が切れました</translation>
    </message>
    <message>
        <source>The link was not completed</source>
        <translation>連携が完了しませんでした</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクに空きがありません</translation>
    </message>
    <message>
        <source>The download broke off</source>
        <translation>ダウンロードが中断されました</translation>
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
        <source>Your sign-in is no longer valid. Log in again.</source>
        <translation>サインインの有効期限が切れました。
再度ログインしてください。</translation>
    </message>
    <message>
        <source>For your safety you were signed out. Log in again and set a new PIN.</source>
        <translation>安全のためサインアウトしました。
再度ログインし、
暗証番号を設定してください。</translation>
    </message>
    <message>
        <source>Log in again, then choose a new PIN.</source>
        <translation>再度ログインし、
新しい暗証番号を設定してください。</translation>
    </message>
    <message>
        <source>Open that brand&apos;s app on this phone, and scan the code with it.</source>
        <translation>そのブランドのアプリを開いて、
コードを読み取ってください。</translation>
    </message>
    <message>
        <source>It was kept aside. Log in again.</source>
        <translation>データは別に保管しました。
再度ログインしてください。</translation>
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
        <source>Wait a moment, then try again. Nothing was ordered or changed.</source>
        <translation>しばらく待ってから再試行してください。申し込みや変更は行われていません。</translation>
    </message>
    <message>
        <source>The procedures are closed for a while. Try again later.</source>
        <translation>手続きを一時停止しています。しばらくしてから再試行してください。</translation>
    </message>
    <message>
        <source>A contract is linked with this ID already. End that link first to link another one.</source>
        <translation>このIDにはすでに契約が連携されています。別の契約を連携するには、先に解除してください。</translation>
    </message>
    <message>
        <source>The digits you typed are not those of the line you logged in with at the provider. Start again and check the number.</source>
        <translation>入力した番号が、通信事業者でログインした回線の番号と異なります。番号を確かめて最初からやり直してください。</translation>
    </message>
    <message>
        <source>Check the digits of your telephone number.</source>
        <translation>電話番号の数字を確かめてください。</translation>
    </message>
    <message>
        <source>You did not agree to the link on the provider&apos;s page. Start again if you want the personal eSIM.</source>
        <translation>通信事業者のページで連携に同意しませんでした。パーソナルeSIMを利用する場合は最初からやり直してください。</translation>
    </message>
    <message>
        <source>It took too long on the provider&apos;s pages. Start again: what you ordered there is kept.</source>
        <translation>通信事業者のページでの手続きに時間がかかりすぎました。最初からやり直してください。申し込み済みの内容はそのまま残っています。</translation>
    </message>
    <message>
        <source>The provider did not complete it. Start again.</source>
        <translation>通信事業者側で完了しませんでした。最初からやり直してください。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>空き容量を増やして、
再試行してください。</translation>
    </message>
    <message>
        <source>The store did not send all of the app. Try again.</source>
        <translation>アプリをすべて受け取れませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The phone could not store this. Try again.</source>
        <translation>保存できませんでした。再試行してください。</translation>
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
        <source>Browser</source>
        <translation>ブラウザ</translation>
    </message>
    <message>
        <source>App store</source>
        <translation>アプリストア</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
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
    <name>PhoneIncomingCall</name>
    <message>
        <source>Number withheld</source>
        <translation>非通知</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>着信中</translation>
    </message>
    <message>
        <source>Second call; you are in a call.</source>
        <translation>通話中に別の電話がかかってきました。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>End and answer</source>
        <translation>終了して応答</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Hold and answer</source>
        <translation>保留して応答</translation>
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
    <name>PhoneMessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>新規メッセージ</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>メッセージはありません</translation>
    </message>
    <message>
        <source>Text messages to your number arrive here, also the provider&apos;s security codes.</source>
        <translation>あなたの番号宛てのSMSがここに届きます。通信事業者のセキュリティコードもここに届きます。</translation>
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
    <name>PhoneOneNumberPage</name>
    <message>
        <source>One Number settings</source>
        <translation>ワンナンバー設定</translation>
    </message>
    <message>
        <source>Devices that share %1 receive messages together. A message waits for the preferred device.</source>
        <extracomment>%1: the phone number</extracomment>
        <translation>%1を共有する端末は、SMSを同時に受信します。優先する端末には、圏外の間に届いたSMSも必ず届きます。</translation>
    </message>
    <message>
        <source>SMS receive priority</source>
        <translation>SMSの受信優先</translation>
    </message>
    <message>
        <source>Each device can be preferred from that device only. Cars and Apple Watch cannot be preferred.</source>
        <translation>優先にしたい端末からのみ設定できます。クルマとApple Watchは優先にできません。</translation>
    </message>
    <message>
        <source>Asking the network…</source>
        <translation>ネットワークに確認しています…</translation>
    </message>
    <message>
        <source>Airplane mode is on. Switch it off, then try again.</source>
        <translation>機内モードがオンです。オフにしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The phone is not in the network. Try again when it has reception.</source>
        <translation>圏外です。電波の届く場所で、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Service codes</source>
        <translation>サービスコード</translation>
    </message>
    <message>
        <source>Dial them on the device that you want to prefer. *#103# asks which one it is.</source>
        <translation>優先にしたい端末から発信してください。*#103#で、優先の端末を確認できます。</translation>
    </message>
    <message>
        <source>103*7*0# (smartphone first)</source>
        <translation>103*7*0#(スマートフォン優先)</translation>
    </message>
    <message>
        <source>103*7*1# (accessory first)</source>
        <translation>103*7*1#(アクセサリ端末優先)</translation>
    </message>
    <message>
        <source>Prefer this phone</source>
        <translation>このスマートフォンを優先する</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度確認する</translation>
    </message>
</context>
<context>
    <name>PhoneOpenInDialog</name>
    <message>
        <source>Open in &quot;%1&quot;?</source>
        <translation>&quot;%1&quot;で開きますか？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not on this phone</source>
        <extracomment>%1 is the app&apos;s name</extracomment>
        <translation>「%1」がありません</translation>
    </message>
    <message>
        <source>The page wants to go on in the app.</source>
        <translation>ページの続きをアプリで行います。</translation>
    </message>
    <message>
        <source>The page wants to go on in the app. The App store has it.</source>
        <translation>ページの続きはアプリで行います。アプリストアで入手できます。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>To the App store</source>
        <translation>アプリストアへ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
    <name>PhoneQuickSettings</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
        <translation>モバイル通信</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>圏外</translation>
    </message>
    <message>
        <source>When Wi-Fi is off</source>
        <translation>Wi-Fiがオフのとき</translation>
    </message>
    <message>
        <source>Airplane mode</source>
        <translation>機内モード</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Reception</source>
        <extracomment>Whether the phone is where the mobile network reaches; a switch of the simulation</extracomment>
        <translation>電波</translation>
    </message>
    <message>
        <source>In reach (simulated)</source>
        <translation>圏内（模擬）</translation>
    </message>
    <message>
        <source>Out of reach (simulated)</source>
        <translation>圏外（模擬）</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
</context>
<context>
    <name>PhoneRecentsPage</name>
    <message>
        <source>Recents</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>非通知</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>不在着信</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>着信</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>発信</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>履歴はありません</translation>
    </message>
    <message>
        <source>Calls you make and get are listed here.</source>
        <translation>発信と着信がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>PhoneRemoveDialog</name>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <extracomment>%1 is the app&apos;s name</extracomment>
        <translation>「%1」を削除しますか？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PhoneServiceDialog</name>
    <message>
        <source>Asking the network…</source>
        <translation>ネットワークに問い合わせています…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>The network refuses</source>
        <translation>ネットワークに拒否されました</translation>
    </message>
    <message>
        <source>The network answers</source>
        <translation>ネットワークからの応答</translation>
    </message>
    <message>
        <source>Airplane mode is on. Switch it off, then try again.</source>
        <translation>機内モードがオンです。オフにしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The phone is not in the network. Try again when it has reception.</source>
        <translation>圏外です。電波の届く場所でもう一度お試しください。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
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
        <source>Airplane mode</source>
        <translation>機内モード</translation>
    </message>
    <message>
        <source>No calls and messages</source>
        <translation>通話とメッセージは利用できません</translation>
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
        <source>No service</source>
        <translation>圏外</translation>
    </message>
    <message>
        <source>NFC</source>
        <translation>NFC</translation>
    </message>
    <message>
        <source>Cards can be read</source>
        <translation>カードを読み取れます</translation>
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
        <source>Phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>One Number settings</source>
        <translation>ワンナンバー設定</translation>
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
        <source>Sounds of apps</source>
        <translation>アプリの音</translation>
    </message>
    <message>
        <source>Reading a My Number card</source>
        <translation>マイナンバーカードの読み取り</translation>
    </message>
    <message>
        <source>Phones differ in what they ask for first.</source>
        <translation>端末によって、先に行う操作が異なります。</translation>
    </message>
    <message>
        <source>Password first</source>
        <translation>パスワードが先</translation>
    </message>
    <message>
        <source>Card first</source>
        <translation>カードが先</translation>
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
<context>
    <name>PhoneStatusBar</name>
    <message>
        <source>Back to the call</source>
        <translation>通話に戻る</translation>
    </message>
    <message>
        <source>Quick settings</source>
        <translation>クイック設定</translation>
    </message>
</context>
<context>
    <name>StoreAppPage</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>On this phone</source>
        <translation>このスマートフォン</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>入手済み</translation>
    </message>
    <message>
        <source>No</source>
        <translation>未入手</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>ご用意いただくもの</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>入手</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Remove from this phone</source>
        <translation>このスマートフォンから削除</translation>
    </message>
</context>
<context>
    <name>StoreListPage</name>
    <message>
        <source>App store</source>
        <translation>アプリストア</translation>
    </message>
    <message>
        <source>Apps for this phone</source>
        <translation>このスマートフォンで使えるアプリ</translation>
    </message>
    <message>
        <source>The phone is offline. Apps come when there is a network again.</source>
        <translation>オフラインです。ネットワークにつながると、アプリを入手できます。</translation>
    </message>
    <message>
        <source>Hold an app&apos;s icon on the home screen to remove the app.</source>
        <translation>アプリを削除するには、ホーム画面のアイコンを長押しします。</translation>
    </message>
</context>
<context>
    <name>StoreRow</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>入手</translation>
    </message>
</context>
<context>
    <name>StoreWords</name>
    <message>
        <source>Mynapoint</source>
        <translation>マイナポイント</translation>
    </message>
    <message>
        <source>Ministry of Internal Affairs and Communications</source>
        <translation>総務省</translation>
    </message>
    <message>
        <source>Reserve and apply for Mynapoint</source>
        <translation>マイナポイントの予約と申込</translation>
    </message>
    <message>
        <source>Your car and its eSIM</source>
        <translation>クルマとeSIMの設定</translation>
    </message>
    <message>
        <source>Reserve Mynapoint with your My Number card, then choose the payment service that you get the points for.</source>
        <translation>マイナンバーカードでマイナポイントを予約し、ポイントを受け取る決済サービスを申し込みます。</translation>
    </message>
    <message>
        <source>Sign in to the car with your %1, and activate the personal eSIM: your own telephone number in the car.</source>
        <translation>%1でクルマにログインし、ご自身の電話番号をクルマで使うパーソナルeSIMを有効化します。</translation>
    </message>
    <message>
        <source>A My Number card with its 4-digit password</source>
        <translation>マイナンバーカードと数字4桁のパスワード</translation>
    </message>
    <message>
        <source>A %1. Without one you create it in the app.</source>
        <translation>%1。お持ちでない場合は、アプリで取得できます。</translation>
    </message>
    <message>
        <source>The app and its data go from this phone. Your reservation and your applications stay.</source>
        <translation>アプリと、このスマートフォンにあるそのデータを削除します。予約と申込はそのまま残ります。</translation>
    </message>
    <message>
        <source>The app and its data go from this phone. Your %1 and your contract stay.</source>
        <translation>アプリと、このスマートフォンにあるそのデータを削除します。%1とご契約はそのまま残ります。</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Waiting for a network…</source>
        <translation>ネットワークを待っています…</translation>
    </message>
    <message>
        <source>Installing…</source>
        <translation>インストールしています…</translation>
    </message>
    <message>
        <source>Downloading… %1 %</source>
        <translation>ダウンロードしています… %1 %</translation>
    </message>
</context>
</TS>
