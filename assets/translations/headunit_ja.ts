<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CarActivationCodePage</name>
    <message>
        <source>Enter confirmation code</source>
        <translation>確認コードの入力</translation>
    </message>
    <message>
        <source>Enter activation code</source>
        <translation>アクティベーションコードの入力</translation>
    </message>
    <message>
        <source>Confirmation code</source>
        <translation>確認コード</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>アクティベーションコード</translation>
    </message>
    <message>
        <source>Your operator gave it to you apart from the activation code.</source>
        <translation>アクティベーションコードとは別に、通信事業者から通知されたコードです。</translation>
    </message>
    <message>
        <source>It begins with LPA:1$ and stands beside the QR code of your operator. Upper and lower case count.</source>
        <translation>LPA:1$ で始まり、通信事業者の QR コードの近くに記載されています。大文字と小文字は区別されます。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Enabling the profile…</source>
        <translation>プロファイルを有効にしています…</translation>
    </message>
    <message>
        <source>Installing the profile…</source>
        <translation>プロファイルをインストールしています…</translation>
    </message>
    <message>
        <source>Asking the download server…</source>
        <translation>ダウンロードサーバーに問い合わせています…</translation>
    </message>
    <message>
        <source>The modem reads the new profile and looks for its network.</source>
        <translation>モデムが新しいプロファイルを読み込み、ネットワークを探しています。</translation>
    </message>
    <message>
        <source>Block %1 of %2</source>
        <translation>ブロック %1 / %2</translation>
    </message>
    <message>
        <source>Car and server prove to each other who they are.</source>
        <translation>車両とサーバーが互いを認証しています。</translation>
    </message>
    <message>
        <source>ICCID %1</source>
        <translation>ICCID %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>提供元サーバー：%1</translation>
    </message>
    <message>
        <source>Install this profile?</source>
        <translation>このプロファイルをインストールしますか？</translation>
    </message>
    <message>
        <source>Once enabled it cannot be disabled.</source>
        <translation>一度有効にすると、無効にできません。</translation>
    </message>
    <message>
        <source>Once installed it cannot be deleted.</source>
        <translation>一度インストールすると、削除できません。</translation>
    </message>
    <message>
        <source>It is not used before you enable it. “Reject” gives it back: the code is spent then.</source>
        <translation>有効にするまでは使用されません。「拒否」すると返却され、コードは使えなくなります。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>The profile is installed.</source>
        <translation>プロファイルをインストールしました。</translation>
    </message>
    <message>
        <source>Enable it now? The personal eSIM in use rests as long as this one is enabled.</source>
        <translation>今すぐ有効にしますか？有効にしている間、現在のパーソナル eSIM は休止します。</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>The profile is enabled and has a network.</source>
        <translation>プロファイルは有効で、ネットワークに接続しています。</translation>
    </message>
    <message>
        <source>The profile is enabled, but has found no network yet. The car keeps trying.</source>
        <translation>プロファイルは有効ですが、ネットワークがまだ見つかりません。引き続き探しています。</translation>
    </message>
    <message>
        <source>The profile waits on the eSIM. These are there:</source>
        <translation>プロファイルは eSIM に保存されています。保存されているプロファイル：</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>別のコード</translation>
    </message>
    <message>
        <source>The profile was not installed.</source>
        <translation>プロファイルはインストールされていません。</translation>
    </message>
    <message>
        <source>Check the code, or ask whoever gave it to you for another one.</source>
        <translation>コードを確認するか、発行元に新しいコードを依頼してください。</translation>
    </message>
    <message>
        <source>You can try again with the same code.</source>
        <translation>同じコードでもう一度試せます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>CarAddMethodPage</name>
    <message>
        <source>Add %1</source>
        <translation>%1の追加</translation>
    </message>
    <message>
        <source>Log in with %1 App</source>
        <translation>%1アプリでログイン</translation>
    </message>
    <message>
        <source>Scan a QR code with your phone. Nothing to type.</source>
        <translation>スマートフォンで読み込むだけ。入力は不要です。</translation>
    </message>
    <message>
        <source>Log in with %1</source>
        <translation>%1でログイン</translation>
    </message>
    <message>
        <source>Type your e-mail address and password here.</source>
        <translation>この画面でEメールアドレスとパスワードを入力します。</translation>
    </message>
</context>
<context>
    <name>CarBluetoothPage</name>
    <message>
        <source>Connect a phone</source>
        <translation>スマートフォンを接続</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>登録済み</translation>
    </message>
    <message>
        <source>New</source>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Looking for phones…</source>
        <translation>スマートフォンを検索中…</translation>
    </message>
    <message>
        <source>No phone found</source>
        <translation>スマートフォンが見つかりません</translation>
    </message>
    <message>
        <source>This takes up to ten seconds.</source>
        <translation>最大10秒ほどかかります。</translation>
    </message>
    <message>
        <source>Make your phone visible, then search again.</source>
        <translation>スマートフォンを検出可能にして、もう一度検索してください。</translation>
    </message>
    <message>
        <source>On your phone, open the Bluetooth settings and keep them open: only then is it visible.</source>
        <translation>スマートフォンのBluetooth設定を開いてください。開いている間だけ検出できます。</translation>
    </message>
    <message>
        <source>The car needs your phone&apos;s contacts for calls by eSIM.</source>
        <translation>eSIMで通話するには、スマートフォンの連絡先が必要です。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>再検索</translation>
    </message>
</context>
<context>
    <name>CarBmwIdPage</name>
    <message>
        <source>Active now</source>
        <translation>使用中</translation>
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
        <source>Edit %1</source>
        <translation>%1を編集</translation>
    </message>
    <message>
        <source>No %1 in this car yet</source>
        <translation>登録済みの%1はありません</translation>
    </message>
    <message>
        <source>With your %1 the car knows your settings, and your personal eSIM works here.</source>
        <translation>%1を追加すると、ご自分の設定とパーソナルeSIMを使えます。</translation>
    </message>
    <message>
        <source>Sign in with %1</source>
        <translation>%1でサインイン</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1の追加</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>アカウントなしで使用</translation>
    </message>
    <message>
        <source>One main user and up to six co-users.</source>
        <translation>メインユーザー1名、サブユーザー6名まで</translation>
    </message>
</context>
<context>
    <name>CarCallPill</name>
    <message>
        <source>Back to the call</source>
        <translation>通話に戻る</translation>
    </message>
