"""Phrases that hold together: nothing is lost, nothing is added but joiners, and lines break between phrases."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.ui.phrases import WORD_JOINER, keep_phrases, keep_phrases_in, without_joiners

japanese = st.text(alphabet="あいうえおのはがをに接続確認再度電話番号カタカナabc123 %、。\n", max_size=60)


@given(japanese)
def test_a_person_reads_the_same(text):
    assert without_joiners(keep_phrases(text)) == text


def test_a_sentence_breaks_between_its_phrases_only():
    held = keep_phrases("接続を確認して、もう一度お試しください。")
    pieces = [without_joiners(piece) for piece in _breakable(held)]
    assert pieces == ["接続を", "確認して、", "もう", "一度", "お試しください。"]


def test_short_labels_and_english_stay_as_they_are():
    assert keep_phrases("携帯機器") == "携帯機器"
    assert keep_phrases("Setting up personal eSIM…") == "Setting up personal eSIM…"


def test_places_for_values_are_not_torn():
    assert "%1" in keep_phrases("パスワードの間違いが続いたため、%1分間ロックされています。")


def test_a_whole_file_is_treated():
    message = "<message><translation>接続を確認して、もう一度お試しください。</translation></message>"
    assert WORD_JOINER in keep_phrases_in(f"<TS><context>{message}</context></TS>")


def _breakable(text):
    piece, pieces = text[:1], []
    for before, letter in pairwise(text):
        if WORD_JOINER not in (before, letter):
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
