"""APDUs and status words in words, for people who read a transcript (SGP.22 §5.7, TS 102 221 §10.2)."""

from __future__ import annotations

from core.rsp import tlv

NAMES = {
    0xBF20: "EUICCInfo1", 0xBF21: "PrepareDownload", 0xBF22: "EUICCInfo2", 0xBF23: "InitialiseSecureChannel",
    0xBF25: "StoreMetadata", 0xBF27: "ProfileInstallationResultData", 0xBF28: "ListNotification",
    0xBF29: "SetNickname", 0xBF2B: "RetrieveNotificationsList", 0xBF2D: "ProfileInfoList",
    0xBF2E: "EUICCChallenge", 0xBF2F: "NotificationMetadata", 0xBF30: "NotificationSent", 0xBF31: "EnableProfile",
    0xBF32: "DisableProfile", 0xBF33: "DeleteProfile", 0xBF34: "EuiccMemoryReset", 0xBF36: "BoundProfilePackage",
    0xBF37: "ProfileInstallationResult", 0xBF38: "AuthenticateServer", 0xBF3C: "EuiccConfiguredAddresses",
    0xBF3E: "EuiccData", 0xBF3F: "SetDefaultDpAddress", 0xBF41: "CancelSession", 0xBF43: "RulesAuthorisationTable",
    0x5A: "ICCID/EID", 0x4F: "AID", 0x5C: "tagList", 0x5F37: "signature", 0x5F49: "publicKey", 0x9F70: "state",
    0xE3: "ProfileInfo", 0x6F: "FCI", 0x62: "FCP", 0x84: "name",
    0x86: "profileElements", 0x87: "encrypted", 0x88: "metadata",
}  # fmt: skip
INSTRUCTIONS = {
    0xA4: "SELECT", 0xE2: "STORE DATA", 0xC0: "GET RESPONSE", 0x70: "MANAGE CHANNEL", 0xB0: "READ BINARY",
    0xB2: "READ RECORD", 0xF2: "STATUS", 0xAA: "TERMINAL CAPABILITY", 0x20: "VERIFY PIN", 0xD6: "UPDATE BINARY",
}  # fmt: skip
STATUS = {
    0x9000: "ok", 0x6700: "wrong length", 0x6881: "channel closed or not supported", 0x6982: "security not satisfied",
    0x6985: "conditions not satisfied", 0x6A80: "wrong data", 0x6A81: "function not supported",
    0x6A82: "not found", 0x6A84: "not enough memory", 0x6A86: "wrong P1 P2", 0x6A88: "no such function or data",
    0x6B00: "wrong offset", 0x6D00: "unknown instruction", 0x6E00: "unknown class", 0x6F00: "out of order",
    0x6581: "memory failure",
}  # fmt: skip
MOST_TAGS = 12
"""Names in one line; a list of profiles may hold many."""


def status_in_words(status: int) -> str:
    """`status` in hex with its meaning."""
    kind, count = status >> 8, status & 0xFF
    if kind == 0x61:
        meaning = f"{count or 256} more bytes"
    elif kind == 0x6C:
        meaning = f"expects Le {count}"
    elif kind == 0x91:
        meaning = "ok, and the card wants something (REFRESH)"
    elif kind == 0x63 and count >> 4 == 0xC:
        meaning = f"{count & 0xF} tries left"
    else:
        meaning = STATUS.get(status, "unknown")
    return f"{status:04X} {meaning}"


def command_in_words(apdu: bytes) -> str:
    """One command APDU. Of a STORE DATA chain only the first block names what it carries."""
    if len(apdu) < 4:
        return "no APDU"
    name = INSTRUCTIONS.get(apdu[1], f"INS {apdu[1]:02X}")
    data = apdu[5 : 5 + apdu[4]] if len(apdu) > 5 else b""
    if apdu[1] == 0xE2:
        last = " (last)" if apdu[2] & 0x80 else ""
        content = f": {tags_in_words(data)}" if apdu[3] == 0 and data else ""
        return f"{name} block {apdu[3]}{last}, {len(data)} bytes{content}"
    if apdu[1] == 0xA4:
        return f"{name} {data.hex().upper()}"
    return f"{name} {apdu[2]:02X} {apdu[3]:02X}" + (f", {len(data)} bytes" if data else "")


def response_in_words(raw: bytes, continues: bool = False) -> str:
    """One answer: the tags in its data, and the status word. What `continues` an earlier answer is only counted."""
    if len(raw) < 2:
        return "no status word"
    data, status = raw[:-2], int.from_bytes(raw[-2:], "big")
    if not data:
        return status_in_words(status)
    content = f"{len(data)} bytes more" if continues else tags_in_words(data)
    return f"{content} · {status_in_words(status)}"


def tags_in_words(data: bytes) -> str:
    """The names of the TLVs at the beginning of `data`, which may be cut, and of those in the first of them."""
    try:
        tag, length, start = tlv.read_head(data)
    except tlv.TlvError:
        return f"{len(data)} bytes"
    inner = _names(data[start : start + length]) if _is_constructed(tag) else []
    rest = _names(data[start + length :])
    return ", ".join([_name(tag) + (f" {{{', '.join(inner)}}}" if inner else ""), *rest])


def _names(data: bytes) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(data):
        try:
            tag, length, start = tlv.read_head(data, at)
        except tlv.TlvError:
            break
        if len(found) == MOST_TAGS:
            return [*found, "…"]
        found.append(_name(tag))
        at = start + length
    return found


def _name(tag: int) -> str:
    return f"{tag:02X} {NAMES[tag]}" if tag in NAMES else f"{tag:02X}"


def _is_constructed(tag: int) -> bool:
    first = tag
    while first > 0xFF:
        first >>= 8
    return bool(first & 0x20)