</context>
<context>
    <name>CarCallText</name>
    <message>
        <source>Withheld number</source>
        <translation>非通知</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>発信中…</translation>
    </message>
    <message>
        <source>It is ringing…</source>
        <translation>呼び出し中…</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>着信中</translation>
    </message>
    <message>
        <source>Second call</source>
        <translation>別の着信</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>通話が終了しました</translation>
    </message>
    <message>
        <source>The call was cut</source>
        <translation>通話が切れました</translation>
    </message>
    <message>
        <source>The call did not connect</source>
        <translation>通話できませんでした</translation>
    </message>
    <message>
        <source>The other side is busy.</source>
        <translation>相手は話し中です。</translation>
    </message>
    <message>
        <source>The other side did not take the call.</source>
        <translation>相手が応答を拒否しました。</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>相手が応答しませんでした。</translation>
    </message>
    <message>
        <source>This number is not in service. Check it and call again.</source>
        <translation>この番号は使われていません。番号を確認してかけ直してください。</translation>
    </message>
    <message>
        <source>Another device of your number took the call.</source>
        <translation>同じ電話番号の別の端末で応答しました。</translation>
    </message>
    <message>
        <source>Another device of your number is in a call. Call again when it has ended.</source>
        <translation>同じ電話番号の別の端末が通話中です。終了してからかけ直してください。</translation>
    </message>
    <message>
        <source>The operator does not let this car call that number.</source>
        <translation>このクルマからその番号へは発信できません。</translation>
    </message>
    <message>
        <source>An emergency call of another device of your number came first.</source>
        <translation>同じ電話番号の別の端末が緊急機関へ発信したため、通話を終了しました。</translation>
    </message>
    <message>
        <source>The other side lost its network.</source>
        <translation>相手が圏外になりました。</translation>
    </message>
    <message>
        <source>The car lost the mobile network. Call again when the signal bars are back.</source>
        <translation>クルマが圏外になりました。電波が戻ってからかけ直してください。</translation>
    </message>
    <message>
        <source>The car&apos;s modem went away. Check its cable; the car finds it by itself.</source>
        <translation>クルマのモデムが応答しなくなりました。ケーブルを確認してください。戻ると自動で認識します。</translation>
    </message>
    <message>
        <source>This car was released from your line at the operator. Calls and data end with that.</source>
        <translation>通信事業者でこのクルマのワンナンバー登録が解除されました。通話とデータ通信は終了しました。</translation>
    </message>
    <message>
        <source>Your number is in use in another vehicle now. Calls and data in this one end with that.</source>
        <translation>ご自身の電話番号は別のクルマで利用中です。このクルマでの通話とデータ通信は終了しました。</translation>
    </message>
    <message>
        <source>The contract for this car has ended. Calls and data end with that.</source>
        <translation>このクルマの契約が終了しました。通話とデータ通信は終了しました。</translation>
    </message>
    <message>
        <source>The connection was cut. Call again.</source>
        <translation>接続が切れました。かけ直してください。</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>発信</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>着信</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>不在着信</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Taken on another device</source>
        <translation>別の端末で応答</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>サインインしていません</translation>
    </message>
    <message>
        <source>Sign in with your ID. Calls go through the personal eSIM that belongs to it.</source>
        <translation>IDでサインインしてください。通話には、そのIDのパーソナルeSIMを使います。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>No personal eSIM</source>
        <translation>パーソナルeSIMがありません</translation>
    </message>
    <message>
        <source>Activate it in the app on your phone first. Then calls come to the car.</source>
        <translation>先にスマートフォンのアプリで有効化してください。クルマでも電話を受けられるようになります。</translation>
    </message>
    <message>
        <source>Mobile devices</source>
        <translation>携帯機器</translation>
    </message>
    <message>
        <source>The personal eSIM is not ready</source>
        <translation>パーソナルeSIMの準備ができていません</translation>
    </message>
    <message>
        <source>Calls come to the car as soon as its set-up is done.</source>
        <translation>セットアップが終わると、クルマでも電話を受けられます。</translation>
    </message>
    <message>
        <source>No phone connected</source>
        <translation>スマートフォンが接続されていません</translation>
    </message>
    <message>
        <source>The personal eSIM is used for data only. Connect your phone by Bluetooth to telephone, too; the car reads its contacts then.</source>
        <translation>パーソナルeSIMはデータ通信にのみ使われています。電話も使うには、スマートフォンをBluetoothで接続してください。連絡先も読み込まれます。</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>スマートフォンを接続</translation>
    </message>
    <message>
        <source>Telephone functions are off</source>
        <translation>電話機能がオフになっています</translation>
    </message>
    <message>
        <source>The personal eSIM is used for data only. Switch on telephone functions to make and take calls.</source>
        <translation>パーソナルeSIMはデータ通信にのみ使われています。発着信するには、電話機能をオンにしてください。</translation>
    </message>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>The modem does not answer</source>
        <translation>モデムが応答しません</translation>
    </message>
    <message>
        <source>Check the modem&apos;s cable. The car finds it by itself when it is back.</source>
        <translation>モデムのケーブルを確認してください。戻ると自動で認識します。</translation>
    </message>
    <message>
        <source>No mobile network</source>
        <translation>圏外です</translation>
    </message>
    <message>
        <source>Calls are possible again as soon as the signal bars are back.</source>
        <translation>電波が戻ると、また通話できます。</translation>
    </message>
</context>
<context>
    <name>CarConfirmRemoveOverlay</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1を削除しますか？</translation>
    </message>
    <message>
        <source>This is the main user: all drivers are removed from this car.</source>
        <translation>メインユーザーを削除すると、すべてのドライバーがクルマから削除されます。</translation>
    </message>
    <message>
        <source>The profile is removed from this car, and the car from the app on the phone.</source>
        <translation>プロフィールはクルマから、クルマはスマートフォンのアプリから削除されます。</translation>
    </message>
    <message>
        <source>This is the main user: the car is reset. All IDs, PINs and paired phones are deleted.</source>
        <translation>メインユーザーです。クルマを初期化し、すべてのID、PIN、登録済みのスマートフォンを削除します。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>CarConfirmResetOverlay</name>
    <message>
        <source>Reset the car?</source>
        <translation>クルマを初期化しますか？</translation>
    </message>
    <message>
        <source>All drivers, PINs and paired phones are deleted. The personal eSIM is switched off.</source>
        <translation>すべてのドライバー、PIN、登録済みのスマートフォンを削除し、パーソナルeSIMをオフにします。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>初期化</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CarConsentsPage</name>
    <message>
        <source>Driver profile</source>
        <translation>プロフィール</translation>
    </message>
    <message>
        <source>Connected services</source>
        <translation>コネクテッドサービス</translation>
    </message>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Your settings in this car</source>
        <translation>このクルマでご自分の設定を使う</translation>
    </message>
    <message>
        <source>Services that know you</source>
        <translation>ご自分に合わせたサービス</translation>
    </message>
    <message>
        <source>Your number in this car</source>
        <translation>このクルマでご自分の番号を使う</translation>
    </message>
    <message>
        <source>Manage %1 permissions</source>
        <translation>%1認証の管理</translation>
    </message>
    <message>
        <source>Enable all</source>
        <translation>すべて有効にする</translation>
    </message>
    <message>
        <source>All enabled</source>
        <translation>すべて有効</translation>
    </message>
