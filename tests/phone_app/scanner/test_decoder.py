"""Decoding: what is read, what never crashes, and that the budget is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from phone_app.scanner import decoder as decoder_module
from phone_app.scanner.decoder import Decoder, decode
from phone_app.scanner.footage import LEVELS, make_clip
from phone_app.scanner.zxing import find_codes

from .conftest import TEXT


def test_a_plain_code_is_read_in_gray_and_colour(photo: Callable[..., Any]) -> None:
    assert decode(photo()) == [TEXT]
    assert decode(photo()[:, :, 0]) == [TEXT]


def test_nothing_is_read_where_there_is_none(photo: Callable[..., Any]) -> None:
    assert decode(photo(None)) == []


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01\x0e\x0f\x1b[31m",
        "\x0eSO then SI\x0f",
        "emoji 🚗🔑 and 日本語",
        "]Q2\\000026",
        "javascript:alert(1)",
        "A" * 1800,
        b"\xff\xfe\x80\x81 not UTF-8",
        "<script>" * 20,
        "0123456789" * 300,
    ],
)
def test_hostile_payloads_are_only_text(text: str | bytes, photo: Callable[..., Any]) -> None:
    picture = photo(None)
    from phone_app.scanner.footage import qr_image

    code = qr_image(text, 3)  # type: ignore[arg-type]
    picture = np.full((code.shape[0] + 60, code.shape[1] + 60), 200, np.uint8)
    picture[30:-30, 30:-30] = code
    found = decode(picture)
    assert len(found) == 1
    assert isinstance(found[0], str)
    if isinstance(text, str):
        assert found == [text]


def test_a_character_set_named_in_the_code_is_followed() -> None:
    import zxingcpp

    text = "ECI: 予約 ключ 🔑"  # zxing writes an extended channel interpretation (ISO/IEC 18004 §7.4.2) for this
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    assert decode(np.kron(np.array(made.to_image()), np.ones((4, 4), np.uint8))) == [text]


def test_two_codes_are_both_read_and_repeats_told_once(photo: Callable[..., Any]) -> None:
    row = np.hstack([photo("first"), photo("second"), photo("first")])
    assert sorted(decode(row)) == ["first", "second"]


def test_light_on_dark_is_read(photo: Callable[..., Any]) -> None:
    assert decode(255 - photo()) == [TEXT]


def unread_by_zxing(level: str, seed: int) -> tuple[str, list[Any]]:
    text, pictures = make_clip(next(one for one in LEVELS if one.name == level), seed)
    clip = [picture for number, picture in enumerate(pictures) if number < 24]
    return text, [picture for picture in clip if not any(code.text == text for code in find_codes(picture))]


@pytest.mark.parametrize("level", ["L6", "L8"])
def test_what_zxing_alone_cannot_read_is_rescued(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder_module, "BUDGET", 1.0)  # what can be read, not how quickly a busy machine is
    text, pictures = unread_by_zxing(level, 7)
    assert len(pictures) > 20
    assert sum(text in decode(picture) for picture in pictures) >= 2


def test_no_wrong_text_comes_out_of_the_retries() -> None:
    reader = Decoder(budget=1.0)
    for level in ("L4", "L6"):
        text, pictures = unread_by_zxing(level, 9)
        for picture in pictures:
            assert {code.text for code in reader.read(picture).codes} <= {text}


def test_the_same_picture_gives_the_same_answer_and_stays_as_it_is(photo: Callable[..., Any]) -> None:
    picture = photo()
    before = picture.copy()
    picture.setflags(write=False)
    assert decode(picture) == decode(picture) == [TEXT]
    assert np.array_equal(picture, before)


def test_corners_are_where_the_code_is_also_when_reduced(photo: Callable[..., Any]) -> None:
    large = np.kron(photo(module=4), np.ones((7, 7, 1), np.uint8))
    (code,) = Decoder().read(large).codes
    middle = code.corners.mean(axis=0)
    assert np.allclose(middle, (large.shape[1] / 2, large.shape[0] / 2), atol=30)


def test_a_place_is_remembered_and_forgotten(photo: Callable[..., Any]) -> None:
    reader = Decoder()
    reader.read(photo())
    assert reader._hint is not None
    for _ in range(decoder_module.MEMORY + 1):
        reader.read(photo(None))
    assert reader._hint is None


def test_retries_end_with_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(np.arange(0, 100, 0.005).tolist())
    monkeypatch.setattr(decoder_module, "perf_counter", lambda: next(seconds))
    tried: list[str] = []
    real = decoder_module._try
    monkeypatch.setattr(decoder_module, "_try", lambda view, *rest: (tried.append(view.name), real(view, *rest))[1])
    noise = np.random.default_rng(1).integers(0, 255, (480, 640), np.uint8)
    Decoder(budget=0.024).read(noise)
    # The clock steps 5 ms at each look: the first pass takes one step, and 2 ms must be left for another view.
    assert len(tried) == 3


ANY_ARRAY = hnp.arrays(
    dtype=st.sampled_from([np.uint8, np.uint16, np.int16, np.float32, np.float64, np.bool_, np.complex64]),
    shape=hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=60),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_ARRAY)
def test_no_array_brings_it_down(array: Any) -> None:
    assert isinstance(decode(array), list)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(21, 300), st.integers(21, 300), st.sampled_from([0, 1, 3, 4]))
def test_noise_of_any_size_reads_as_nothing(seed: int, height: int, width: int, planes: int) -> None:
    shape = (height, width, planes) if planes else (height, width)
    noise = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    assert decode(noise) == []


@pytest.mark.parametrize(
    "thing",
    [
        None,
        "text",
        b"bytes",
        42,
        [],
        [[1, 2], [3]],
        {},
        np.array([object()]),
        np.zeros((0, 10)),
        np.full((30, 30), np.nan),
        np.zeros((30, 100_000), np.uint8),
        np.zeros((21, 21, 3), np.uint8),
        np.array([["a"] * 30] * 30),
    ],
)
def test_no_thing_brings_it_down(thing: Any) -> None:
    assert decode(thing) == []


def test_unusual_memory_is_read(photo: Callable[..., Any], tmp_path: Any) -> None:
    picture = photo()
    assert decode(picture[:, ::-1][:, ::-1]) == [TEXT]
    assert decode(np.asfortranarray(picture)) == [TEXT]
    assert decode(np.dstack([picture, picture[:, :, :1]])) == [TEXT]
    assert decode(picture[:, :, 0] / 255.0) == [TEXT]
    mapped = np.memmap(tmp_path / "picture", np.uint8, "w+", shape=picture.shape)
    mapped[:] = picture
    assert decode(mapped) == [TEXT]


def test_a_huge_picture_is_reduced_and_read(photo: Callable[..., Any]) -> None:
    assert decode(np.kron(photo()[:, :, 0], np.ones((14, 14), np.uint8))) == [TEXT]
