"""Sentences for the command line: what happened and what to do about it, for each error code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from core.errors import BenchError

if TYPE_CHECKING:
    from onebench.world import World

SENTENCES = {
    "data.in_use": "another bench is using {path}. Close it, or choose another folder with --data.",
    "data.unusable": "{path} cannot be used: {reason}. Choose another folder with --data.",
    "settings.damaged": "the settings could not be read ({reason}). They are kept in {path}; defaults are used.",
    "storage.full": "the disk is full: {path} was not changed. Make room and try again.",
    "storage.failed": "{path} could not be written ({reason}). Its old content is still there.",
    "storage.damaged": "what was stored could not be read. It is kept in {path}; the bench starts without it.",
    "storage.address": "this is no database address ({reason}). It looks like postgresql+psycopg://user@host/name.",
    "cloud.address": "{address} is no address of a cloud. It looks like http://127.0.0.1:8480.",
    "storage.newer": "the stored data comes from a newer bench (version {version}). Use that one, or another --data.",
    "accessory.unknown": "there is no accessory {name}. Known: {known}; with a number for a second one (on01-2).",
    "brand.no_car": "this bench has no car, so no other can take its place.",
    "brand.unknown": "there is no brand {brand}. Known: {known}.",
    "desk.not_running": "no bench runs on {path}. Start one with `onebench run`, or name its folder with --data.",
    "journey.no_call": "there is no call with {number}.",
    "radio.no_coverage": "this bench has no mobile network.",
    "desk.silent": "the bench on {path} does not answer.",
    "desk.unknown_order": "the bench knows no order {order}.",
    "cloud.unreachable": "the cloud does not answer. Is it running, and is the address right?",
    "cloud.timeout": "the cloud took too long to answer. Try again.",
    "cloud.broken": "the cloud answered something that makes no sense. See its log.",
    "port.in_use": "port {port} is taken by another program. Choose another with --port.",
    "air.port_in_use": "port {port} is taken by another program. Choose another with --air-port.",
    "radio.port_in_use": "port {port} is taken by another program. Choose another with --radio-port.",
    "modem.not_found": "there is no modem at {port}. `onebench modem list` shows what is plugged in.",
    "modem.bad_number": "{number} cannot be dialled: digits, +, * and # can.",
    "modem.busy": "{port} is in use by another program. Close it (`mmcli --inhibit-device` tells ModemManager).",
    "modem.permission": "{port} may not be opened: {reason}. Add yourself to the group dialout and log in again.",
    "modem.gone": "the modem was unplugged. Plug it in and try again.",
    "modem.silent": "the modem does not answer. Is this an AT port, is ModemManager off it (`mmcli --inhibit-device`)?",
    "modem.no_euicc": "this modem's card is no eSIM (no ISD-R answers).",
    "modem.refused": "the modem refused {command}: {result}.",
    "modem.unknown_state": "there is no registration state {state}. Known: {known}.",
    "modem.not_virtual": "only the virtual modem can be unplugged from here.",
    "modem.choose": "there are several modems: choose one with --port ({ports}).",
    "modem.link_taken": "{path} is a file and no link. Choose another name with --link.",
    "modem.listen_failed": "{address} cannot be listened on: {reason}. Choose another with --listen.",
    "modem.unknown_personality": "there is no modem personality {name}. Known: {known}.",
    "modem.not_confirmed": "nothing was changed. Confirm, or give --yes.",
    "esim.aid": "{text} is no application identifier: 5 to 16 bytes in hex, as A0000005591010FFFFFFFF8900000100.",
    "esim.nickname_too_long": "the nickname is too long: a card keeps {limit} bytes of UTF-8.",
    "esim.notification_not_found": "there is no notification {sequence} on the card.",
    "esim.profile_not_found": "there is no such profile on the card.",
    "esim.wrong_state": "the profile is in that state already.",
    "esim.policy": "the profile's policy forbids this.",
    "esim.busy": "the card is busy. Try again in a moment.",
    "esim.card_error": "the card answered with an error ({status}).",
    "esim.activation_code": "this is no activation code ({reason}). It looks like LPA:1$smdp.example.com$MATCHING-ID.",
    "esim.declined": "nothing was downloaded, and the server was told that you do not want this profile.",
    "esim.postponed": "nothing was downloaded. The same code can be used later.",
    "esim.code_needed": "this profile needs its confirmation code: give --confirmation-code.",
    "esim.ppr_not_allowed": "the card does not let this operator set the profile's policy rules.",
    "esim.already_installed": "a profile with this ICCID is on the card already ({iccid}).",
    "esim.memory_full": "the card's memory is full. Delete a profile and try again.",
    "esim.install_failed": "the card could not install the profile ({reason} at {step}).",
    "esim.interrupted": "the download broke off ({cause}); the profile on the card is {state}. Try that code again.",
    "esim.server_refused": "the card does not trust this server ({reason}).",
    "smdp.unreachable": "the SM-DP+ {address} cannot be reached ({reason}). Is the address right, is there a network?",
    "smdp.timeout": "the SM-DP+ {address} took too long to answer. Try again.",
    "smdp.certificate": "the SM-DP+ {address} shows a certificate nobody trusts ({reason}). Give its issuer: --ca.",
    "smdp.ca_unusable": "the CA file {path} cannot be used: {reason}.",
    "smdp.connect_to": "{text} is no HOST:PORT.",
    "smdp.http": "the SM-DP+ answered {function} with HTTP status {status}.",
    "smdp.not_json": "the SM-DP+ answered something that makes no sense. Is a proxy or log-in page in between?",
    "smdp.refused": "the SM-DP+ refused {function}: {message} (subject {subject}, reason {reason}).",
    "smdp.incomplete": "the SM-DP+ answered without {missing}, or with one that cannot be read.",
    "smdp.mismatch": "the SM-DP+ answered for another session: {what} is not right.",
    "fault.unknown": "there is no fault {name}. Did you mean {nearest}?",
    "element.not_found": "there is no element {id}. Nearest: {nearest}.",
    "journey.invalid": "the journey {name} is not right: {findings}.",
    "guide.damaged": "the guide's catalogue {path} is damaged in line {line}.",
    "journey.unknown": "there is no journey {name}. Nearest: {nearest}.",
}


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def describe(error: BenchError) -> str:
    """One sentence for a person at a terminal; the code and its parameters where there is none."""
    sentence = SENTENCES.get(error.code)
    return sentence.format_map(_Known(error.params)) if sentence else str(error)


def tell_troubles(world: World) -> None:
    """Say on stderr what the bench found damaged at its start."""
    for trouble in world.troubles:
        print(f"onebench: {describe(trouble)}", file=sys.stderr, flush=True)