</context>
<context>
    <name>CarCredentialsPage</name>
    <message>
        <source>Log in with %1</source>
        <translation>%1でログイン</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Eメール</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>パスワードを表示</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>The PIN is locked. Your password opens the profile.</source>
        <translation>PINはロックされています。パスワードでプロフィールを開けます。</translation>
    </message>
    <message>
        <source>Please confirm that it is you.</source>
        <translation>ご本人であることを確認します。</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
</context>
<context>
    <name>CarDriverPage</name>
    <message>
        <source>Main user</source>
        <translation>メインユーザー</translation>
    </message>
    <message>
        <source>Co-user</source>
        <translation>サブユーザー</translation>
    </message>
    <message>
        <source> · active now</source>
        <translation>・使用中</translation>
    </message>
    <message>
        <source>Switch to this driver</source>
        <translation>このドライバーに切り替え</translation>
    </message>
    <message>
        <source>Vehicle key</source>
        <translation>車両キー</translation>
    </message>
    <message>
        <source>Your key opens the car with your settings.</source>
        <translation>このキーで乗車すると、ご自分の設定になります。</translation>
    </message>
    <message>
        <source>Further settings</source>
        <translation>その他の設定</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>PINの変更</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>PINを設定</translation>
    </message>
    <message>
        <source>Removing the main user resets the car</source>
        <translation>メインユーザーの削除でクルマを初期化</translation>
    </message>
    <message>
        <source>Asked each time this driver takes over</source>
        <translation>このドライバーに切り替えるたびに入力します</translation>
    </message>
    <message>
        <source>Without a PIN anybody in the car can use this profile</source>
        <translation>PINがないと、誰でもこのプロフィールを使えます</translation>
    </message>
    <message>
        <source>Remove from this car</source>
        <translation>このクルマから削除</translation>
    </message>
    <message>
        <source>Removing the main user removes all drivers</source>
        <translation>メインユーザーを削除すると全員が削除されます</translation>
    </message>
    <message>
        <source>Settings kept by the service stay</source>
        <translation>サービスに保存された設定は残ります</translation>
    </message>
</context>
<context>
    <name>CarEmailChoicePage</name>
    <message>
        <source>Log in with %1</source>
        <translation>%1でログイン</translation>
    </message>
    <message>
        <source>%1 E-mail</source>
        <translation>Eメール</translation>
    </message>
    <message>
        <source>The address you registered with</source>
        <translation>登録したメールアドレス</translation>
    </message>
    <message>
        <source>No %1 yet? Create one in the %2 App on your phone, then come back here.</source>
        <translation>%1をお持ちでない方は、スマートフォンの%2アプリで登録できます。</translation>
    </message>
