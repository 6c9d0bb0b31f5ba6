"""Activation codes: what a person types or scans to get a profile (SGP.22 §4.1)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

FORMAT = "1"
LONGEST = 255
"""Characters of a whole code (SGP.22 §4.1)."""
_PREFIX = re.compile(r"lpa\s*:", re.IGNORECASE)
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_MATCHING_ID = re.compile(r"[!-#%-~]*")
_OID = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*))+")


class ActivationCodeError(ValueError):
    """The text is no activation code. `reason` is one of `empty`, `long`, `format`, `fields`, `address`,
    `matching_id`, `oid`, `flag`: what is wrong with it.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class ActivationCode:
    """The five fields; the first, the format, is always 1.

    `smdp_address` is a host name as the server spells it, without a port. `matching_id` may be empty (the server
    then looks for the EID), `smdp_oid` is dotted and may be empty. The confirmation code itself is never in here.
    """

    smdp_address: str
    matching_id: str = ""
    smdp_oid: str = ""
    confirmation_required: bool = False

    def __post_init__(self) -> None:
        if not is_address(self.smdp_address):
            raise ActivationCodeError("address")
        if not _MATCHING_ID.fullmatch(self.matching_id):
            raise ActivationCodeError("matching_id")
        if self.smdp_oid and not _OID.fullmatch(self.smdp_oid):
            raise ActivationCodeError("oid")
        if len(str(self)) > LONGEST:
            raise ActivationCodeError("long")

    @classmethod
    def parse(cls, text: str) -> ActivationCode:
        """Read a typed or scanned code; raises `ActivationCodeError`.

        White space anywhere, `LPA:` in any case or missing, full-width letters of a Japanese keyboard and fields
        beyond the fifth (which later versions may add) are let pass.
        """
        plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
        plain = _PREFIX.sub("", plain, count=1) if _PREFIX.match(plain) else plain
        if not plain:
            raise ActivationCodeError("empty")
        if len(plain) > LONGEST * 2:
            raise ActivationCodeError("long")
        version, *fields = plain.split("$")
        if version != FORMAT:
            raise ActivationCodeError("format")
        if len(fields) < 2:
            raise ActivationCodeError("fields")
        address, matching_id, oid, flag = (*fields, "", "")[:4]
        if flag not in ("", "0", "1"):
            raise ActivationCodeError("flag")
        return cls(address, matching_id, oid, flag == "1")

    def __str__(self) -> str:
        """As a QR code holds it, without empty fields at the end."""
        fields = [FORMAT, self.smdp_address, self.matching_id]
        if self.smdp_oid or self.confirmation_required:
            fields.append(self.smdp_oid)
        if self.confirmation_required:
            fields.append("1")
        return "LPA:" + "$".join(fields)


def is_address(text: str) -> bool:
    """Whether `text` can be the name of an SM-DP+: labels between dots, no scheme, no port, no path."""
    return 0 < len(text) <= 253 and all(_LABEL.fullmatch(label) for label in text.split("."))
