# The commands that stay. Each does all the set-up itself; see README.md.
BIN := .venv/bin

.PHONY: setup setup-test run test journeys lint fix sweep soak benchmark docs clean

setup:
	@scripts/setup run

setup-test:
	@scripts/setup test

run: setup
	$(BIN)/onebench run

test: setup-test lint
	$(BIN)/python -m pytest -n 4 --dist loadfile --reruns 1 -m "not web_engine and not journey"
	scripts/test-windows
	rm -rf $(WALKS)
	$(WALK) '*-complete' $(IN_JAPANESE) --lang ja
	$(WALK) '*-complete' $(IN_ENGLISH) --lang en

# `make test` walks each guide from its first row to its last in both languages, and of the branches those that cross most
# rooms, some in Japanese, some in English.
WALKS := reports/test
WALK := $(BIN)/onebench journey run --jobs 2 --again --report $(WALKS) --record $(WALKS)/records
IN_JAPANESE := bmw-car-app bmw-app-pin-locked bmw-handle-expired error-qr-expired error-wrong-password \
	esim-download-fails-interrupted esim-download-fails-memory-full mini-app-redo mini-car-co-users mgmt-rename mgmt-cancel \
	mgmt-sixth one-number-limits car-calls-second car-calls-released aeon-otp-wrong mynapoint-card-locked x-bearer-log-in
IN_ENGLISH := bmw-car-email bmw-pc bmw-carrier-down error-cloud-down error-modem-unplugged esim-download-fails-expired \
	mini-car-driving two-brands mgmt-release mgmt-car-released one-number-order-rules car-calls-incoming \
	aeon-cards-refused mynapoint-card-first prep-app-removed x-shared-state

# Every journey in both languages, and whether they covered every row of the guides. Some ten minutes.
journeys: setup-test
	rm -rf $(WALKS)
	$(WALK) --all --lang ja
	$(WALK) --all --lang en
	$(BIN)/onebench guide coverage --complete --record $(WALKS)/records

lint: setup-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	scripts/lint-qml

fix: setup-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	scripts/lint-qml --fix

sweep: setup-test
	$(BIN)/python -m onebench.sweep

# Long runs of what `make test` runs short: examples of each property, power lost at every APDU. About five minutes.
FUZZ ?= 1500
SOAK := $(addprefix tests/firmware_bridge/test_,card_robustness.py card.py virtual_fuzz.py at_engine.py lpa_whole.py lpa_download.py)
soak: setup-test
	ONEBENCH_FUZZ=$(FUZZ) nice -n 19 $(BIN)/python -m pytest -p tests.firmware_bridge.soak -p no:randomly -q $(SOAK) \
		-k "power or any or flipped or pieces or junk or parsers or memory or break"

benchmark: setup-test
	$(BIN)/python -m onebench.benchmark

docs: setup
	$(BIN)/python -m onebench.documents

clean:
	rm -rf .venv build dist reports benchmarks *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f assets/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