</context>
<context>
    <name>CarErrorText</name>
    <message>
        <source>The service cannot be reached.</source>
        <translation>サービスに接続できません。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>サービスが時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The service has a problem.</source>
        <translation>サービスに問題が発生しています。</translation>
    </message>
    <message>
        <source>The service refused this.</source>
        <translation>サービスに拒否されました。</translation>
    </message>
    <message>
        <source>E-mail address or password is not right.</source>
        <translation>Eメールアドレスまたはパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. This account is locked for %1 min.</source>
        <translation>パスワードの間違いが続いたため、このアカウントは%1分間ロックされています。</translation>
    </message>
    <message>
        <source>You have been signed out.</source>
        <translation>ログアウトされました。</translation>
    </message>
    <message>
        <source>The login was refused on the phone.</source>
        <translation>スマートフォンでログインが拒否されました。</translation>
    </message>
    <message>
        <source>This is another driver&apos;s account.</source>
        <translation>別のドライバーのアカウントです。</translation>
    </message>
    <message>
        <source>The service does not accept this login any more.</source>
        <translation>このログインは無効になりました。</translation>
    </message>
    <message>
        <source>This car has as many drivers as it can hold.</source>
        <translation>登録できるドライバーの数に達しています。</translation>
    </message>
    <message>
        <source>The car&apos;s modem does not answer any more.</source>
        <translation>クルマのモデムが応答しなくなりました。</translation>
    </message>
    <message>
        <source>No modem was found in this car.</source>
        <translation>クルマのモデムが見つかりません。</translation>
    </message>
    <message>
        <source>The modem is busy.</source>
        <translation>モデムは使用中です。</translation>
    </message>
    <message>
        <source>There is no SIM in the modem.</source>
        <translation>モデムにSIMがありません。</translation>
    </message>
    <message>
        <source>The personal eSIM is not activated for this car yet.</source>
        <translation>このクルマのパーソナルeSIMはまだ有効化されていません。</translation>
    </message>
    <message>
        <source>There is no profile of yours on the car&apos;s eSIM.</source>
        <translation>クルマのeSIMにお客様のプロファイルがありません。</translation>
    </message>
    <message>
        <source>The car&apos;s memory is full.</source>
        <translation>クルマの空き容量がありません。</translation>
    </message>
    <message>
        <source>The settings could not be read, so the usual ones are in use.</source>
        <translation>設定を読み込めないため、初期設定を使用しています。</translation>
    </message>
    <message>
        <source>The service does not know this car.</source>
        <translation>このクルマはサービスに登録されていません。</translation>
    </message>
    <message>
        <source>No activation code was entered.</source>
        <translation>アクティベーションコードが入力されていません。</translation>
    </message>
    <message>
        <source>This is too long for an activation code.</source>
        <translation>アクティベーションコードとしては長すぎます。</translation>
    </message>
    <message>
        <source>The activation code is not complete: after the server&apos;s name, $ and one more part must follow.</source>
        <translation>アクティベーションコードが途中で切れています。サーバー名のあとに $ と続きが必要です。</translation>
    </message>
    <message>
        <source>The server&apos;s name in the activation code is not right.</source>
        <translation>アクティベーションコードのサーバー名が正しくありません。</translation>
    </message>
    <message>
        <source>There is a sign in the activation code that cannot be there.</source>
        <translation>アクティベーションコードに使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>The fourth part of the activation code is not right.</source>
        <translation>アクティベーションコードの4番目の項目が正しくありません。</translation>
    </message>
    <message>
        <source>The last part of the activation code is not right.</source>
        <translation>アクティベーションコードの最後の項目が正しくありません。</translation>
    </message>
    <message>
        <source>This is no activation code. It begins with LPA:1$ or 1$.</source>
        <translation>アクティベーションコードではありません。LPA:1$ または 1$ で始まります。</translation>
    </message>
    <message>
        <source>Something is still missing.</source>
        <translation>入力されていない項目があります。</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>メールアドレスの形式が正しくありません。</translation>
    </message>
    <message>
        <source>Only the driver can change the PIN.</source>
        <translation>PINは使用中のドライバーだけが変更できます。</translation>
    </message>
    <message>
        <source>Not while the car is moving.</source>
        <translation>走行中はサインインできません。</translation>
    </message>
    <message>
        <source>The car has no mobile reception here.</source>
        <translation>ここではクルマの電波が届きません。</translation>
    </message>
    <message>
        <source>New in this car: %1</source>
        <translation>新しいサブユーザー：%1</translation>
    </message>
    <message>
        <source>The personal eSIM is not allowed yet.</source>
        <translation>パーソナルeSIMがまだ有効になっていません。</translation>
    </message>
    <message>
        <source>Telephone functions need your phone.</source>
        <translation>電話機能にはスマートフォンが必要です。</translation>
    </message>
    <message>
        <source>No further call is possible now.</source>
        <translation>これ以上発信できません。</translation>
    </message>
    <message>
        <source>This number cannot be called.</source>
        <translation>この番号には発信できません。</translation>
    </message>
    <message>
        <source>This is a service code, not a number.</source>
        <translation>これは電話番号ではなくサービスコードです。</translation>
    </message>
    <message>
        <source>Data Roaming has no effect: this service does not roam.</source>
        <translation>本サービスはローミング非対応のため、データローミングの効果はありません。</translation>
    </message>
    <message>
        <source>Telephone and mobile data via the personal eSIM have ended.</source>
        <translation>パーソナル eSIM での通話とモバイルデータ通信は終了しました。</translation>
    </message>
    <message>
        <source>The service does not give this car a personal eSIM.</source>
        <translation>このクルマではパーソナルeSIMを利用できません。</translation>
    </message>
    <message>
        <source>The mobile network was not found.</source>
        <translation>モバイルネットワークが見つかりません。</translation>
    </message>
    <message>
        <source>The service refused the login.</source>
        <translation>サービスがログインを受け付けませんでした。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PINコードが正しくありません。</translation>
    </message>
    <message>
        <source>The PIN is locked after too many mistakes.</source>
        <translation>間違いが続いたため、PINはロックされています。</translation>
    </message>
    <message>
        <source>The car&apos;s modem does not answer.</source>
        <translation>クルマのモデムが応答しません。</translation>
    </message>
    <message>
        <source>The car may not use the modem&apos;s port.</source>
        <translation>クルマはモデムのポートを使用できません。</translation>
    </message>
    <message>
        <source>The card in the modem is no eSIM.</source>
        <translation>モデムのカードはeSIMではありません。</translation>
    </message>
    <message>
        <source>Another profile is in use on the car&apos;s eSIM.</source>
        <translation>クルマのeSIMでは別のプロファイルが使用中です。</translation>
    </message>
    <message>
        <source>The eSIM is busy.</source>
        <translation>eSIMは使用中です。</translation>
    </message>
    <message>
        <source>The eSIM refused the profile.</source>
        <translation>eSIMがプロファイルを受け付けませんでした。</translation>
    </message>
    <message>
        <source>There is no room for your profile on the car&apos;s eSIM.</source>
        <translation>クルマのeSIMにプロファイルを入れる空きがありません。</translation>
    </message>
    <message>
        <source>The download of the personal eSIM was interrupted.</source>
        <translation>パーソナルeSIMのダウンロードが中断されました。</translation>
    </message>
    <message>
        <source>The car&apos;s eSIM could not install the profile.</source>
        <translation>クルマのeSIMにプロファイルをインストールできませんでした。</translation>
    </message>
    <message>
        <source>Your profile is on the car&apos;s eSIM already.</source>
        <translation>プロファイルはすでにクルマのeSIMにあります。</translation>
    </message>
    <message>
        <source>The car&apos;s eSIM does not trust the download server.</source>
        <translation>クルマのeSIMがダウンロードサーバーを信頼していません。</translation>
    </message>
    <message>
        <source>The profile has rules that this car does not allow.</source>
        <translation>このクルマでは許可されていない条件のプロファイルです。</translation>
    </message>
    <message>
        <source>The profile could not be ordered for this car.</source>
        <translation>このクルマのプロファイルを手配できませんでした。</translation>
    </message>
    <message>
        <source>The profile cannot be ordered at the moment.</source>
        <translation>現在、プロファイルを手配できません。</translation>
    </message>
    <message>
        <source>Your profile is not ready for download yet.</source>
        <translation>プロファイルはまだダウンロードできません。</translation>
    </message>
    <message>
        <source>The profile is meant for another car&apos;s eSIM.</source>
        <translation>別のクルマのeSIM用のプロファイルです。</translation>
    </message>
    <message>
        <source>The download server does not know this order.</source>
        <translation>ダウンロードサーバーにこの手配の記録がありません。</translation>
    </message>
    <message>
        <source>The profile was given out already.</source>
        <translation>プロファイルはすでに発行されています。</translation>
    </message>
    <message>
        <source>The order of the profile has expired.</source>
        <translation>プロファイルの手配の有効期限が切れました。</translation>
    </message>
    <message>
        <source>The profile was tried to be downloaded too often.</source>
        <translation>プロファイルのダウンロード回数の上限に達しました。</translation>
    </message>
    <message>
        <source>The confirmation code is wrong.</source>
        <translation>確認コードが間違っています。</translation>
    </message>
    <message>
        <source>The confirmation code was wrong too often. The server has withdrawn the profile.</source>
        <translation>確認コードを何度も間違えたため、サーバーがプロファイルを取り下げました。</translation>
    </message>
    <message>
        <source>The server wants a confirmation code.</source>
        <translation>サーバーが確認コードを求めています。</translation>
    </message>
    <message>
        <source>The profile was rejected and not installed.</source>
        <translation>プロファイルは拒否され、インストールされていません。</translation>
    </message>
    <message>
        <source>The profile was not installed. Its server keeps it ready.</source>
        <translation>プロファイルはインストールされていません。サーバーで引き続き用意されています。</translation>
    </message>
    <message>
        <source>The download server does not trust the car&apos;s eSIM.</source>
        <translation>ダウンロードサーバーがクルマのeSIMを信頼していません。</translation>
    </message>
    <message>
        <source>The certificate of the download server is not valid.</source>
        <translation>ダウンロードサーバーの証明書が有効ではありません。</translation>
    </message>
    <message>
        <source>The download server cannot be reached.</source>
        <translation>ダウンロードサーバーに接続できません。</translation>
    </message>
    <message>
        <source>The download server did not answer in time.</source>
        <translation>ダウンロードサーバーから応答がありません。</translation>
    </message>
    <message>
        <source>The download server refused the profile.</source>
        <translation>ダウンロードサーバーがプロファイルの提供を拒否しました。</translation>
    </message>
    <message>
        <source>The download server has a problem.</source>
        <translation>ダウンロードサーバーに問題が発生しています。</translation>
    </message>
    <message>
        <source>Stored data could not be read. The file has been kept.</source>
        <translation>保存データを読み込めませんでした。ファイルは残してあります。</translation>
    </message>
    <message>
        <source>The stored data comes from a newer version.</source>
        <translation>保存データは新しいバージョンのものです。</translation>
    </message>
    <message>
        <source>The number was not confirmed on both sides.</source>
        <translation>両方で番号が確認されませんでした。</translation>
    </message>
    <message>
        <source>The number was not confirmed in time.</source>
        <translation>制限時間内に番号が確認されませんでした。</translation>
    </message>
    <message>
        <source>The phone is out of reach.</source>
        <translation>スマートフォンに接続できません。</translation>
    </message>
    <message>
        <source>The phone does not know this car any more.</source>
        <translation>スマートフォンにこのクルマの登録がありません。</translation>
    </message>
    <message>
        <source>The phone does not share its contacts.</source>
        <translation>スマートフォンの連絡先が共有されていません。</translation>
    </message>
    <message>
        <source>The login did not work.</source>
        <translation>ログインできませんでした。</translation>
    </message>
    <message>
        <source>The car could not be linked with your account.</source>
        <translation>クルマをアカウントに登録できませんでした。</translation>
    </message>
    <message>
        <source>The car&apos;s modem has a problem.</source>
        <translation>クルマのモデムに問題が発生しました。</translation>
    </message>
    <message>
        <source>The personal eSIM could not be set up.</source>
        <translation>パーソナルeSIMを設定できませんでした。</translation>
    </message>
    <message>
        <source>The personal eSIM could not be downloaded.</source>
        <translation>パーソナルeSIMをダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>This could not be stored.</source>
        <translation>保存できませんでした。</translation>
    </message>
    <message>
        <source>Bluetooth has a problem.</source>
        <translation>Bluetoothに問題が発生しました。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が発生しました。</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>両方を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Enter e-mail address and password.</source>
        <translation>Eメールアドレスとパスワードを入力してください。</translation>
    </message>
    <message>
        <source>It looks like name@example.com.</source>
        <translation>例：name@example.com</translation>
    </message>
    <message>
        <source>Switch to this driver first.</source>
        <translation>先にこのドライバーに切り替えてください。</translation>
    </message>
    <message>
        <source>Stop the car, then sign in.</source>
        <translation>停車してからサインインしてください。</translation>
    </message>
    <message>
        <source>Leave the garage, then sign in.</source>
        <translation>電波の届く場所でサインインしてください。</translation>
    </message>
    <message>
        <source>A co-user has joined. As the main user you can remove co-users at any time.</source>
        <translation>サブユーザーが加わりました。メインユーザーはいつでも削除できます。</translation>
    </message>
    <message>
        <source>Your number will not work in this car. You can allow it later in the further settings of your ID.</source>
        <translation>このままでは、クルマでご自分の番号を使えません。後からIDの「その他の設定」で有効にできます。</translation>
    </message>
    <message>
        <source>Connect it by Bluetooth in “Mobile devices”.</source>
        <translation>「携帯機器」でBluetooth接続してください。</translation>
    </message>
    <message>
        <source>End one of your calls first.</source>
        <translation>先に通話をひとつ終了してください。</translation>
    </message>
    <message>
        <source>Correct it in your phone&apos;s contacts, or enter it with the key pad.</source>
        <translation>スマートフォンの連絡先で番号を直すか、キーパッドで入力してください。</translation>
    </message>
    <message>
        <source>Dial it on your phone: services of your line are set there.</source>
        <translation>回線のサービスは、スマートフォンでダイヤルして設定してください。</translation>
    </message>
    <message>
        <source>Compare it with what your operator gave you.</source>
        <translation>通信事業者から受け取ったコードと見比べてください。</translation>
    </message>
    <message>
        <source>Try again and enter it once more.</source>
        <translation>再試行して、もう一度入力してください。</translation>
    </message>
    <message>
        <source>Ask whoever gave you the code for another one.</source>
        <translation>コードの発行元に新しいコードを依頼してください。</translation>
    </message>
    <message>
        <source>Try again whenever you like.</source>
        <translation>いつでも再試行できます。</translation>
    </message>
    <message>
        <source>Your number is in use in another vehicle now.</source>
        <translation>この番号は別の車両で使われています。</translation>
    </message>
    <message>
        <source>This car does not belong to your contract any more. You can activate it again in the app on your phone.</source>
        <translation>この車両はご契約から外されました。スマートフォンのアプリからもう一度有効化できます。</translation>
    </message>
    <message>
        <source>The car keeps trying.</source>
        <translation>接続を続けて試みます。</translation>
    </message>
    <message>
        <source>Wait, or log in with the QR code.</source>
        <translation>しばらく待つか、QRコードでログインしてください。</translation>
    </message>
    <message>
        <source>Please log in again.</source>
        <translation>もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>Start again if that was not you.</source>
        <translation>お心当たりがない場合は、最初からやり直してください。</translation>
    </message>
    <message>
        <source>Log in with the account of this profile.</source>
        <translation>このプロフィールのアカウントでログインしてください。</translation>
    </message>
    <message>
        <source>Remove one to add another.</source>
        <translation>追加するには、ほかのドライバーを削除してください。</translation>
    </message>
    <message>
        <source>Log in with your password.</source>
        <translation>パスワードでログインしてください。</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>しばらくしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Give the user of this bench access to serial ports.</source>
        <translation>シリアルポートへのアクセス権を与えてください。</translation>
    </message>
    <message>
        <source>Insert the SIM, then try again.</source>
        <translation>SIMを挿入して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Insert an eSIM card, then try again.</source>
        <translation>eSIMカードを挿入して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Activate it in the app on your phone, then try again.</source>
        <translation>スマートフォンのアプリで有効化してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Check your contract in the app on your phone.</source>
        <translation>スマートフォンのアプリでご契約を確認してください。</translation>
    </message>
    <message>
        <source>Remove a profile that is not needed any more, then try again.</source>
        <translation>不要なプロファイルを削除してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again: nothing was lost, and it goes on from where it stands.</source>
        <translation>もう一度お試しください。データは失われておらず、続きから再開します。</translation>
    </message>
    <message>
        <source>Try again to go on with it.</source>
        <translation>もう一度試すと、続きから進みます。</translation>
    </message>
    <message>
        <source>Try again. If it stays so, ask your mobile operator.</source>
        <translation>もう一度お試しください。解決しない場合は、通信事業者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Try again, or check your contract in the app on your phone.</source>
        <translation>もう一度お試しになるか、スマートフォンのアプリで契約をご確認ください。</translation>
    </message>
    <message>
        <source>Try again: the car orders it anew.</source>
        <translation>もう一度お試しください。クルマが改めて手配します。</translation>
    </message>
    <message>
        <source>Free some space, then try again. What was stored is safe.</source>
        <translation>空き容量を増やして、もう一度お試しください。保存済みのデータは無事です。</translation>
    </message>
    <message>
        <source>You can go on.</source>
        <translation>このまま続行できます。</translation>
    </message>
    <message>
        <source>Update this car first.</source>
        <translation>先にクルマをアップデートしてください。</translation>
    </message>
    <message>
        <source>Pair once more and compare the numbers.</source>
        <translation>もう一度登録し、番号を比べてください。</translation>
    </message>
    <message>
        <source>Bring it into the car and switch its Bluetooth on.</source>
        <translation>車内に持ち込み、Bluetoothをオンにしてください。</translation>
    </message>
    <message>
        <source>Pair it once more.</source>
        <translation>もう一度登録してください。</translation>
    </message>
    <message>
        <source>Allow it in the phone&apos;s settings.</source>
        <translation>スマートフォンの設定で許可してください。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>接続を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>In “Mobile devices” you can use yours again.</source>
        <translation>「携帯機器」でご自分のプロファイルに戻せます。</translation>
    </message>
    <message>
        <source>Check its cable. It goes on by itself when the modem is back.</source>
        <translation>ケーブルを確認してください。モデムが戻ると自動で続行します。</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>CarEsimText</name>
    <message>
        <source>Prepared</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Activating</source>
        <translation>有効化</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未ログイン</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Not activated yet</source>
        <translation>未有効化</translation>
    </message>
    <message>
        <source>Not active any more</source>
        <translation>利用終了</translation>
    </message>
    <message>
        <source>Setting up personal eSIM…</source>
        <translation>パーソナルeSIMをセットアップ中…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Set-up failed</source>
        <translation>セットアップできませんでした</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Sign in first: a personal eSIM belongs to a driver.</source>
        <translation>先にログインしてください。パーソナルeSIMはドライバーごとに設定します。</translation>
    </message>
    <message>
        <source>Asking the service about your contract.</source>
        <translation>ご契約の状況を確認しています。</translation>
    </message>
    <message>
        <source>You have not allowed it in this car. Do so in the further settings of your ID.</source>
        <translation>このクルマでの利用が有効になっていません。IDの「その他の設定」で有効にしてください。</translation>
    </message>
    <message>
        <source>Link your mobile phone number in the %1 App on your phone. The car goes on by itself.</source>
        <translation>スマートフォンの %1 アプリで携帯電話番号を連携してください。車両側は自動的に続行します。</translation>
    </message>
    <message>
        <source>This car was removed from your contract. To use it again, activate it in the %1 App on your phone.</source>
        <translation>この車両はご契約から外されました。もう一度使うには、スマートフォンの %1 アプリで有効化してください。</translation>
    </message>
    <message>
        <source>Your number is in use in another vehicle. Activate it for this one in the %1 App on your phone.</source>
        <translation>この番号は別の車両で使われています。この車両で使うには、スマートフォンの %1 アプリで有効化してください。</translation>
    </message>
    <message>
        <source>Your contract has no place for one more device. Remove one at your mobile operator: the car goes on by itself.</source>
        <translation>ご契約に登録できる機器の数が上限に達しています。通信事業者側で1台を解除すると、車両側は自動的に続行します。</translation>
    </message>
    <message>
        <source>Your mobile operator does not answer. The car keeps asking.</source>
        <translation>通信事業者から応答がありません。車両側で確認を続けます。</translation>
    </message>
    <message>
        <source>Activate it in the %1 App on your phone. The car goes on by itself.</source>
        <translation>スマートフォンの%1アプリで有効化してください。クルマは自動で続行します。</translation>
    </message>
    <message>
        <source>This takes about a minute. You may leave this page.</source>
        <translation>1分ほどかかります。ほかの画面を開いても続行します。</translation>
    </message>
    <message>
        <source>Your own number works in this car.</source>
        <translation>お客様の電話番号をクルマで使えます。</translation>
    </message>
    <message>
        <source>Nothing was changed on the eSIM.</source>
        <translation>eSIMは変更されていません。</translation>
    </message>
    <message>
        <source>The profile is installed, but the network was not found. The car keeps trying.</source>
        <translation>プロファイルは設定済みですが、電波がありません。接続を続けて試みます。</translation>
    </message>
    <message>
        <source>Ready to set up</source>
        <translation>セットアップできます</translation>
    </message>
    <message>
        <source>Setting up… %1 %</source>
        <translation>セットアップ中… %1 %</translation>
    </message>
