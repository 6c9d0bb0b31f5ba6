# The commands that stay. Each does all the set-up itself; see README.md.
BIN := .venv/bin

.PHONY: setup setup-test run test lint fix sweep benchmark docs clean

setup:
	@scripts/setup run

setup-test:
	@scripts/setup test

run: setup
	$(BIN)/onebench run

test: setup-test lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --reruns 1

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

benchmark: setup-test
	$(BIN)/python -m onebench.benchmark

docs: setup
	$(BIN)/python -m onebench.documents

clean:
	rm -rf .venv build dist reports benchmarks *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f assets/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
