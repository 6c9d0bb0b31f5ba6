"""Every refusal of the SM-DP+ with the standard's status code: a subject and a reason (SGP.22 §5.2.6, §5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Status:
    """`statusCodeData` of an answer: dotted codes and words for people who read a log."""

    subject: str
    reason: str
    message: str


class Refusal(Enum):
    """Why a function was not carried out. The names are also the kinds of the fault port `smdp.server`."""

    FUNCTION_INVALID = Status("1.6", "2.1", "The request makes no sense")
    ELEMENT_MISSING = Status("1.6", "2.2", "A mandatory element is missing")
    FUNCTION_UNKNOWN = Status("1.6", "3.9", "No such function")
    PROTOCOL_VERSION = Status("1.3.2", "3.1", "The version of the protocol is not supported")
    REQUESTER_REFUSED = Status("1.1", "1.2", "The caller may not use this function")

    ADDRESS_REFUSED = Status("8.8.1", "3.8", "Invalid SM-DP+ address")
    CI_FOR_SIGNING = Status("8.8.2", "3.1", "None of the card's issuers for signing is supported")
    VERSION_UNSUPPORTED = Status("8.8.3", "3.1", "The card's version of the specification is not supported")
    NO_CERTIFICATE = Status("8.8.4", "3.7", "No certificate under an issuer that the card verifies")

    TRANSACTION_UNKNOWN = Status("8.10.1", "3.9", "Unknown transaction")
    CI_UNKNOWN = Status("8.11.1", "3.9", "The card maker's certificate is under an unknown issuer")
    EUM_REFUSED = Status("8.1.2", "6.1", "The card maker's certificate does not hold")
    EUM_EXPIRED = Status("8.1.2", "6.3", "The card maker's certificate has expired")
    EUICC_REFUSED = Status("8.1.3", "6.1", "The card's certificate does not hold")
    EUICC_EXPIRED = Status("8.1.3", "6.3", "The card's certificate has expired")
    EID_RANGE = Status("8.1.4", "6.1", "The EID is outside the card maker's range")
    CARD_REFUSED = Status("8.1", "6.1", "The card's answer does not hold")
    CARD_FULL = Status("8.1", "4.8", "Not enough memory on the card")

    MATCHING_ID_REFUSED = Status("8.2.6", "3.8", "No such matching identifier")
    EID_REFUSED = Status("8.1.1", "3.8", "The profile is for another card")
    NOT_RELEASED = Status("8.2", "1.2", "The profile is not released yet")
    NO_ELIGIBLE_PROFILE = Status("8.2.5", "4.3", "No profile that this card can use")
    PROFILE_UNAVAILABLE = Status("8.2", "3.7", "The profile package is not available for a new binding")
    ORDER_EXPIRED = Status("8.8.5", "4.10", "The download order has expired")
    RETRIES_EXCEEDED = Status("8.8.5", "6.4", "Too many tries to download")
    CODE_MISSING = Status("8.2.7", "2.2", "The confirmation code is missing")
    CODE_REFUSED = Status("8.2.7", "3.8", "The confirmation code is wrong")
    CODE_RETRIES_EXCEEDED = Status("8.2.7", "6.4", "Too many wrong confirmation codes")
    OID_REFUSED = Status("8.8", "3.10", "The session is with another SM-DP+")

    ICCID_UNKNOWN = Status("8.2.1", "3.9", "No such profile")
    ICCID_IN_USE = Status("8.2.1", "3.3", "The profile is in another state")
    TYPE_UNKNOWN = Status("8.2.5", "3.9", "No such profile type")
    TYPE_EXHAUSTED = Status("8.2.5", "3.7", "No profile of this type is left")
    TYPE_REFUSED = Status("8.2.5", "3.8", "The profile is of another type")
    EID_ASSOCIATION = Status("8.1.1", "3.10", "The order is for another EID")
    MATCHING_ID_IN_USE = Status("8.2.6", "3.3", "The matching identifier is taken")
    MATCHING_ID_ASSOCIATION = Status("8.2.6", "3.10", "The order has another matching identifier")

    @property
    def fault_kind(self) -> str:
        """Its name on the fault port."""
        return self.name.lower()


class Refused(Exception):  # noqa: N818 - a refusal is an answer, no error
    """A function is refused; `identifier` is what the refusal is about, if that helps (an ICCID, a field)."""

    def __init__(self, refusal: Refusal, identifier: str = "") -> None:
        super().__init__(refusal.name)
        self.refusal = refusal
        self.identifier = identifier