</context>
<context>
    <name>CarHomePage</name>
    <message>
        <source>Not signed in</source>
        <translation>未ログイン</translation>
    </message>
    <message>
        <source>Mobile devices</source>
        <translation>携帯機器</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>不在着信 %1件</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>昼</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>No phone connected</source>
        <translation>スマートフォン未接続</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Missed calls: %1</source>
        <translation>不在着信：%1件</translation>
    </message>
    <message>
        <source>Language, display, sounds</source>
        <translation>言語、表示、音</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Modem</source>
        <translation>モデム</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CarIncomingCall</name>
    <message>
        <source>Incoming call</source>
        <translation>着信中</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>応答</translation>
    </message>
</context>
<context>
    <name>CarKeyboard</name>
    <message>
        <source>Touch a field to type.</source>
        <translation>入力欄をタッチしてください。</translation>
    </message>
</context>
<context>
    <name>CarLoggingInPage</name>
    <message>
        <source>Logging in</source>
        <translation>ログイン中</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1を検証中</translation>
    </message>
    <message>
        <source>Linking this car with your %1…</source>
        <translation>クルマを%1に登録中…</translation>
    </message>
    <message>
        <source>Loading your profile…</source>
        <translation>プロフィールを読み込み中…</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>ようこそ、%1さん</translation>
    </message>
    <message>
        <source>Login complete</source>
        <translation>ログインが完了しました</translation>
    </message>
    <message>
        <source>Checking your %1…</source>
        <translation>%1を確認中…</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>数秒かかります。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>This car</source>
        <translation>クルマ</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロフィール</translation>
    </message>
    <message>
        <source>Login progress</source>
        <translation>ログインの進み具合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CarLoginFailedPage</name>
    <message>
        <source>Login failed</source>
        <translation>ログインできませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>CarMobileDevicesPage</name>
    <message>
        <source>Mobile devices</source>
        <translation>携帯機器</translation>
    </message>
    <message>
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>ログインし直す</translation>
    </message>
    <message>
        <source>Use mine again</source>
        <translation>自分の eSIM に戻す</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>スマートフォン</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Not in reach</source>
        <translation>圏外</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>スマートフォンを接続</translation>
    </message>
    <message>
        <source>By Bluetooth</source>
        <translation>Bluetoothで接続</translation>
    </message>
