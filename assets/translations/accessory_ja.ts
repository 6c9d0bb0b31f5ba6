<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AccessoryBody</name>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
</context>
<context>
    <name>AccessoryCallPage</name>
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
        <source>On hold: %1</source>
        <extracomment>%1: the number of the call that waits meanwhile</extracomment>
        <translation>保留中：%1</translation>
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
        <source>Swap</source>
        <translation>切り替え</translation>
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
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>AccessoryDialPage</name>
    <message>
        <source>No number yet</source>
        <translation>番号は未入力です</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを送る</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話をかける</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>1文字消す</translation>
    </message>
</context>
<context>
    <name>AccessoryHomePage</name>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>AccessoryIncomingPage</name>
    <message>
        <source>Number withheld</source>
        <translation>非通知</translation>
    </message>
    <message>
        <source>Second call</source>
        <translation>別の電話</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>着信</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
</context>
<context>
    <name>AccessoryMenuPage</name>
    <message>
        <source>SMS receive priority</source>
        <translation>SMSの受信優先</translation>
    </message>
    <message>
        <source>No service. Try again when there is reception.</source>
        <translation>圏外です。電波の届く場所でもう一度お試しください。</translation>
    </message>
    <message>
        <source>Prefer this device</source>
        <translation>この端末を優先する</translation>
    </message>
</context>
<context>
    <name>AccessoryMessagesPage</name>
    <message>
        <source>Sending…</source>
        <translation>送信中…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>配信済み</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>To %1 · %2</source>
        <extracomment>%1: who a message was sent to, %2: what became of it</extracomment>
        <translation>%1 へ・%2</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>メッセージはありません</translation>
    </message>
</context>
<context>
    <name>AccessoryReleasedPage</name>
    <message>
        <source>Released</source>
        <translation>登録解除</translation>
    </message>
    <message>
        <source>The One Number registration of this device was released. Calls and messages do not come here any more.</source>
        <translation>この端末のワンナンバー登録は解除されました。電話もSMSも、この端末には届きません。</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>もう一度登録する</translation>
    </message>
</context>
<context>
    <name>AccessoryServicePage</name>
    <message>
        <source>Asking the network…</source>
        <translation>ネットワークに確認しています…</translation>
    </message>
    <message>
        <source>No service. Try again when there is reception.</source>
        <translation>圏外です。電波の届く場所でもう一度お試しください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>AccessorySetUpPage</name>
    <message>
        <source>Use the number of your phone, %1, on this device too.</source>
        <extracomment>%1: the telephone number of the phone</extracomment>
        <translation>スマートフォンの番号 %1 を、この端末でも使えるようにします。</translation>
    </message>
    <message>
        <source>Set up One Number</source>
        <translation>ワンナンバー登録</translation>
    </message>
    <message>
        <source>Network PIN</source>
        <translation>ネットワーク暗証番号</translation>
    </message>
    <message>
        <source>%1 of 4 digits</source>
        <extracomment>%1 of four digits are typed</extracomment>
        <translation>4桁中%1桁</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>1文字消す</translation>
    </message>
    <message>
        <source>Registering this device…</source>
        <translation>この端末を登録しています…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
</context>
<context>
    <name>AccessoryStatusBar</name>
    <message>
        <source>No service</source>
        <translation>圏外</translation>
    </message>
</context>
<context>
    <name>AccessoryWords</name>
    <message>
        <source>The network PIN is wrong. Tries left: %1</source>
        <extracomment>%1: how many tries are left</extracomment>
        <translation>ネットワーク暗証番号が違います。残り%1回</translation>
    </message>
    <message>
        <source>The network PIN is locked. Call 151 from your phone.</source>
        <translation>ネットワーク暗証番号がロックされています。スマートフォンから151へお電話ください。</translation>
    </message>
    <message>
        <source>This number has no One Number service. Order it on the procedure site.</source>
        <translation>この電話番号は、ワンナンバーサービスを契約していません。オンライン手続きサイトでお申し込みください。</translation>
    </message>
    <message>
        <source>Five accessories share this number already. Release one on the management site.</source>
        <translation>アクセサリ端末がすでに5台登録されています。管理サイトで1台の登録を解除してください。</translation>
    </message>
    <message>
        <source>An accessory uses this number already. Order the Multi-Device Option, or release it.</source>
        <translation>アクセサリ端末がすでに登録されています。マルチデバイスオプションを申し込むか、登録を解除してください。</translation>
    </message>
    <message>
        <source>The operator has no SIM left. Try again later.</source>
        <translation>登録できるSIMがありません。しばらくしてからお試しください。</translation>
    </message>
    <message>
        <source>The operator does not know this number.</source>
        <translation>この電話番号は登録できません。</translation>
    </message>
    <message>
        <source>The operator cannot be reached. Try again.</source>
        <translation>通信事業者に接続できません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The SIM could not be stored. Free some space, then try again.</source>
        <translation>登録情報を保存できません。空き容量を確保してからお試しください。</translation>
    </message>
    <message>
        <source>The set-up did not work. Try again.</source>
        <translation>設定できませんでした。もう一度お試しください。</translation>
    </message>
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
        <translation>拒否されました</translation>
    </message>
    <message>
        <source>Cannot be reached just now</source>
        <translation>電波の届かない場所にいるか、電源が入っていません</translation>
    </message>
    <message>
        <source>This number is not in use</source>
        <translation>この番号は使われていません</translation>
    </message>
    <message>
        <source>This line may not make this call</source>
        <translation>この回線からは発信できません</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>接続が切れました</translation>
    </message>
    <message>
        <source>Ended by an emergency call of your number</source>
        <translation>同じ番号の緊急通報のため終了しました</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>圏外です</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>通話終了</translation>
    </message>
</context>
<context>
    <name>AccessoryWritePage</name>
    <message>
        <source>I will be a little late.</source>
        <translation>少し遅れます。</translation>
    </message>
    <message>
        <source>I am driving. I will call you later.</source>
        <translation>運転中です。あとで電話します。</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>ありがとう！</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>To %1</source>
        <extracomment>%1: a telephone number</extracomment>
        <translation>%1 へ</translation>
    </message>
</context>
</TS>
