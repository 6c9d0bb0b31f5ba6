"""Requests and answers of ODSA for companion devices (GSMA TS.43, application ap2006), typed for both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum, StrEnum

from cloud.odsa.document import Characteristic, DocumentError, read_document, write_document

COMPANION_APP = "ap2006"
SHARED_NUMBER = "SharedNumber"
"""companion_terminal_service: the accessory has the phone's own number, which is what One Number is."""


class Operation(StrEnum):
    """What is asked."""

    CHECK_ELIGIBILITY = "CheckEligibility"
    MANAGE_SUBSCRIPTION = "ManageSubscription"
    MANAGE_SERVICE = "ManageService"
    ACQUIRE_CONFIGURATION = "AcquireConfiguration"
    GET_PHONE_NUMBER = "GetPhoneNumber"


class OperationType(IntEnum):
    """Which kind of ManageSubscription or ManageService."""

    NONE = -1
    SUBSCRIBE = 0
    UNSUBSCRIBE = 1
    ACTIVATE_SERVICE = 10
    DEACTIVATE_SERVICE = 11


class OperationResult(IntEnum):
    """How the operation went."""

    SUCCESS = 1
    GENERAL_ERROR = 100
    INVALID_OPERATION = 101
    INVALID_PARAMETER = 102
    NOT_SUPPORTED = 103


class Eligibility(IntEnum):
    """CompanionAppEligibility."""

    DISABLED = 0
    ENABLED = 1
    INCOMPATIBLE = 2


class SubscriptionResult(IntEnum):
    """What the asking side shall do now."""

    NONE = 0
    CONTINUE_TO_WEBSHEET = 1
    DOWNLOAD_PROFILE = 2
    DONE = 3
    DELAYED_DOWNLOAD = 4
    DISMISS = 5


class ServiceStatus(IntEnum):
    """Standing of one accessory."""

    ACTIVATED = 1
    ACTIVATING = 2
    DEACTIVATED = 3
    DEACTIVATED_NO_REUSE = 4


@dataclass(frozen=True)
class Request:
    """One request; the names of the fields are those of the parameters. `refused_code` is the bench's own parameter:
    an activation code that the SM-DP+ did not take.
    """

    operation: Operation
    operation_type: OperationType = OperationType.NONE
    terminal_id: str = ""
    companion_terminal_id: str = ""
    companion_terminal_friendly_name: str = ""
    companion_terminal_service: str = SHARED_NUMBER
    companion_terminal_iccid: str = ""
    companion_terminal_eid: str = ""
    notif_action: str = ""
    notif_token: str = field(default="", repr=False)
    refused_code: str = ""

    def to_query(self) -> dict[str, str]:
        """The parameters of the address; empty ones are left out."""
        texts = {one.name: getattr(self, one.name) for one in fields(self)}
        kept = {name: str(value) for name, value in texts.items() if isinstance(value, str) and value}
        if self.operation_type is not OperationType.NONE:
            kept["operation_type"] = str(int(self.operation_type))
        return {"app": COMPANION_APP, **kept, "operation": str(self.operation)}

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Request:
        """Raises `ValueError` for an unknown application, operation or type; other parameters are let pass."""
        if query.get("app") != COMPANION_APP:
            raise ValueError("app")
        known = {one.name: query[one.name][:500] for one in fields(cls) if one.name in query}
        known.pop("operation", None)
        kind = known.pop("operation_type", "-1")
        return cls(Operation(query.get("operation", "")), OperationType(int(kind)), **known)


@dataclass(frozen=True)
class Configuration:
    """One accessory of a line."""

    iccid: str
    status: ServiceStatus
    eid: str = ""
    activation_code: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer. `validity` is seconds for which it may be believed without asking again.

    `slots` (free places for accessories) is the bench's own parameter: TS.43 says only whether there is one.
    """

    result: OperationResult
    validity: int = 0
    eligibility: Eligibility | None = None
    not_enabled_url: str = ""
    subscription: SubscriptionResult = SubscriptionResult.NONE
    activation_code: str = ""
    iccid: str = ""
    configurations: tuple[Configuration, ...] = ()
    msisdn: str = ""
    slots: int = 0
    error: str = ""
    """GeneralErrorText: the bench's error code, never a sentence."""

    def to_bytes(self) -> bytes:
        """The XML document."""
        values = {"AppID": COMPANION_APP, "OperationResult": str(int(self.result))}
        children = []
        if self.eligibility is not None:
            values["CompanionAppEligibility"] = str(int(self.eligibility))
            values["CompanionDeviceServices"] = SHARED_NUMBER
            values["FreeSlots"] = str(self.slots)
        if self.not_enabled_url:
            values |= {"NotEnabledURL": self.not_enabled_url, "NotEnabledContentsType": "xml"}
        if self.subscription:
            values["SubscriptionResult"] = str(int(self.subscription))
        if self.activation_code:
            children.append(_download(self.activation_code, self.iccid))
        if self.configurations:
            children.append(
                Characteristic("CompanionConfigurations", {}, [_configuration(one) for one in self.configurations])
            )
        values |= {"MSISDN": self.msisdn} if self.msisdn else {}
        values |= {"GeneralErrorText": self.error} if self.error else {}
        return write_document(
            [
                Characteristic("VERS", {"version": "1", "validity": str(self.validity)}),
                Characteristic("APPLICATION", values, children),
            ]
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Answer:
        """Raises `DocumentError` for what is no answer of this application."""
        parts = {part.name: part for part in read_document(data)}
        application = parts.get("APPLICATION")
        if application is None or application.get("AppID") not in ("", COMPANION_APP):
            raise DocumentError("no answer of ap2006")
        try:
            eligible = application.get("CompanionAppEligibility")
            configurations = application.child("CompanionConfigurations")
            download = application.child("DownloadInfo")
            return cls(
                result=OperationResult(int(application.get("OperationResult"))),
                validity=int((parts.get("VERS") or Characteristic("")).get("validity") or 0),
                eligibility=Eligibility(int(eligible)) if eligible else None,
                not_enabled_url=application.get("NotEnabledURL"),
                subscription=SubscriptionResult(int(application.get("SubscriptionResult") or 0)),
                activation_code=download.get("ProfileActivationCode") if download else "",
                iccid=download.get("ProfileIccid") if download else "",
                configurations=tuple(
                    _read_configuration(one)
                    for one in (configurations.all("CompanionConfiguration") if configurations else [])
                ),
                msisdn=application.get("MSISDN"),
                slots=int(application.get("FreeSlots") or 0),
                error=application.get("GeneralErrorText"),
            )
        except DocumentError:
            raise
        except ValueError as error:
            raise DocumentError(str(error)) from error


def _download(code: str, iccid: str) -> Characteristic:
    return Characteristic("DownloadInfo", {"ProfileActivationCode": code, **({"ProfileIccid": iccid} if iccid else {})})


def _configuration(one: Configuration) -> Characteristic:
    values = {"ICCID": one.iccid, "CompanionDeviceService": SHARED_NUMBER, "ServiceStatus": str(int(one.status))}
    values |= {"EID": one.eid} if one.eid else {}
    return Characteristic(
        "CompanionConfiguration", values, [_download(one.activation_code, "")] if one.activation_code else []
    )


def _read_configuration(one: Characteristic) -> Configuration:
    download = one.child("DownloadInfo")
    return Configuration(
        iccid=one.get("ICCID"),
        status=ServiceStatus(int(one.get("ServiceStatus"))),
        eid=one.get("EID"),
        activation_code=download.get("ProfileActivationCode") if download else "",
    )