</context>
<context>
    <name>CarMoreSettingsPage</name>
    <message>
        <source>Further settings</source>
        <translation>その他の設定</translation>
    </message>
    <message>
        <source>Manage %1 permissions</source>
        <translation>%1認証の管理</translation>
    </message>
    <message>
        <source>All enabled</source>
        <translation>すべて有効</translation>
    </message>
    <message>
        <source>%1 of %2 enabled</source>
        <translation>%2件中%1件が有効</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>My %1</source>
        <translation>マイ%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>CarMyIdPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>My %1</source>
        <translation>マイ%1</translation>
    </message>
    <message>
        <source>Synchronise %1</source>
        <translation>%1を同期</translation>
    </message>
    <message>
        <source>Language, appearance and sounds follow you.</source>
        <translation>言語・画面・サウンドが引き継がれます。</translation>
    </message>
</context>
<context>
    <name>CarNoticeOverlay</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CarPage</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CarPairingOverlay</name>
    <message>
        <source>Pairing did not work</source>
        <translation>登録できませんでした</translation>
    </message>
    <message>
        <source>Pair with %1</source>
        <translation>%1と接続</translation>
    </message>
    <message>
        <source>The number was not confirmed on both sides. Try once more.</source>
        <translation>両方で番号が確認されませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Now confirm on the phone.</source>
        <translation>スマートフォンでも確認してください。</translation>
    </message>
    <message>
        <source>Does the phone show the same number?</source>
        <translation>スマートフォンに同じ番号が表示されていますか？</translation>
    </message>
    <message>
        <source>Yes, the same</source>
        <translation>同じです</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CarPersonalEsimPage</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
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
        <source>Personal eSIM</source>
        <translation>パーソナルeSIM</translation>
    </message>
    <message>
        <source>Telephone functions via eSIM</source>
        <comment>short</comment>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mobile data via eSIM</source>
        <comment>short</comment>
        <translation>モバイルデータ</translation>
    </message>
    <message>
        <source>Needs a phone</source>
        <translation>スマートフォンの接続が必要</translation>
    </message>
    <message>
        <source>Telephone functions via eSIM</source>
        <translation>eSIM経由の電話</translation>
    </message>
    <message>
        <source>Contacts from %1</source>
        <translation>連絡先：%1</translation>
    </message>
    <message>
        <source>Needs a phone connected by Bluetooth</source>
        <translation>Bluetoothで接続したスマートフォンが必要です</translation>
    </message>
    <message>
        <source>Mobile data via eSIM</source>
        <translation>eSIM経由のモバイルデータ</translation>
    </message>
    <message>
        <source>Data Roaming</source>
        <translation>データローミング</translation>
    </message>
    <message>
        <source>Without effect: this service does not roam.</source>
        <translation>本サービスはローミング非対応のため、効果はありません。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>通信事業者</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>Show ICCID</source>
        <translation>ICCIDを表示</translation>
    </message>
