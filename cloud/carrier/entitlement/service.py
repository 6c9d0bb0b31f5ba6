"""What each ODSA operation does for a line (GSMA TS.43, companion devices)."""

from __future__ import annotations

import re
from collections.abc import Callable

from cloud.carrier.association.grants import Grant, Grants
from cloud.carrier.context import CarrierContext
from cloud.carrier.contracts import Contracts
from cloud.carrier.profile_orders import ProfileOrders
from cloud.carrier.registry import Registration, Registrations
from cloud.odsa.messages import (
    Answer,
    Configuration,
    Eligibility,
    Operation,
    OperationResult,
    OperationType,
    Request,
    ServiceStatus,
    SubscriptionResult,
)
from core.errors import BenchError

Handler = Callable[[Grant, Request], Answer]


class Entitlement:
    """The entitlement server of the operator. It never raises for what a request asks: answers have a result."""

    def __init__(
        self,
        context: CarrierContext,
        contracts: Contracts,
        registrations: Registrations,
        orders: ProfileOrders,
        grants: Grants,
    ) -> None:
        self._context = context
        self._contracts = contracts
        self._registrations = registrations
        self._orders = orders
        self._grants = grants
        self._handlers: dict[tuple[Operation, OperationType], Handler] = {
            (Operation.CHECK_ELIGIBILITY, OperationType.NONE): self._eligibility,
            (Operation.ACQUIRE_CONFIGURATION, OperationType.NONE): self._configuration,
            (Operation.GET_PHONE_NUMBER, OperationType.NONE): self._number,
            (Operation.MANAGE_SUBSCRIPTION, OperationType.SUBSCRIBE): self._subscribe,
            (Operation.MANAGE_SUBSCRIPTION, OperationType.UNSUBSCRIBE): self._unsubscribe,
            (Operation.MANAGE_SERVICE, OperationType.ACTIVATE_SERVICE): self._activate,
            (Operation.MANAGE_SERVICE, OperationType.DEACTIVATE_SERVICE): self._configuration,
        }

    def answer(self, grant: Grant, request: Request) -> Answer:
        """Carry out one request for the line of `grant`."""
        if request.notif_action:
            self._grants.set_notification(grant, request.notif_action, request.notif_token)
        handler = self._handlers.get((request.operation, request.operation_type))
        if handler is None:
            return Answer(OperationResult.INVALID_OPERATION)
        if request.companion_terminal_eid and not re.fullmatch(r"[0-9]{32}", request.companion_terminal_eid):
            return Answer(OperationResult.INVALID_PARAMETER, error="eid")
        try:
            found = handler(grant, request)
        except BenchError as error:
            if error.code.startswith("storage."):
                raise
            told = f"{error.code} {error.params.get('subject', '')}/{error.params.get('reason', '')}"
            found = Answer(OperationResult.GENERAL_ERROR, error=told.removesuffix(" /"))
        self._context.emit("entitlement", operation=str(request.operation), line=grant.msisdn[-4:], error=found.error)
        return found

    def _eligibility(self, grant: Grant, _request: Request) -> Answer:
        enabled = self._contracts.view(grant.msisdn).most > 0
        return Answer(
            OperationResult.SUCCESS,
            validity=int(self._context.settings.entitlement_validity),
            eligibility=Eligibility.ENABLED if enabled else Eligibility.DISABLED,
            not_enabled_url="" if enabled else f"{self._context.issuer}/procedure",
            slots=self._registrations.free_slots(grant.msisdn),
        )

    def _configuration(self, grant: Grant, request: Request) -> Answer:
        told = self._eligibility(grant, request)
        known = [
            Configuration(one.iccid, one.status, one.eid, one.code) for one in self._registrations.all_of(grant.msisdn)
        ]
        if told.slots and (iccid := self._registrations.reserved(grant.msisdn)):
            # Not a device yet: the profile that the next one will get; a car looks whether it is on its card.
            known.append(Configuration(iccid, ServiceStatus.DEACTIVATED))
        return Answer(
            told.result,
            validity=told.validity,
            eligibility=told.eligibility,
            not_enabled_url=told.not_enabled_url,
            slots=told.slots,
            msisdn=grant.msisdn,
            configurations=tuple(known),
        )

    def _number(self, grant: Grant, _request: Request) -> Answer:
        return Answer(OperationResult.SUCCESS, msisdn=grant.msisdn)

    def _subscribe(self, grant: Grant, request: Request) -> Answer:
        one, code = self._orders.code_for(self._begun(grant, request), refused=request.refused_code)
        return Answer(
            OperationResult.SUCCESS,
            subscription=SubscriptionResult.DOWNLOAD_PROFILE,
            activation_code=code,
            iccid=one.iccid,
        )

    def _activate(self, grant: Grant, request: Request) -> Answer:
        one = self._begun(grant, request, iccid=request.companion_terminal_iccid)
        self._registrations.activate(grant.msisdn, one.eid)
        return self._configuration(grant, request)

    def _unsubscribe(self, grant: Grant, request: Request) -> Answer:
        for one in self._registrations.of(grant.msisdn):
            if one.eid == request.companion_terminal_eid:
                self._registrations.release(grant.msisdn, one.id, bar=False)
        return Answer(OperationResult.SUCCESS, subscription=SubscriptionResult.DONE)

    def _begun(self, grant: Grant, request: Request, iccid: str = "") -> Registration:
        if not request.companion_terminal_eid:
            raise BenchError("request.invalid", reason="eid")
        return self._registrations.begin(
            grant.msisdn,
            eid=request.companion_terminal_eid,
            name=request.companion_terminal_friendly_name[:30] or "BMW",
            imei=request.companion_terminal_id[:16],
            iccid=iccid,
        )
