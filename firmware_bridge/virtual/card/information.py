"""What the card says of itself: EID, versions, issuers, free memory, rules (SGP.22 §5.7.8, §5.7.20, §5.7.22)."""

from __future__ import annotations

from collections.abc import Callable

from core.rsp import messages as m
from core.rsp import messages_admin as admin
from core.rsp.messages_bpp import OperatorId
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory

SVN, PROFILE_VERSION, FIRMWARE = "2.2.2", "2.3.1", "1.0.0"
ALLOWED_RULES = frozenset({1, 2})
"""Rules that any operator may set, with the owner's consent: the card's rules authorisation table."""
ANY_OPERATOR = bytes.fromhex("EEEEEE")
CONSENT_REQUIRED = 0


class Information:
    """The functions that only tell."""

    def __init__(self, memory: CardMemory, keys: CardKeys) -> None:
        self._memory = memory
        self._keys = keys

    def functions(self) -> dict[int, Callable[[bytes], bytes]]:
        """By the tag of the request."""
        return {
            m.GetEid.TAG: self._eid,
            m.EuiccInfo1.TAG: self._info1,
            m.EuiccInfo2.TAG: lambda _: self.info2().to_bytes(),
            admin.GetRat.TAG: self._rules,
        }

    def info2(self) -> m.EuiccInfo2:
        """EUICCInfo2 of this moment."""
        return m.EuiccInfo2(
            profile_version=PROFILE_VERSION,
            svn=SVN,
            firmware=FIRMWARE,
            resource=m.CardResource(len(self._memory.profiles), self._memory.free_nvm, 8192),
            uicc_capability=frozenset({0, 1, 2, 4, 7}),
            javacard_version="11.1.0",
            globalplatform_version="2.3.0",
            rsp_capability=frozenset({0, 3}),
            ci_for_verification=self._keys.issuer_key_ids,
            ci_for_signing=self._keys.signing_key_ids,
            category=2,
            protection_profile="1.0.0",
            accreditation="ONE-NUMBER-BENCH",
        )

    def _eid(self, data: bytes) -> bytes:
        m.GetEid.from_bytes(data)
        return m.EidAnswer(self._memory.eid).to_bytes()

    def _info1(self, _: bytes) -> bytes:
        return m.EuiccInfo1(SVN, self._keys.issuer_key_ids, self._keys.signing_key_ids).to_bytes()

    def _rules(self, data: bytes) -> bytes:
        admin.GetRat.from_bytes(data)
        rule = admin.AuthorisationRule(ALLOWED_RULES, [OperatorId(ANY_OPERATOR)], frozenset({CONSENT_REQUIRED}))
        return admin.RatAnswer([rule]).to_bytes()