</context>
<context>
    <name>CarPinAskPage</name>
    <message>
        <source>Enter your PIN.</source>
        <translation>PINコードを入力してください。</translation>
    </message>
    <message>
        <source>%1 attempts left</source>
        <translation>残り%1回</translation>
    </message>
    <message>
        <source>Wrong PIN. One attempt left, then your password is needed.</source>
        <translation>PINコードが違います。あと1回間違えると、パスワードが必要になります。</translation>
    </message>
    <message>
        <source>Wrong PIN. %1 attempts left.</source>
        <translation>PINコードが違います。残り%1回です。</translation>
    </message>
    <message>
        <source>Forgot PIN?</source>
        <translation>PINを忘れた場合</translation>
    </message>
</context>
<context>
    <name>CarPinDonePage</name>
    <message>
        <source>PIN is set</source>
        <translation>PINを設定しました</translation>
    </message>
    <message>
        <source>The car asks for this PIN each time you take over.</source>
        <translation>運転を替わるたびに、このPINコードを入力します。</translation>
    </message>
    <message>
        <source>Forgotten? Then your e-mail address and password open the profile.</source>
        <translation>忘れた場合は、Eメールアドレスとパスワードでプロフィールを開けます。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
</context>
<context>
    <name>CarPinEntryPage</name>
    <message>
        <source>Set PIN</source>
        <translation>PINの設定</translation>
    </message>
    <message>
        <source>Enter the same PIN again.</source>
        <translation>確認のため、同じPINコードを再度入力してください。</translation>
    </message>
    <message>
        <source>Choose a PIN of four digits.</source>
        <translation>4桁のPINコードを設定してください。</translation>
    </message>
    <message>
        <source>So that a slip of the finger does not lock you out.</source>
        <translation>入力の誤りを防ぐためです。</translation>
    </message>
    <message>
        <source>Better not a birthday or a number that counts up.</source>
        <translation>誕生日や連続した数字は避けてください。</translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one once more.</source>
        <translation>PINコードが一致しませんでした。もう一度設定してください。</translation>
    </message>
</context>
<context>
    <name>CarPinOfferPage</name>
    <message>
        <source>Protect your profile</source>
        <translation>プロフィールの保護</translation>
    </message>
    <message>
        <source>With a PIN of four digits only you can use your profile in this car.</source>
        <translation>4桁のPINコードで、プロフィールをご本人だけが使えるようにします。</translation>
    </message>
    <message>
        <source>The car asks for it each time you take over.</source>
        <translation>運転を替わるたびに入力します。</translation>
    </message>
    <message>
        <source>Set up PIN now</source>
        <translation>PINの設定</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
</context>
<context>
    <name>CarPinPad</name>
    <message>
        <source>%1 of 4 digits</source>
        <translation>4桁中%1桁</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>CarProfileReadyPage</name>
    <message>
        <source>Your profile is ready</source>
        <translation>プロフィールの準備ができました</translation>
    </message>
    <message>
        <source>Welcome, %1. This car is set up for you.</source>
        <translation>ようこそ、%1さん。クルマの準備ができました。</translation>
    </message>
    <message>
        <source>This car is set up for you.</source>
        <translation>クルマの準備ができました。</translation>
    </message>
    <message>
        <source>Next: activate your personal eSIM in the %1 App. Then open “Mobile devices” here.</source>
        <translation>次に、%1アプリでパーソナルeSIMを有効化し、クルマの「携帯機器」を開きます。</translation>
    </message>
    <message>
        <source>Next: back in the menu, open “Mobile devices” for your personal eSIM.</source>
        <translation>次に、メニューに戻り「携帯機器」でパーソナルeSIMを設定します。</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>メニューに戻る</translation>
    </message>
