"""Fills a new operator with the demonstration's lines (`[[lines]]` of `assets/demo/demo.toml`)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError

from cloud.carrier.d_accounts import clean_d_id, password_key
from cloud.carrier.demo_accessories import fill_with_accessories
from cloud.carrier.lines import Line
from cloud.carrier.models import CarrierMeta
from cloud.carrier.network_pins import pin_key
from cloud.carrier.rules.contracts import Item
from cloud.carrier.services import CarrierServices
from cloud.identity.hashing import DEMO_MARK
from core.demo import demo_data
from core.store import JsonStore

_MARK = "demo"
_CONTRACTS = {"none": (), "one_number": (Item.BASE,), "one_number_multi": (Item.BASE, Item.OPTION)}


def demo_secrets() -> dict[str, str]:
    """The public PINs and passwords, by the names `PasswordHashing` knows them."""
    secrets = {}
    for line in demo_data()["lines"]:
        secrets[pin_key(line["msisdn"])] = line["network_pin"]
        secrets[password_key(clean_d_id(line["d_account"]))] = line["d_password"]
    return secrets


def fill_with_lines(services: CarrierServices, folder: Path) -> None:
    """Once for a database. The associations that are ready are left in `folder` for car makers that begin anew."""
    context = services.context
    with context.database.reading() as session:
        is_new = session.get(CarrierMeta, _MARK) is None
    if is_new:
        for data in demo_data()["lines"]:
            _add(services, data)
        _fill_stock(services)
        fill_with_accessories(services)
    _leave_grants(services, folder, is_new)
    if is_new:
        with context.database.writing() as session:
            session.merge(CarrierMeta(key=_MARK, value="filled"))


def _add(services: CarrierServices, data: dict[str, Any]) -> None:
    """Whatever is not there yet: a first start may have been killed, or another process fills the same database."""
    line = Line(**{name: data[name] for name in Line.__dataclass_fields__})
    with suppress(IntegrityError):
        services.lines.add(line, DEMO_MARK)
    with suppress(IntegrityError):
        tied = line.msisdn if data["tied"] else None
        services.d_accounts.add(data["d_account"], DEMO_MARK, code_to=line.msisdn, msisdn=tied)
    if items := _CONTRACTS[data["contract"]]:
        with suppress(IntegrityError):
            services.contracts.provide(line.msisdn, items)


def grants_file(folder: Path, client_id: str) -> Path:
    """Where the demonstration's ready associations wait for a car maker that begins anew."""
    return folder / f"demo-grants-{client_id}.json"


def _fill_stock(services: CarrierServices) -> None:
    data = demo_data()
    for item in data["profiles"]:
        services.stock.add(item["iccid"], item["imsi"], item["msisdn"])
    for item in data["stock"]:
        services.stock.add(item["iccid"], item["imsi"], None)


def _leave_grants(services: CarrierServices, folder: Path, is_new: bool) -> None:
    """A grant is good for one car maker, by a file that only its owner can read. A set that was taken is followed by
    another of the associations that still stand, for a car maker that loses its database.
    """
    lines = [line for line in demo_data()["lines"] if line["linked"] and line["owner"]]
    for client_id in services.associations.clients.ids():
        store = JsonStore(grants_file(folder, client_id))
        if is_new:
            store.save({line["owner"]: services.grants.provide(client_id, line["msisdn"], "bmw") for line in lines})
        elif not store.path.exists():
            tokens = {line["owner"]: services.grants.another(client_id, line["msisdn"]) for line in lines}
            store.save({owner: token for owner, token in tokens.items() if token})
