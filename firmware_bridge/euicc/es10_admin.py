"""Seldom wanted ES10 functions: delete, reset, addresses, authorised rules. Apart, since a list must load quickly."""

from __future__ import annotations

from collections.abc import Collection

from core.rsp import messages_admin as admin
from firmware_bridge.euicc.es10 import Es10


class AdminFunctions:
    """On one open channel; raises what `Es10` raises (SGP.22 §5.7)."""

    def __init__(self, es10: Es10) -> None:
        self._es10 = es10

    def delete(self, iccid: str) -> int:
        """ES10c.DeleteProfile; the result code."""
        return self._es10.ask(admin.DeleteProfile(iccid=iccid), admin.DeleteAnswer).result

    def memory_reset(self, options: Collection[admin.ResetOption]) -> int:
        """ES10c.eUICCMemoryReset; an `admin.ResetResult`."""
        return self._es10.ask(admin.MemoryReset(frozenset(options)), admin.MemoryResetAnswer).result

    def addresses(self) -> admin.ConfiguredAddresses:
        """ES10a.GetEuiccConfiguredAddresses."""
        return self._es10.ask(admin.GetConfiguredAddresses(), admin.ConfiguredAddresses)

    def set_default_smdp(self, address: str) -> int:
        """ES10a.SetDefaultDpAddress ("" takes it away); 0 ok."""
        return self._es10.ask(admin.SetDefaultSmdpAddress(address), admin.SetDefaultSmdpAnswer).result

    def authorisation_rules(self) -> list[admin.AuthorisationRule]:
        """ES10b.GetRAT: which profile policy rules the card allows whom."""
        return self._es10.ask(admin.GetRat(), admin.RatAnswer).rules
