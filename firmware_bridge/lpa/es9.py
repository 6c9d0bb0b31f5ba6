"""The ES9+ functions of an SM-DP+ as JSON over HTTPS (SGP.22 §5.6, §6.5)."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from firmware_bridge.lpa.transport import Es9Transport

BASE = "/gsma/rsp2/es9plus/"
EXECUTED = ("Executed-Success", "Executed-WithWarning")


@dataclass(frozen=True, slots=True)
class Authentication:
    """How the server proves itself (§5.6.1). `transaction_id` is the text of the JSON, for the JSON."""

    transaction_id: str
    signed: bytes
    signature: bytes
    ci_key_id: bytes
    certificate: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """What the server has for this card (§5.6.3)."""

    metadata: bytes
    signed: bytes
    signature: bytes
    certificate: bytes


class Es9:
    """Functions of one server. Four kinds of bad answer are four errors: `smdp.http {status}`, `smdp.not_json`,
    `smdp.refused {subject, reason, message}` and `smdp.incomplete {missing}`; besides those of the transport.
    An answer for another transaction is `smdp.mismatch {what}`.
    """

    def __init__(self, address: str, transport: Es9Transport, *, clock: Clock, events: EventLog, actor: str) -> None:
        self.address = address
        self._transport = transport
        self._clock = clock
        self._events = events
        self._actor = actor

    def initiate_authentication(self, challenge: bytes, info1: bytes) -> Authentication:
        """Begin: the server signs the card's challenge (§5.6.1)."""
        answer = self._call(
            "initiateAuthentication",
            {"smdpAddress": self.address, "euiccChallenge": _b64(challenge), "euiccInfo1": _b64(info1)},
        )
        return Authentication(
            answer.text("transactionId"),
            answer.data("serverSigned1"),
            answer.data("serverSignature1"),
            answer.data("euiccCiPKIdToBeUsed"),
            answer.data("serverCertificate"),
        )

    def authenticate_client(self, transaction_id: str, response: bytes) -> Offer:
        """Show the card's proof, learn which profile there is (§5.6.3)."""
        answer = self._call(
            "authenticateClient",
            {"transactionId": transaction_id, "authenticateServerResponse": _b64(response)},
        )
        answer.same_transaction(transaction_id)
        return Offer(
            answer.data("profileMetadata"),
            answer.data("smdpSigned2"),
            answer.data("smdpSignature2"),
            answer.data("smdpCertificate"),
        )

    def get_bound_profile_package(self, transaction_id: str, response: bytes) -> bytes:
        """The package made for this card alone (§5.6.2)."""
        answer = self._call(
            "getBoundProfilePackage", {"transactionId": transaction_id, "prepareDownloadResponse": _b64(response)}
        )
        answer.same_transaction(transaction_id)
        return answer.data("boundProfilePackage")

    def handle_notification(self, pending: bytes) -> None:
        """Report what the card did (§5.6.4); taken when no error is raised."""
        self._post("handleNotification", {"pendingNotification": _b64(pending)})

    def cancel_session(self, transaction_id: str, response: bytes) -> None:
        """Say that the card gave up (§5.6.5)."""
        self._call("cancelSession", {"transactionId": transaction_id, "cancelSessionResponse": _b64(response)})

    def rest(self) -> None:
        """Nothing is asked for a while, because a person or the card is busy."""
        self._transport.rest()

    def _call(self, function: str, request: dict[str, str]) -> _Answer:
        status, body = self._post(function, request)
        try:
            value = json.loads(body)
        except ValueError as error:
            raise BenchError("smdp.not_json", function=function, status=status) from error
        if not isinstance(value, dict):
            raise BenchError("smdp.not_json", function=function, status=status)
        return _Answer(function, value)

    def _post(self, function: str, request: dict[str, str]) -> tuple[int, bytes]:
        event = self._events.emit(self._actor, "smdp.request", function=function, address=self.address)
        answer = self._transport.post(self.address, BASE + function, json.dumps(request).encode())
        self._events.emit(self._actor, "smdp.answer", cause=event.id, function=function, status=answer.status)
        if not 200 <= answer.status < 300:
            raise BenchError("smdp.http", function=function, status=answer.status)
        return answer.status, answer.body


class _Answer:
    """One JSON answer; raises what is wrong with it when a part is asked for."""

    def __init__(self, function: str, value: dict[str, Any]) -> None:
        self._function = function
        self._value = value
        status = _dict(_dict(value.get("header")).get("functionExecutionStatus"))
        if "status" not in status:
            raise self._incomplete("header")
        if status["status"] not in EXECUTED:
            code = _dict(status.get("statusCodeData"))
            raise BenchError(
                "smdp.refused",
                subject=str(code.get("subjectCode", "")),
                reason=str(code.get("reasonCode", "")),
                message=str(code.get("message", "")),
                function=function,
            )

    def text(self, key: str) -> str:
        value = self._value.get(key)
        if not isinstance(value, str) or not value:
            raise self._incomplete(key)
        return value

    def data(self, key: str) -> bytes:
        """Base64; white space inside and around is let pass."""
        try:
            return base64.b64decode("".join(self.text(key).split()), validate=True)
        except (binascii.Error, ValueError) as error:
            raise self._incomplete(key) from error

    def same_transaction(self, transaction_id: str) -> None:
        if self.text("transactionId").lower() != transaction_id.lower():
            raise BenchError("smdp.mismatch", function=self._function, what="transactionId")

    def _incomplete(self, key: str) -> BenchError:
        return BenchError("smdp.incomplete", function=self._function, missing=key)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
