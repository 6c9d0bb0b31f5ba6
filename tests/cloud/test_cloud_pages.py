"""The pages through Flask's test client: what people see, and what nobody can do to them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from cloud_bench import HANA, KEN, Bench, csrf_of, sign_in
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import cloud.sites
from core.sign_in_link import show_user_code


def words(page: TestResponse) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def kind(page: TestResponse) -> str | None:
    found = re.search(r'data-kind="([^"]+)"', page.text)
    return found[1] if found else None


def open_code(bench: Bench, browser: FlaskClient) -> tuple[dict, TestResponse]:
    asked = bench.ask_device()
    return asked, browser.get("/device", query_string={"user_code": asked["user_code"]})


def form_of(page: TestResponse) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text))


# -- labels of the guide


@pytest.mark.parametrize(
    ("language", "login", "register", "password"),
    [("ja", "ログインする", "はじめて登録する", "パスワード"), ("en", "Login", "Register now", "Password")],
)
def test_labels_of_the_guide(bench: Bench, language: str, login: str, register: str, password: str) -> None:
    """BMW-JP-SP-04, 04a, 05 and their English twins."""
    page = bench.client().get("/login", query_string={"ui_locales": language})
    assert f'<html lang="{language}">' in page.text
    assert re.search(rf'id="login-submit"[^>]*>{login}<', page.text)
    assert re.search(rf'id="login-register"[^>]*>{register}<', page.text)
    assert re.search(rf'<label for="login-password">{password}<', page.text)
    assert "BMW ID" in re.search(r'<label for="login-email">([^<]+)<', page.text)[1]


@pytest.mark.parametrize(
    ("header", "expected"), [("ja,en;q=0.8", "ja"), ("en-GB", "en"), ("fr", "en"), ("de,ja;q=0.5", "ja"), ("", "en")]
)
def test_language_of_the_browser(bench: Bench, header: str, expected: str) -> None:
    assert f'<html lang="{expected}">' in bench.client().get("/login", headers={"Accept-Language": header}).text


def test_the_chosen_language_stays(bench: Bench) -> None:
    browser = bench.client()
    browser.get("/login?lang=ja")
    assert '<html lang="ja">' in browser.get("/register").text
    sign_in(browser)
    assert "青木 花さん" in words(browser.get("/account"))
    assert "Hello, Hana Aoki" in words(browser.get("/account?lang=en"))
    assert '<html lang="en">' in browser.get("/nothing-here").text


def test_every_sentence_is_translated() -> None:
    folder = Path(cloud.sites.__file__).parent
    found = {entry[2] for entry in extract_from_dir(folder, method_map=[("templates/**.html", "jinja2")])}
    with (folder.parent / "translations/ja/LC_MESSAGES/messages.po").open("rb") as file:
        catalog = read_po(file)
    translated = {message.id: message.string for message in catalog if message.id}
    assert len(found) > 60
    assert found == set(translated)
    for source, target in translated.items():
        assert target, source
        assert sorted(re.findall(r"%\(\w+\)s", source)) == sorted(re.findall(r"%\(\w+\)s", target)), source


# -- signing in


def test_wrong_password(bench: Bench) -> None:
    page = sign_in(bench.client(), (HANA[0], "wrong"))
    assert page.status_code == 401
    assert words(page).count("E-mail or password is not right") == 2, "on top and under the field"
    assert f'value="{HANA[0]}"' in page.text, "the e-mail is kept"
    assert "wrong" not in re.findall(r'value="([^"]*)"', page.text), "the password is not"
    assert 'aria-invalid="true" aria-describedby="login-password-error' in page.text


def test_locked(bench: Bench) -> None:
    for _ in range(bench.settings.sign_in_attempts):
        page = sign_in(bench.client(), (HANA[0], "wrong"))
    assert page.status_code == 403
    assert "15 more minutes" in words(page)


def test_registration_goes_on_to_where_the_person_was_going(bench: Bench) -> None:
    browser = bench.client()
    asked = bench.ask_device()
    answer = browser.get("/device", query_string={"user_code": asked["user_code"]})
    assert answer.status_code == 302
    page = browser.get(answer.location)
    register = unescape(re.search(r'id="login-register" href="([^"]+)"', page.text)[1])
    page = browser.get(register)
    form = {
        "csrf_token": csrf_of(page),
        "next": form_of(page)["next"],
        "name": "山田 太郎",
        "email": "taro@example.com",
    }
    page = browser.post("/register", data={**form, "password": "short"})
    assert page.status_code == 422
    assert "does not meet all points" in words(page)
    answer = browser.post("/register", data={**form, "password": "Yamada-2026"})
    assert answer.status_code == 303
    page = browser.get(answer.location)
    assert show_user_code(asked["user_code"].replace("-", "")) in words(page)
    assert "山田 太郎" in words(page)


def test_all_mistakes_are_told_at_once(bench: Bench) -> None:
    browser = bench.client()
    page = browser.get("/register")
    form = {"csrf_token": csrf_of(page), "name": " ", "email": HANA[0].upper(), "password": "x"}
    page = browser.post("/register", data=form)
    assert page.status_code == 422
    for text in ("Please enter your name", "already an account", "does not meet all points"):
        assert words(page).count(text) == 2, text


def test_what_people_type_is_text(bench: Bench) -> None:
    bench.services.accounts.register(email="x@example.com", password="Bench-2026", name="<script>alert(1)</script>")
    browser = bench.client()
    sign_in(browser, ("x@example.com", "Bench-2026"))
    page = browser.get("/account")
    assert "<script>alert" not in page.text
    assert "<script>alert(1)</script>" in words(TestResponseText(page.text))
    assert "<b>" not in browser.get("/login", query_string={"login_hint": '"><b>'}).text


class TestResponseText:
    __test__ = False

    def __init__(self, text: str) -> None:
        self.text = text


def test_log_out(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    cookie = browser.get_cookie("driver-id-8444").value
    page = browser.get("/logout")
    assert browser.get("/account").status_code == 200, "a link alone ends nothing"
    browser.post("/logout", data={"csrf_token": csrf_of(page)})
    assert browser.get("/account").status_code == 302
    browser.set_cookie("driver-id-8444", cookie)
    assert browser.get("/account").status_code == 302, "the old cookie is worth nothing"


# -- security


def test_no_open_redirect(bench: Bench) -> None:
    for target in ("https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"):
        browser = bench.client()
        page = browser.get("/login", query_string={"next": target})
        assert "evil" not in re.sub(r'id="language[^>]+>', "", page.text)
        form = {"csrf_token": csrf_of(page), "email": HANA[0], "password": HANA[1], "next": target}
        assert browser.post("/login", data=form).location == "/account"


def test_forms_need_their_token(bench: Bench) -> None:
    browser = bench.client()
    page = browser.post("/login", data={"email": HANA[0], "password": HANA[1]})
    assert (page.status_code, kind(page)) == (400, "stale")
    assert browser.get("/account").status_code == 302


def test_the_cookie(bench: Bench) -> None:
    answer = sign_in(bench.client())
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert cookie.startswith("driver-id-8444="), "other benches on this machine have other names"


def test_no_session_can_be_planted(bench: Bench) -> None:
    browser = bench.client()
    page = browser.get("/login")
    planted = browser.get_cookie("driver-id-8444").value
    form = {"csrf_token": csrf_of(page), "email": HANA[0], "password": HANA[1]}
    browser.post("/login", data=form)
    thief = bench.client()
    thief.set_cookie("driver-id-8444", planted)
    assert thief.get("/account").status_code == 302
    page = browser.post("/logout", data={"csrf_token": form["csrf_token"]})
    assert kind(page) == "stale", "the form token changed too"


def test_security_headers(bench: Bench) -> None:
    for path in ("/login", "/device", "/nothing", "/.well-known/openid-configuration", "/static/site.css"):
        with bench.client().get(path) as answer:
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "form-action 'self' mybmw:" in policy, "or browsers would stop the way back to the app"
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    assert bench.client().get("/login").headers["Cache-Control"] == "no-store"


def test_no_inline_script_or_style(bench: Bench) -> None:
    for path in (Path(cloud.sites.__file__).parent / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=|javascript:", text), path.name


def test_foreign_host_names_are_refused(bench: Bench) -> None:
    answer = bench.app.test_client().get("/login", headers={"Host": "evil.example"})
    assert answer.status_code == 400


# -- the car's pages


def test_approve_a_car(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    asked, page = open_code(bench, browser)
    text = words(page)
    assert asked["user_code"] in text
    assert "BMW iX xDrive50" in text
    assert "0000000" in text
    assert HANA[0] in text
    answer = browser.post("/device", data={**form_of(page), "decision": "approve"})
    assert answer.location == "/device/done"
    assert "BMW iX xDrive50" in words(browser.get(answer.location))
    tokens = bench.poll(asked["device_code"]).get_json()
    assert bench.api("GET", "/oauth/userinfo", tokens["access_token"]).get_json()["email"] == HANA[0]
    again = browser.get("/device", query_string={"user_code": asked["user_code"]})
    assert (again.status_code, kind(again)) == (409, "code_used")


def test_refuse_a_car(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    asked, page = open_code(bench, browser)
    answer = browser.post("/device", data={**form_of(page), "decision": "deny"})
    assert answer.location == "/device/refused"
    assert browser.get(answer.location).status_code == 200
    assert bench.poll(asked["device_code"]).get_json()["error"] == "access_denied"


def test_anything_but_yes_is_no(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    asked, page = open_code(bench, browser)
    browser.post("/device", data=form_of(page))
    assert bench.poll(asked["device_code"]).get_json()["error"] == "access_denied"


def test_the_confirmation_belongs_to_who_saw_the_page(bench: Bench) -> None:
    """Domain fact §3.1(e): Ken must not approve with the page that Hana opened, nor the other way round."""
    browser = bench.client()
    sign_in(browser)
    asked, page = open_code(bench, browser)
    shown_to_hana = {**form_of(page), "decision": "approve"}
    sign_in(browser, KEN)
    assert kind(browser.post("/device", data=shown_to_hana)) == "stale"
    fresh = csrf_of(browser.get("/logout"))
    assert kind(browser.post("/device", data={**shown_to_hana, "csrf_token": fresh})) == "stale"
    other = bench.client()
    sign_in(other, KEN)
    fresh = csrf_of(other.get("/logout"))
    assert kind(other.post("/device", data={**shown_to_hana, "csrf_token": fresh})) == "stale"
    assert bench.poll(asked["device_code"]).get_json()["error"] == "authorization_pending"


def test_nothing_is_approved_unseen(bench: Bench) -> None:
    """A form for a code whose page was never shown does nothing, even with a good form token."""
    browser = bench.client()
    sign_in(browser)
    asked = bench.ask_device()
    form = {"csrf_token": csrf_of(browser.get("/logout")), "user_code": asked["user_code"], "decision": "approve"}
    assert kind(browser.post("/device", data=form)) == "stale"
    assert kind(browser.post("/device", data={**form, "confirmation": "guess"})) == "stale"
    assert bench.poll(asked["device_code"]).get_json()["error"] == "authorization_pending"


def test_an_expired_code(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    asked, page = open_code(bench, browser)
    bench.clock.advance(600)
    answer = browser.post("/device", data={**form_of(page), "decision": "approve"})
    assert (answer.status_code, kind(answer)) == (410, "code_expired")
    seen = browser.get("/device", query_string={"user_code": asked["user_code"]})
    assert (seen.status_code, kind(seen)) == (410, "code_expired")


def test_codes_by_hand(bench: Bench) -> None:
    browser = bench.client()
    assert browser.get("/device").status_code == 200
    page = browser.get("/device?user_code=AEIOU")
    assert page.status_code == 422
    assert "A code has 8 letters" in words(page)
    sign_in(browser)
    for _ in range(bench.settings.user_code_attempts):
        page = browser.get("/device?user_code=BCDF-GHJK")
        assert page.status_code == 404
        assert "No car is waiting" in words(page)
    page = browser.get("/device?user_code=BCDF-GHJK")
    assert (page.status_code, kind(page)) == (429, "too_many_attempts")
    assert "10 more minutes" in words(page)


def test_malformed_codes_cost_no_try(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    for _ in range(20):
        assert browser.get("/device?user_code=AEIOU").status_code == 422


def test_a_request_without_a_car(bench: Bench) -> None:
    browser = bench.client()
    sign_in(browser)
    form = {"client_id": "bmw-car"}
    code = bench.client().post("/oauth/device_authorization", data=form).get_json()["user_code"]
    assert "A device without a name" in words(browser.get("/device", query_string={"user_code": code}))


# -- trouble


def test_an_address_that_is_none(bench: Bench) -> None:
    page = bench.client().get("/no/such/page")
    assert (page.status_code, kind(page)) == (404, "not_found")


def test_a_mistake_of_ours_is_a_page_too(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(bench.services.accounts), "find", lambda *_: 1 / 0)
    browser = bench.client()
    sign_in(browser)
    page = browser.get("/account")
    assert page.status_code == 500
    assert "ZeroDivision" not in page.text


def test_ids_are_unique(bench: Bench) -> None:
    browser = bench.client()
    pages = [browser.get(path) for path in ("/login", "/register", "/device", "/nothing")]
    sign_in(browser)
    pages += [browser.get("/account"), browser.get("/logout"), open_code(bench, browser)[1]]
    for page in pages:
        ids = re.findall(r'\sid="([^"]+)"', page.text)
        assert len(ids) == len(set(ids)), page.request.path
        for control in re.findall(r"<(?:button|a)\s[^>]*>|<input(?![^>]*type=\"hidden\")[^>]*>", page.text):
            assert "id=" in control or 'class="skip"' in control or "#" in control, control
