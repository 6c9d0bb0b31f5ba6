"""The modem's side of V.250."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware_bridge.at.grammar import CommandLineReader, GrammarError, Request, parse_command_line
from firmware_bridge.at.values import arguments_of, split_arguments


def test_basic_and_extended_commands_run_together() -> None:
    assert parse_command_line("E0V1+CMEE=1;+CSQ") == [
        Request("E", "execute", "0"),
        Request("V", "execute", "1"),
        Request("+CMEE", "set", "1"),
        Request("+CSQ", "execute"),
    ]


def test_forms_and_registers() -> None:
    assert parse_command_line("s3=13;S3?&F&C1+cops=?;+CREG?") == [
        Request("S3", "set", "13"),
        Request("S3", "read"),
        Request("&F", "execute"),
        Request("&C", "execute", "1"),
        Request("+COPS", "test"),
        Request("+CREG", "read"),
    ]


def test_quoted_text_keeps_spaces_commas_and_semicolons() -> None:
    [request] = parse_command_line('+X= 1 , "a; b,c" ,')
    assert request.arguments == ["1", "a; b,c", ""]


def test_a_dial_string_ends_at_its_semicolon() -> None:
    assert [item.raw for item in parse_command_line("DT0900,1;")] == ["T0900,1;"]


@pytest.mark.parametrize("line", ["+CSQ!", "=", "+CREG?1", "\x07"])
def test_what_is_no_command_is_refused(line: str) -> None:
    with pytest.raises(GrammarError):
        parse_command_line(line)


@given(st.text(alphabet='ATDS+C=?;",0 &', max_size=40))
def test_any_line_is_parsed_or_refused(line: str) -> None:
    try:
        requests = parse_command_line(line)
    except GrammarError:
        return
    assert all(request.name for request in requests)


@given(st.lists(st.integers(0, 60)))
def test_command_lines_are_found_however_they_arrive(marks: list[int]) -> None:
    text = b"\x00noise AT+CSQ\r\natE0\r\n\nAT\rA/\r\n"
    reader = CommandLineReader()
    points = sorted({0, len(text), *(mark % len(text) for mark in marks)})
    found = [
        command
        for start, end in itertools.pairwise(points)
        for _, command in reader.feed(text[start:end])
        if command is not None
    ]
    assert found == ["+CSQ", "E0", "", ""]
    assert reader.is_empty


def test_an_endless_command_line_is_forgotten() -> None:
    reader = CommandLineReader()
    assert reader.feed(b"A" * 10_000) == []
    assert reader.is_empty


def test_arguments_of_answers() -> None:
    assert arguments_of('+COPS: (2,"A, B","A","00101",7),,(0-4)')[0].startswith("(2,")
    assert arguments_of('+CGLA: 4,"9000"') == ["4", "9000"]
    assert arguments_of("1") == ["1"]
    assert split_arguments(" 2,1, 1F00, 79D903 ,7") == ["2", "1", "1F00", "79D903", "7"]


def letter_by_letter(text: str) -> list[str]:
    """Arguments as the standard has it, without haste: a comma in quotes does not split."""
    found, quoted = [""], False
    for letter in text:
        quoted ^= letter == '"'
        if letter == "," and not quoted:
            found.append("")
        else:
            found[-1] += letter
    return [part.strip() for part in found] if text.strip() else []


@given(st.text('a1," \0)', max_size=20))
def test_arguments_are_cut_as_letter_by_letter(text: str) -> None:
    assert split_arguments(text) == letter_by_letter(text)
