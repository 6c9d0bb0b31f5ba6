"""Fills a new cloud with the demonstration's people, car and profiles (`assets/demo/demo.toml`)."""

from __future__ import annotations

from sqlalchemy import select

from cloud.identity.rules.emails import email_key
from cloud.services import Services
from cloud.storage.models import Account, Meta
from cloud.vehicles.terms import CURRENT_TERMS
from core.demo import demo_data
from core.errors import BenchError

_MARK = "demo"


def demo_passwords() -> dict[str, str]:
    """The public passwords by e-mail key."""
    return {email_key(account["email"]): account["password"] for account in demo_data()["accounts"]}


def fill_with_demo(services: Services) -> None:
    """Once for a database; a person who was removed later stays removed."""
    context = services.context
    # The cars of all brands, also in a database that is older than one of them.
    for pack in context.brands.values():
        if services.vehicles.model(pack.demo_vin) is None:
            services.vehicles.add(pack.demo_vin, pack.demo_model, pack.id)
    with context.database.reading() as session:
        if session.get(Meta, _MARK) is not None:
            return
        known = set(session.scalars(select(Account.email_key)))
    data = demo_data()
    profiles = {profile["owner"]: profile for profile in data["profiles"]}
    for account in data["accounts"]:
        if email_key(account["email"]) in known:
            continue
        try:
            person = services.accounts.add(account["email"], account["name_ja"], account["name_en"])
        except BenchError as error:
            if error.code != "email.taken":  # another process fills the same database
                raise
            continue
        if account["esim"] == "ready":
            profile = profiles[account["email"]]
            if services.links.client is None:  # else the operator leaves its own word (`take_demo_grants`)
                services.links.provide(person.id, number=profile["msisdn"], reserved=profile["iccid"])
            # Who has linked the contract has been through the app's terms before.
            consents = [{"id": name, "version": version, "accepted": True} for name, version in CURRENT_TERMS.items()]
            services.terms.put(person.id, person.gcid, {"terms": consents})
    with context.database.writing() as session:
        session.merge(Meta(key=_MARK, value="filled"))
