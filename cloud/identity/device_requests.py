"""Cars waiting to be signed in: makes codes, lets people look and decide, answers the cars' polls."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from cloud.context import Context, fingerprint
from cloud.identity.accounts import Person
from cloud.identity.attempts import note_failure, rest_of
from cloud.identity.rules import device_grant as rule
from cloud.identity.rules.device_grant import Decision, DeviceGrant, GrantStatus, Poll
from cloud.storage.models import DeviceGrantRow, Vehicle
from core.errors import BenchError
from core.randomness import choose
from core.sign_in_link import ALPHABET, CODE_LENGTH, normalise_user_code

KEPT_AFTER_EXPIRY = 86_400
"""Seconds a dead code is remembered, so that its owner is told "expired" or "used" and not "unknown"."""


@dataclass(frozen=True)
class NewRequest:
    """What a car gets (RFC 8628 §3.2)."""

    device_code: str
    user_code: str
    expires_in: int
    interval: int


@dataclass(frozen=True)
class DeviceRequest:
    """What a person may see of a car's request. `expires_in` seconds; `model`/`vin` are "" when it named no car."""

    id: int
    user_code: str
    client_id: str
    model: str
    vin: str
    status: GrantStatus
    expires_in: int


class DeviceRequests:
    """All device authorization grants of this cloud."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def create(self, *, client_id: str, scope: str, vin: str | None, code_challenge: str | None) -> NewRequest:
        """Begin a grant. Raises `unknown_vehicle` for a car the cloud does not know."""
        context, settings = self._context, self._context.settings
        device_code = context.secret()
        now = context.now()
        with context.database.writing() as session:
            if vin is not None and session.get(Vehicle, vin) is None:
                raise BenchError("unknown_vehicle", vin=vin)
            session.execute(delete(DeviceGrantRow).where(DeviceGrantRow.expires_at < now - KEPT_AFTER_EXPIRY))
            user_code = self._free_code(session)
            session.add(
                DeviceGrantRow(
                    device_code_hash=fingerprint(device_code),
                    user_code=user_code,
                    client_id=client_id,
                    scope=scope,
                    vin=vin,
                    status=GrantStatus.PENDING,
                    expires_at=now + settings.device_code_lifetime,
                    interval=settings.device_poll_interval,
                    slowed=False,
                    code_challenge=code_challenge,
                    openings=0,
                )
            )
        context.emit("device.requested", client=client_id, vin=vin)
        return NewRequest(device_code, user_code, settings.device_code_lifetime, settings.device_poll_interval)

    def look_up(self, text: str, person: Person, source: str) -> DeviceRequest:
        """The request behind a code that `person` scanned or typed at `source` (a network address).

        Raises `unknown_code`, and `too_many_attempts` (`retry_after` seconds) when the person, the address or the
        code itself had too many tries (RFC 8628 §5.1). Wrong tries are counted for both person and address.
        """
        context, settings = self._context, self._context.settings
        limits = {f"user-code:{person.gcid}": settings.user_code_attempts}
        # Many people may sit behind one address, so it may err more often.
        limits[f"user-code:{source}"] = settings.user_code_attempts * 4
        for subject, limit in limits.items():
            if rest := rest_of(context, subject, limit):
                raise BenchError("too_many_attempts", retry_after=rest)
        code = normalise_user_code(text)
        now = context.now()
        allowed = False
        with context.database.writing() as session:
            row = session.scalar(select(DeviceGrantRow).where(DeviceGrantRow.user_code == code)) if code else None
            if row is not None:
                allowed, grant = rule.open_by(_grant(row), person.id, settings.user_code_attempts)
                _store(row, grant)
                vehicle = session.get(Vehicle, row.vin) if row.vin else None
        if row is None:
            for subject in limits:
                note_failure(context, subject, settings.user_code_window)
            context.emit("device.code_unknown", account=person.gcid)
            raise BenchError("unknown_code")
        if not allowed:
            context.emit("device.code_closed", client=row.client_id, vin=row.vin)
            raise BenchError("too_many_attempts", retry_after=max(1, round(row.expires_at - now)))
        return DeviceRequest(
            id=row.id,
            user_code=row.user_code,
            client_id=row.client_id,
            model=vehicle.model if vehicle else "",
            vin=vehicle.vin if vehicle else "",
            status=_grant(row).status_at(now),
            expires_in=max(0, int(row.expires_at - now)),
        )

    def decide(self, request: DeviceRequest, person: Person, *, approve: bool, auth_time: float) -> None:
        """`person` says yes or no, having signed in at `auth_time`; saying the same again changes nothing.

        Raises `already_used`, `expired`.
        """
        context = self._context
        with context.database.writing() as session:
            row = session.get_one(DeviceGrantRow, request.id, with_for_update=True)
            if row.account_id == person.id and rule.has_decided(_grant(row), approve=approve):
                return
            decision, grant = rule.decide(_grant(row), now=context.now(), approve=approve)
            if decision is Decision.ACCEPTED:
                _store(row, grant)
                row.account_id = person.id
                row.auth_time = auth_time
        if decision is not Decision.ACCEPTED:
            context.emit("device.decision_refused", account=person.gcid, reason=str(decision), vin=request.vin or None)
            raise BenchError(str(decision))
        kind = "device.approved" if approve else "device.denied"
        context.emit(kind, account=person.gcid, client=request.client_id, vin=request.vin or None)

    def poll(
        self, device_code: str, *, client_id: str, code_verifier: str | None
    ) -> tuple[Poll, DeviceGrantRow | None]:
        """One poll of a car (RFC 8628 §3.4). With `Poll.APPROVED` comes the row to issue tokens for."""
        context = self._context
        with context.database.writing() as session:
            row = session.scalar(
                select(DeviceGrantRow)
                .where(DeviceGrantRow.device_code_hash == fingerprint(device_code))
                .with_for_update()
            )
            if row is None:
                return Poll.INVALID, None
            answer, grant = rule.poll(
                _grant(row),
                now=context.now(),
                client_id=client_id,
                code_verifier=code_verifier,
                slow_down_step=context.settings.device_slow_down_step,
            )
            _store(row, grant)
        return answer, row

    @staticmethod
    def use_up(session: Session, row_id: int) -> bool:
        """Turn an approved grant into a used one, in the transaction that stores its tokens. False if it was used."""
        result = session.execute(
            update(DeviceGrantRow)
            .where(DeviceGrantRow.id == row_id, DeviceGrantRow.status == GrantStatus.APPROVED)
            .values(status=GrantStatus.USED)
        )
        return bool(result.rowcount)  # type: ignore[attr-defined]

    def _free_code(self, session: Session) -> str:
        while True:
            code = choose(self._context.randomness, ALPHABET, CODE_LENGTH)
            if session.scalar(select(DeviceGrantRow.id).where(DeviceGrantRow.user_code == code)) is None:
                return code


def _grant(row: DeviceGrantRow) -> DeviceGrant:
    return DeviceGrant(
        client_id=row.client_id,
        expires_at=row.expires_at,
        interval=row.interval,
        status=GrantStatus(row.status),
        last_answered=row.last_answered,
        slowed=row.slowed,
        code_challenge=row.code_challenge,
        opened_by=row.opened_by,
        openings=row.openings,
    )


def _store(row: DeviceGrantRow, grant: DeviceGrant) -> None:
    row.status = grant.status
    row.interval = grant.interval
    row.last_answered = grant.last_answered
    row.slowed = grant.slowed
    row.opened_by = grant.opened_by
    row.openings = grant.openings
