"""All servers are killed (SIGKILL) after each step from the portal to the car; browser and car just go on."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests
from chain_bench import EID, SORA, SORA_LINE, VIN, Chain
from procedure_walk import Page, form_of

from core.clock import Clock

PROGRAM = Path(__file__).parent / "killed_town.py"
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


class Town:
    """The process, one browser and one car. Whatever is done is followed by a kill and a new start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.browser = requests.Session()
        self.sms = ""
        self.kills = 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(self.folder)], stdout=subprocess.PIPE, text=True
        )
        self.addresses = self.told()

    def told(self) -> dict[str, str]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the process ended"
        found: dict[str, str] = json.loads(line)
        return found

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(timeout=10)
        assert self.process.stdout
        self.process.stdout.close()

    def crash(self) -> None:
        before = self.addresses
        self.kill()
        self.start()
        self.kills += 1
        assert self.addresses == before, "the ports stay"

    # -- the browser

    def _shown(self, answer: requests.Response) -> Page:
        assert answer.status_code < 400, answer.text
        self.url, self.page = answer.url, Page.of(answer)
        return self.page

    def open(self, address: str) -> Page:
        return self._shown(self.browser.get(urljoin(self.url, address), timeout=20))

    def begin(self, server: str, path: str) -> Page:
        self.url = self.addresses[server]
        return self.open(path)

    def follow(self, link_id: str) -> Page:
        return self.open(self.page.get(link_id).attributes["href"])

    def press(self, button_id: str, *, twice: bool = False, **typed: str) -> Page:
        path, sent = form_of(self.page, button_id, **typed)
        address = urljoin(self.url, path)
        if twice:
            self.browser.post(address, data=sent, timeout=20)
            self.crash()
        return self._shown(self.browser.post(address, data=sent, timeout=20))

    # -- the car

    def car(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        answer = requests.request(method, self.addresses["cloud"] + path, timeout=20, **more)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def test_killed_from_the_portal_to_the_car(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    folder.mkdir()
    first = Chain(folder, Clock())
    first.cloud.services.vehicles.add(VIN, "BMW iX xDrive50")
    first.close()
    town = Town(folder)
    try:
        # The portal: sign in, store the number, begin the activation.
        town.begin("cloud", "/portal/bmw/personal-data/numbers/new?lang=en")
        town.press("login-submit", email=SORA[0], password=SORA[1])
        town.crash()
        town.press("portal-number-save", number=SORA_LINE, kind="mobile")
        town.crash()
        town.begin("cloud", "/portal/bmw/esim/activation")
        town.press("portal-activation-submit", twice=True)
        town.crash()

        # The operator: log in; the line is subscribed already.
        town.press("daccount-next", d_id="sora-ito")
        code = re.search(r"\d{6}", town.told()["text"])
        town.crash()
        assert code
        assert town.press("daccount-login", password="Bench-Ito-2026", code=code[0]).state() == "one_number"
        town.crash()
        town.follow("procedure-use-in-car")
        town.crash()
        town.press("associate-submit", twice=True, agree="yes")
        back = town.page.get("associated-back").attributes["href"]
        town.crash()

        # Back at the portal, twice: a kill between the exchange of the code and its answer is a reload.
        for _ in range(2):
            town.open(back)
            assert town.page.get("portal-esim-state").attributes["data-state"] == "linked"
            town.crash()

        # The car: signs in, is ordered a profile, and reports that it runs.
        form = {"client_id": "bmw-car", "username": SORA[0], "password": SORA[1], "code_challenge": CHALLENGE}
        challenge = town.car("POST", "/oauth/authorize-challenge", data={**form, "vin": VIN})
        town.crash()
        exchange = {"grant_type": "authorization_code", "client_id": "bmw-car", "code_verifier": VERIFIER}
        tokens = town.car("POST", "/oauth/token", data={**exchange, "code": challenge["authorization_code"]})
        town.crash()
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        town.car("PUT", f"/api/vehicles/{VIN}/users/me", headers=headers, json={"role": "main"})
        town.crash()
        seen = [town.car("GET", f"/api/vehicles/{VIN}/esim?eid={EID}", headers=headers)]
        town.crash()
        seen.append(town.car("GET", f"/api/vehicles/{VIN}/esim?eid={EID}", headers=headers))
        assert seen[0]["activation_code"] == seen[1]["activation_code"] != ""
        report = {"state": "active", "iccid": seen[0]["iccid"], "eid": EID}
        for _ in range(2):
            assert town.car("PUT", f"/api/vehicles/{VIN}/esim", headers=headers, json=report)["state"] == "active"
            town.crash()
        town.begin("cloud", "/portal/bmw/esim")
        assert town.page.get("portal-esim-state").attributes["data-state"] == "active"
    finally:
        town.kill()
    after = Chain(folder, Clock())
    rows = after.carrier.registrations.of(SORA_LINE)
    assert [(row.name, row.eid, row.iccid) for row in rows] == [("BMW", EID, seen[0]["iccid"])]
    assert [entry.kind for entry in after.carrier.registrations.history(SORA_LINE)] == ["registered"]
    taken = [order for order in after.smdp.context.book.all() if order.eid == EID]
    assert [order.iccid for order in taken] == [seen[0]["iccid"]]
    after.close()
