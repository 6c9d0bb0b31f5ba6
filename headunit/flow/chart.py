"""The head unit's screens as one statechart: every screen a state, every touch and every fact an event.

States carry the names of the contract (docs/architecture.md). Guards and actions are named here and live in
`headunit.features`, which listen to the chart. Touches have the contract's names; facts that the car learns are past
participles (`qrApproved`, `loginDone`). Sources: BMW-JP-CAR-01…15 and the same rows of BMW-EN-CAR.
"""

from __future__ import annotations

from statemachine import State, StateChart


class ScreenChart(StateChart):
    """Which screen is shown. An event that a screen does not know is ignored there."""

    catch_errors_as_events = False

    home_screen = State("home", value="home", initial=True)
    bmw_id = State("bmwId", value="bmwId")
    driver = State("driver", value="driver")
    add_method = State("addMethod", value="addMethod")
    qr = State("qr", value="qr")
    email_choice = State("emailChoice", value="emailChoice")
    credentials = State("credentials", value="credentials")
    logging_in = State("loggingIn", value="loggingIn")
    login_failed = State("loginFailed", value="loginFailed")
    sync = State("sync", value="sync")
    pin_offer = State("pinOffer", value="pinOffer")
    pin_entry = State("pinEntry", value="pinEntry")
    pin_done = State("pinDone", value="pinDone")
    profile_ready = State("profileReady", value="profileReady")
    pin_ask = State("pinAsk", value="pinAsk")
    mobile_devices = State("mobileDevices", value="mobileDevices")
    bluetooth = State("bluetooth", value="bluetooth")
    personal_esim = State("personalEsim", value="personalEsim")
    telephone = State("telephone", value="telephone")
    settings = State("settings", value="settings")
    activation_code = State("activationCode", value="activationCode")
    vehicle_key = State("vehicleKey", value="vehicleKey")
    more_settings = State("moreSettings", value="moreSettings")
    consents = State("consents", value="consents")
    my_id = State("myId", value="myId")

    # BMW ID menu and the stored drivers (CAR-01, CAR-02c)
    bmw_id.to(None, event="addBmwId", cond="sign_in_is_refused", on="tell_why_no_sign_in")
    bmw_id.to(qr, event="addBmwId", cond="has_one_way_to_add", on="begin_adding")
    bmw_id.to(add_method, event="addBmwId", on="begin_adding")
    bmw_id.to(home_screen, event="back")
    bmw_id.to(driver, event="openDriver", cond="knows_driver", on="show_driver")
    bmw_id.to(driver, event="selectDriver", cond="is_active_driver", on="show_driver")
    driver.to(bmw_id, event="back")
    driver.to(bmw_id, event="driverRemoved")
    driver.to(home_screen, event="activateDriver", cond="is_active_driver")
    driver.to(pin_entry, event="changePin", cond="is_active_driver", on="begin_pin_change")
    driver.to(None, event="changePin", cond="knows_driver", on="tell_activate_first")
    driver.to(more_settings, event="openMoreSettings", cond="has_more_settings", on="remember_driver_page")
    driver.to(None, event="setVehicleKey", cond="has_more_settings", on="take_vehicle_key")
    driver.to(home_screen, event="carReset")
    for _screen in (bmw_id, add_method, email_choice, driver):
        for _event, _choice in (
            ("selectDriver", "choose_driver_for_set_up"),
            ("activateDriver", "choose_driver_to_switch"),
        ):
            _screen.to(None, event=_event, cond="is_driving", on="tell_why_no_sign_in")
            _screen.to(credentials, event=_event, cond="pin_is_locked", on=[_choice, "ask_credentials_for_pin"])
            _screen.to(pin_ask, event=_event, cond="has_pin", on=_choice)
            _screen.to(logging_in, event=_event, cond="knows_driver", on=_choice)
    bmw_id.to(home_screen, event="activateGuest", on="become_guest")
    driver.to(home_screen, event="activateGuest", on="become_guest")

    # Adding a BMW ID: by the app (CAR-02b, CAR-03a) or by e-mail and password (CAR-03c, CAR-03d)
    for _screen, _event in (
        (add_method, "chooseApp"),
        (add_method, "chooseId"),
        (email_choice, "openEmail"),
        (credentials, "submitCredentials"),
        (qr, "renewQr"),
    ):
        _screen.to(None, event=_event, cond="sign_in_is_refused", on="tell_why_no_sign_in")
    for _screen in (add_method, qr, email_choice, credentials):
        _screen.to(bmw_id, event="drivingBegan", on="tell_why_no_sign_in")
    add_method.to(qr, event="chooseApp")
    add_method.to(email_choice, event="chooseId")
    add_method.to(bmw_id, event="back")
    qr.to(logging_in, event="qrApproved", on="keep_approved_sign_in")
    qr.to(None, event="renewQr", on="renew_qr_code")
    qr.to(None, event="retry", on="renew_qr_code")
    qr.to(bmw_id, event="back", cond="has_one_way_to_add")
    qr.to(add_method, event="back")
    email_choice.to(credentials, event="openEmail", on="ask_credentials")
    email_choice.to(add_method, event="back")
    credentials.to(None, event="submitCredentials", on="verify_credentials")
    credentials.to(None, event="retry", on="forget_error")
    credentials.to(logging_in, event="credentialsAccepted")
    credentials.to(bmw_id, event="back", cond="credentials_for_stored_driver")
    credentials.to(email_choice, event="back")

    # Log-in (CAR-04)
    logging_in.to(profile_ready, event="loginDone", cond="is_quick_login")
    logging_in.to(vehicle_key, event="loginDone", cond="begins_with_vehicle_key")
    logging_in.to(sync, event="loginDone")
    logging_in.to(login_failed, event="loginRefused")
    logging_in.to(bmw_id, event="cancelLogin")
    logging_in.to(bmw_id, event="back")
    login_failed.to(credentials, event="retry", cond="must_sign_in_again", on="ask_stored_credentials")
    login_failed.to(logging_in, event="retry", cond="login_can_go_on")
    login_failed.to(qr, event="retry", cond="has_one_way_to_add")
    login_failed.to(add_method, event="retry")
    login_failed.to(bmw_id, event="back")
    login_failed.to(bmw_id, event="cancelLogin")

    # The key, the permissions and the own ID, where the brand asks for them (MINI-APP-S1-11 to -15)
    vehicle_key.to(None, event="setVehicleKey", on="take_vehicle_key")
    vehicle_key.to(more_settings, event="openMoreSettings")
    vehicle_key.to(bmw_id, event="back")
    more_settings.to(consents, event="openConsents")
    more_settings.to(my_id, event="openMyId")
    more_settings.to(driver, event="finish", cond="came_from_driver_page", on=["finish_link", "apply_sync_choice"])
    more_settings.to(profile_ready, event="finish", on=["finish_link", "apply_sync_choice"])
    more_settings.to(driver, event="back", cond="came_from_driver_page")
    more_settings.to(vehicle_key, event="back")
    consents.to(None, event="enableAllConsents", on="enable_all_consents")
    consents.to(None, event="setConsent", on="take_consent")
    consents.to(more_settings, event="back")
    my_id.to(None, event="setIdSync", on="take_id_sync")
    my_id.to(more_settings, event="back")

    # The choice of settings and the PIN (CAR-05 to CAR-09)
    sync.to(None, event="chooseSync", on="take_sync_choice")
    sync.to(profile_ready, event="continue", cond="active_has_pin", on="apply_sync_choice")
    sync.to(pin_offer, event="continue", on="apply_sync_choice")
    pin_offer.to(pin_entry, event="setUpPin", on="begin_pin_set_up")
    pin_offer.to(profile_ready, event="skipPin")
    pin_offer.to(sync, event="back")
    pin_entry.to(None, event="pinDigit", on="type_new_pin")
    pin_entry.to(None, event="pinErase", on="erase_new_pin")
    pin_entry.to(None, event="retry", on="store_pin_again")
    pin_entry.to(None, event="back", cond="confirms_new_pin", on="restart_new_pin")
    pin_entry.to(driver, event="back", cond="is_pin_change")
    pin_entry.to(pin_offer, event="back")
    pin_entry.to(pin_done, event="pinStored")
    pin_done.to(driver, event="continue", cond="is_pin_change")
    pin_done.to(profile_ready, event="continue")
    profile_ready.to(home_screen, event="continue")

    # The PIN of a stored driver
    pin_ask.to(None, event="pinDigit", on="type_asked_pin")
    pin_ask.to(None, event="pinErase", on="erase_asked_pin")
    pin_ask.to(None, event="retry", on="forget_error")
    pin_ask.to(home_screen, event="pinAccepted", cond="asked_at_start", on="enter_without_screen")
    pin_ask.to(logging_in, event="pinAccepted")
    pin_ask.to(credentials, event="pinLocked", on="ask_credentials_for_pin")
    pin_ask.to(credentials, event="forgotPin", on="ask_stored_credentials")
    pin_ask.to(home_screen, event="activateGuest", on="become_guest")
    pin_ask.to(home_screen, event="back", cond="asked_at_start")
    pin_ask.to(bmw_id, event="back")

    # Personal eSIM (CAR-10 to CAR-15) and the parent phone (CAR-13)
    mobile_devices.to(personal_esim, event="openPersonalEsim")
    telephone.to(personal_esim, event="openPersonalEsim")
    mobile_devices.to(home_screen, event="back")
    personal_esim.to(mobile_devices, event="back")
    personal_esim.to(None, event="setTelephony", on="take_telephony")
    personal_esim.to(None, event="setMobileData", on="take_mobile_data")
    personal_esim.to(None, event="setRoaming", on="take_roaming")
    personal_esim.to(None, event="showIccid", on="show_iccid")
    for _screen in (home_screen, mobile_devices, personal_esim, telephone, settings):
        _screen.to(bluetooth, event="activateTelephony", on="take_telephony_offer")
        _screen.to(None, event="declineTelephony", on="refuse_telephony_offer")
        _screen.to(credentials, event="retryEsim", cond="esim_needs_login", on="ask_active_credentials")
        _screen.to(None, event="retryEsim", on="retry_esim")
        _screen.to(bluetooth, event="openBluetooth", on="remember_way_back")
    bluetooth.to(None, event="scanBluetooth", on="scan_for_devices")
    bluetooth.to(None, event="retry", on="scan_for_devices")
    bluetooth.to(None, event="selectDevice", on="select_device")
    bluetooth.to(telephone, event="parentConnected", cond="came_from_telephone")
    bluetooth.to(mobile_devices, event="parentConnected")
    bluetooth.to(personal_esim, event="back", cond="came_from_personal_esim")
    bluetooth.to(telephone, event="back", cond="came_from_telephone")
    bluetooth.to(mobile_devices, event="back")
    home_screen.to(None, event="setAppearance", on="take_appearance")
    telephone.to(home_screen, event="back")
    telephone.to(None, event="retry", on="pull_contacts")
    telephone.to(None, event="openTab", on="open_telephone_tab")
    telephone.to(None, event="telephoneKey", on="type_number")
    telephone.to(None, event="telephoneErase", on="erase_number")
    telephone.to(None, event="call", on="call_number")

    # Settings
    settings.to(home_screen, event="back")
    settings.to(None, event="setLanguage", on="take_language")
    settings.to(None, event="setAppearance", on="take_appearance")
    settings.to(None, event="setBrightness", on="take_brightness")
    settings.to(None, event="setSounds", on="take_sounds")
    settings.to(home_screen, event="carReset")
    settings.to(activation_code, event="openActivationCode", on="open_activation_code")
    activation_code.to(None, event="submitActivationCode", on="submit_activation_code")
    activation_code.to(None, event="answerOffer", on="answer_offer")
    activation_code.to(None, event="submitConfirmationCode", on="submit_confirmation_code")
    activation_code.to(None, event="enableProfile", on="enable_profile")
    activation_code.to(None, event="keepDisabled", on="keep_disabled")
    activation_code.to(None, event="retry", on="retry_activation")
    activation_code.to(None, event="editCode", on="edit_code")
    activation_code.to(settings, event="back")

    # From everywhere: the rail, and what takes the driver away
    for _screen in [value for value in list(vars().values()) if isinstance(value, State)]:
        for _root, _event in (
            (home_screen, "home"),
            (bmw_id, "openBmwId"),
            (mobile_devices, "openMobileDevices"),
            (telephone, "openTelephone"),
            (settings, "openSettings"),
        ):
            if _screen is not _root:
                _screen.to(_root, event=_event)
        _screen.to(None, event="dismiss", on="forget_error")
    del _screen, _root, _event, _choice  # the class would take them for states


RAIL = ("home", "openBmwId", "openMobileDevices", "openTelephone", "openSettings")
"""Events of the rail: they lead from any screen to one of its roots."""
BACK = ("back", "cancelLogin", "home")
"""Events after which the screen moves backwards."""
CALM_SCREENS = frozenset({"home", "mobileDevices", "personalEsim", "telephone", "settings"})
"""Screens that the telephone pop-up may interrupt; it waits while somebody signs in or pairs."""


def direction_of(event: str, source: str, target: str) -> str:
    """How a change of screen moves: `forward`, `back` or `none` (from one root of the rail to another)."""
    if event in BACK:
        return "back"
    return "none" if event in RAIL and source in CALM_SCREENS | {"bmwId"} and source != "home" else "forward"
