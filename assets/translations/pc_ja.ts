<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>PcAddressField</name>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Type an address</source>
        <translation>アドレスを入力</translation>
    </message>
</context>
<context>
    <name>PcMain</name>
    <message>
        <source>PC</source>
        <translation>パソコン</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
</context>
<context>
    <name>PcProblem</name>
    <message>
        <source>This page did not answer.</source>
        <translation>このページから応答がありません。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. The server may be off; try again when it runs.</source>
        <translation>%1に接続できません。サーバーが停止している可能性があります。起動後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>PcStartPage</name>
    <message>
        <source>One Number service for cars</source>
        <translation>クルマ向けワンナンバーサービス</translation>
    </message>
    <message>
        <source>%1 web portal</source>
        <translation>%1 Webポータル</translation>
    </message>
    <message>
        <source>Online procedures of the carrier</source>
        <translation>通信事業者のオンライン手続き</translation>
    </message>
    <message>
        <source>One Number management site</source>
        <translation>ワンナンバー管理サイト</translation>
    </message>
    <message>
        <source>Aeon Bank: Mynapoint</source>
        <translation>イオン銀行&#x3000;マイナポイント</translation>
    </message>
    <message>
        <source>Inspector of the bench</source>
        <translation>ベンチのインスペクター</translation>
    </message>
    <message>
        <source>Where would you like to go?</source>
        <translation>どのページを開きますか？</translation>
    </message>
    <message>
        <source>These are pages of the bench on this machine; none of them is the real service.</source>
        <translation>表示されるのは、このパソコンで動くベンチのページです。実際のサービスではありません。</translation>
    </message>
</context>
</TS>