</context>
<context>
    <name>CarQrPage</name>
    <message>
        <source>Log in with %1 App</source>
        <translation>%1アプリでログイン</translation>
    </message>
    <message>
        <source>Open the %1 App on your phone.</source>
        <translation>スマートフォンで%1アプリを起動します。</translation>
    </message>
    <message>
        <source>Choose “Scan QR code (%1)” and point the camera at this code.</source>
        <translation>「QRコード (%1) のスキャン」を選択し、このコードを読み込みます。</translation>
    </message>
    <message>
        <source>In the Profile Tab, open the settings at the top right.</source>
        <translation>「プロフィール」タブの右上の設定ボタンを選択します。</translation>
    </message>
    <message>
        <source>The phone shows the same code. Compare it before you approve.</source>
        <translation>スマートフォンに出るコードと比べてから許可してください。</translation>
    </message>
    <message>
        <source>Sign in with %1</source>
        <translation>%1でサインイン</translation>
    </message>
    <message>
        <source>QR code to log in</source>
        <translation>ログイン用のQRコード</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>有効期限が切れました。</translation>
    </message>
    <message>
        <source>The login was refused on the phone.</source>
        <translation>スマートフォンでログインが拒否されました。</translation>
    </message>
    <message>
        <source>Getting a code…</source>
        <translation>コードを取得中…</translation>
    </message>
    <message>
        <source>For safety each code lives for %1 minutes only.</source>
        <translation>安全のため、コードの有効時間は%1分です。</translation>
    </message>
    <message>
        <source>Get a new code if that was not what you wanted.</source>
        <translation>意図しない場合は、コードを更新してください。</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>数秒かかります。</translation>
    </message>
    <message>
        <source>%1 App: “Scan QR code (%2)”, then “Start scan”.</source>
        <translation>%1アプリの「QRコード（%2）のスキャン」→「スキャン開始」</translation>
    </message>
    <message>
        <source>Without a camera, type this code on the phone.</source>
        <translation>カメラがない場合は、このコードを入力します。</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <translation>コードを更新</translation>
    </message>
</context>
<context>
    <name>CarRail</name>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mobile devices</source>
        <translation>携帯機器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>メインメニュー</translation>
    </message>
</context>
<context>
    <name>CarSettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>表示モード</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>昼</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Sounds for touches, messages and calls</source>
        <translation>操作音、通知音、着信音</translation>
    </message>
    <message>
        <source>Enter activation code</source>
        <translation>アクティベーションコードの入力</translation>
    </message>
    <message>
        <source>Reset the car</source>
        <translation>クルマを初期化</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
</context>
<context>
    <name>CarSignalBars</name>
    <message>
        <source>Signal unknown</source>
        <translation>電波状態は不明です</translation>
    </message>
    <message>
        <source>Signal: %1 of 4</source>
        <translation>電波：4本中%1本</translation>
    </message>
</context>
<context>
    <name>CarSyncPage</name>
    <message>
        <source>Your settings in this car</source>
        <translation>設定の反映</translation>
    </message>
    <message>
        <source>Use the settings of your %1</source>
        <translation>%1の設定をクルマに反映する</translation>
    </message>
    <message>
        <source>Language, appearance and sounds are loaded from the service.</source>
        <translation>言語、表示モード、音の設定をクルマに反映します。</translation>
    </message>
    <message>
        <source>Keep the settings of this car</source>
        <translation>このクルマの設定を使う</translation>
    </message>
    <message>
        <source>Nothing changes here; your other cars keep theirs.</source>
        <translation>このクルマの設定は変わりません。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
</context>
<context>
    <name>CarTalk</name>
    <message>
        <source>Call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>ミュート中</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Key pad</source>
        <translation>キーパッド</translation>
    </message>
    <message>
        <source>Take back</source>
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
        <source>Reject</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>ほかの画面</translation>
    </message>
    <message>
        <source>Hide keys</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>かけ直す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Put the call aside</source>
        <translation>通話中にほかの画面を見る</translation>
    </message>
</context>
<context>
    <name>CarTelephonePage</name>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Recent (%1)</source>
        <translation>履歴 (%1)</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Key pad</source>
        <translation>キーパッド</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>番号を入力</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>発信</translation>
    </message>
    <message>
        <source>No contacts were read</source>
        <translation>連絡先を読み込めませんでした</translation>
    </message>
    <message>
        <source>Connect your phone by Bluetooth; the car reads its contacts then.</source>
        <translation>スマートフォンをBluetoothで接続すると、連絡先が読み込まれます。</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>履歴はまだありません</translation>
    </message>
    <message>
        <source>Calls that you make, take or miss in this car are listed here.</source>
        <translation>このクルマでの発信、着信、不在着信がここに表示されます。</translation>
    </message>
    <message>
        <source>Allow %1 to share its contacts with the car.</source>
        <translation>%1で、クルマとの連絡先の共有を許可してください。</translation>
    </message>
    <message>
        <source>Mobile devices</source>
        <translation>携帯機器</translation>
    </message>
</context>
<context>
    <name>CarTelephonyOverlay</name>
    <message>
        <source>Calls by personal eSIM</source>
        <translation>パーソナルeSIMによる通話</translation>
    </message>
    <message>
        <source>Your personal eSIM is ready for mobile data. It can also make and take calls on your own number. For that, connect your phone by Bluetooth in the next step.</source>
        <translation>パーソナルeSIMでモバイルデータを使えます。お客様の電話番号で通話もする場合は、次の画面でスマートフォンを接続してください。</translation>
    </message>
    <message>
        <source>Also activate telephone functions</source>
        <translation>さらに電話を有効化</translation>
    </message>
    <message>
        <source>Mobile data only</source>
        <translation>モバイルデータのみ</translation>
    </message>
</context>
<context>
    <name>CarTopBar</name>
    <message>
        <source>DEMO</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>No modem</source>
        <translation>モデムなし</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
</context>
<context>
    <name>CarVehicleKeyPage</name>
    <message>
        <source>Vehicle key</source>
        <translation>車両キー</translation>
    </message>
    <message>
        <source>Your key opens the car with your settings.</source>
        <translation>このキーで乗車すると、ご自分の設定になります。</translation>
    </message>
    <message>
        <source>Further settings</source>
        <translation>その他の設定</translation>
    </message>
</context>
</TS>
