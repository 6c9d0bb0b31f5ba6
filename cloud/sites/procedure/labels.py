"""What the operator's pages print in Japanese in both languages.

The English guide quotes these words in Japanese (rows BMW-EN-SP-14a…27, 30), so the English pages show them too, with
an English gloss below. All other words are in the translation files.
"""

from __future__ import annotations

PRINTED = {
    "pin_submit": "暗証番号確認",  # BMW-JP-SP-14a
    "terms_base": "ワンナンバーサービス 注意事項・利用規約・パーソナルデータの取扱い",  # BMW-JP-SP-17
    "terms_option": "マルチデバイスオプション 注意事項・利用規約・パーソナルデータの取扱い",  # BMW-JP-SP-30
    "close": "閉じる",  # BMW-JP-SP-18
    "agree_base": "ワンナンバーサービスの注意事項・利用規約・パーソナルデータの取扱いに同意する",  # BMW-JP-SP-19
    "agree_option": "マルチデバイスオプションの注意事項・利用規約・パーソナルデータの取扱いに同意する",  # BMW-EN-SP-30
    "name": "氏名",  # BMW-JP-SP-20
    "kana": "フリガナ",
    "kanji": "漢字",
    "birth_date": "生年月日",
    "address": "住所",  # BMW-JP-SP-21
    "next": "次へ",  # BMW-JP-SP-23, 24
    "complete": "手続きを完了する",  # BMW-JP-SP-26
    "completed": "お手続きが完了いたしました",  # BMW-JP-SP-27, 31
    "back": "戻る",
}
ITEM_BASE = {"ja": "ワンナンバーサービスを申し込む", "en": "ワンナンバーサービスを申込み"}
"""The check box of step 16: the two guides print it differently (BMW-JP-SP-16, BMW-EN-SP-16)."""
