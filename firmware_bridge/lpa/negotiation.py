"""The LPA between card and SM-DP+ until the package is there: proof, offer, consent, preparation (SGP.22 §3.1.3)."""

from __future__ import annotations

from typing import TypeVar

from core.errors import BenchError
from core.rsp import messages_auth as auth
from core.rsp import tlv
from core.rsp.activation_code import ActivationCode
from core.rsp.messages_bpp import StoreMetadata
from core.rsp.schema import Message
from firmware_bridge.euicc.es10 import Es10
from firmware_bridge.euicc.es10_admin import AdminFunctions
from firmware_bridge.euicc.es10_download import DownloadFunctions, SessionRefused
from firmware_bridge.lpa.es9 import Authentication, Es9, Offer
from firmware_bridge.lpa.offer import AskCode, Consent, ProfileOffer, context_of, hash_of_code, offer_of
from firmware_bridge.lpa.policy import allowed, rules_of

M = TypeVar("M", bound=Message)


class Negotiation:
    """One session with one server. Besides the errors of `Es9` it raises

    `smdp.mismatch {what}` (transactionId, serverAddress, euiccChallenge, oid), `esim.server_refused {function, reason}`
    (the card does not trust the server), `esim.ppr_not_allowed`, `esim.declined`, `esim.postponed`, `esim.code_needed`.
    """

    def __init__(
        self, code: ActivationCode, server: Es9, imei: str, consent: Consent, confirmation_code: AskCode
    ) -> None:
        self._code = code
        self._server = server
        self._imei = imei
        self._consent = consent
        self._ask_code = confirmation_code
        self._transaction = ""
        self._is_over = True
        self.transaction_id = b""
        """As the server signed it; empty before the authentication."""
        self.offer: ProfileOffer
        self._offered: Offer
        self._hash_cc: bytes | None = None
        self._prepared = b""

    def authenticate(self, card: DownloadFunctions) -> None:
        """Card and server prove themselves to each other; then the server says what it has."""
        challenge = card.challenge()
        answer = self._server.initiate_authentication(challenge, card.info1())
        self._transaction, self._is_over = answer.transaction_id, False
        self._check(answer, challenge)
        request = auth.AuthenticateServer(
            answer.signed,
            _value(answer.signature, 0x5F37, "serverSignature1"),
            _value(answer.ci_key_id, 0x04, "euiccCiPKIdToBeUsed"),
            _whole(answer.certificate, "serverCertificate"),
            context_of(self._code.matching_id, self._imei),
        )
        try:
            proof = card.authenticate(request)
        except SessionRefused as refusal:
            raise _refused(refusal, auth.AuthenticateError) from refusal
        self._offered = self._server.authenticate_client(self._transaction, proof)

    def ask(self, es10: Es10) -> None:
        """Show the offer, look whether its rules are allowed here, and get the confirmation code if one is needed."""
        metadata = _read(StoreMetadata, self._offered.metadata, "profileMetadata")
        signed = _read(auth.SmdpSigned2, self._offered.signed, "smdpSigned2")
        if signed.transaction_id != self.transaction_id:
            raise BenchError("smdp.mismatch", what="transactionId", function="authenticateClient")
        self.offer = offer_of(metadata, self._server.address)
        if rules_of(metadata) and not allowed(metadata, AdminFunctions(es10).authorisation_rules()):
            raise BenchError("esim.ppr_not_allowed", rules=" ".join(self.offer.rules), iccid=self.offer.iccid)
        self._server.rest()  # a person thinks for longer than servers keep connections
        answer = self._consent(self.offer)
        if answer is None:
            raise BenchError("esim.postponed", iccid=self.offer.iccid)
        if not answer:
            raise BenchError("esim.declined", iccid=self.offer.iccid)
        if signed.confirmation_required:
            code = self._ask_code(self.offer)
            if not code:
                raise BenchError("esim.code_needed", iccid=self.offer.iccid)
            self._hash_cc = hash_of_code(code, self.transaction_id)

    def prepare(self, card: DownloadFunctions) -> None:
        """The card checks the offer's signature and makes a key for it."""
        request = auth.PrepareDownload(
            signed=self._offered.signed,
            signature=_value(self._offered.signature, 0x5F37, "smdpSignature2"),
            hash_cc=self._hash_cc,
            certificate=_whole(self._offered.certificate, "smdpCertificate"),
        )
        try:
            self._prepared = card.prepare(request)
        except SessionRefused as refusal:
            raise _refused(refusal, auth.DownloadError) from refusal

    def fetch(self) -> bytes:
        """The bound profile package."""
        package = self._server.get_bound_profile_package(self._transaction, self._prepared)
        self._server.rest()
        return package

    def over(self) -> None:
        """The session has its result: there is nothing to cancel any more."""
        self._is_over = True

    def cancel(self, card: DownloadFunctions, reason: auth.CancelReason) -> None:
        """Give up, if there is a session: the card signs it, the server is told. May raise what the functions raise."""
        if self._is_over or not self.transaction_id:
            return
        self._is_over = True
        response = card.cancel(self.transaction_id, reason)
        if response is not None:
            self._server.cancel_session(self._transaction, response)

    def _check(self, answer: Authentication, challenge: bytes) -> None:
        signed = _read(auth.ServerSigned1, answer.signed, "serverSigned1")
        self.transaction_id = signed.transaction_id
        if signed.transaction_id.hex() != answer.transaction_id.lower():
            raise BenchError("smdp.mismatch", what="transactionId", function="initiateAuthentication")
        if signed.server_address != self._code.smdp_address:
            raise BenchError("smdp.mismatch", what="serverAddress", function="initiateAuthentication")
        if signed.euicc_challenge != challenge:
            raise BenchError("smdp.mismatch", what="euiccChallenge", function="initiateAuthentication")
        if self._code.smdp_oid and _oid_of(answer.certificate) != self._code.smdp_oid:
            raise BenchError("smdp.mismatch", what="oid", function="initiateAuthentication")


def _oid_of(certificate: bytes) -> str:
    from core.rsp.certificates import CertificateError, read_certificate, registered_id  # only few codes name an OID

    try:
        return registered_id(read_certificate(certificate))
    except CertificateError as error:
        raise BenchError("smdp.incomplete", missing="serverCertificate", function="initiateAuthentication") from error


def _refused(refusal: SessionRefused, names: type[auth.AuthenticateError] | type[auth.DownloadError]) -> BenchError:
    known = {item.value: item.name.lower() for item in names}
    return BenchError(
        "esim.server_refused", function=refusal.function, reason=known.get(refusal.code, str(refusal.code))
    )


def _read(kind: type[M], data: bytes, name: str) -> M:
    """A message from the server; nonsense is the server's fault, not the card's."""
    try:
        return kind.from_bytes(data)
    except tlv.TlvError as error:
        raise BenchError("smdp.incomplete", missing=name) from error


def _whole(data: bytes, name: str) -> bytes:
    """`data` if it is one whole TLV."""
    _value(data, 0x30, name)
    return data


def _value(data: bytes, wanted: int, name: str) -> bytes:
    try:
        tag, value, end = tlv.read(data)
    except tlv.TlvError as error:
        raise BenchError("smdp.incomplete", missing=name) from error
    if tag != wanted or end != len(data):
        raise BenchError("smdp.incomplete", missing=name)
    return value
