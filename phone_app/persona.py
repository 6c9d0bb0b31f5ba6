"""Whose phone it is: the person of the demonstration whose SIM is in it, with number and the phone's first name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.errors import BenchError


@dataclass(frozen=True)
class Persona:
    """`names`: the phone's first name by language. `imsi` "" means that the demonstration knows no SIM for it."""

    email: str
    imsi: str
    number: str
    names: dict[str, str]


def persona_of(demo: Mapping[str, Any], who: str = "") -> Persona:
    """The person `who`: an e-mail, or what stands before its first dot or @ ("mio"); "" is the phone's owner.

    Raises `persona.unknown {name, known}`.
    """
    phone = demo["phone"]
    people = {str(account["email"]): account for account in demo["accounts"]}
    email = _find(who, list(people)) if who else str(phone["owner"])
    line: Mapping[str, Any] = next((line for line in demo.get("lines", []) if line.get("owner") == email), {})
    number = str(line.get("msisdn") or (phone["msisdn"] if email == phone["owner"] else ""))
    account = people.get(email, {})
    names = {
        language: str(phone[f"name_{language}"])
        if email == phone["owner"]
        else str(phone[f"name_of_{language}"]).format(given=_given(account, language))
        for language in ("ja", "en")
    }
    return Persona(email, str(line.get("imsi") or ""), number, names)


def _find(who: str, emails: list[str]) -> str:
    short = {email.partition("@")[0].partition(".")[0]: email for email in emails}
    email = who if who in emails else short.get(who)
    if email is None:
        raise BenchError("persona.unknown", name=who, known=", ".join(short))
    return email


def _given(account: Mapping[str, Any], language: str) -> str:
    names = str(account.get(f"name_{language}") or "").split()
    if not names:
        return str(account.get("email") or "").partition("@")[0]
    return names[-1] if language == "ja" else names[0]
