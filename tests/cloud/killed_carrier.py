"""Orders in processes that are killed at each of their SQL statements: `python killed_carrier.py FIRST_RUN FOLDER`.

Prints one JSON list a process: how many orders and items a living operator finds after it, and after asking again. The
last line is the count of wrong PINs after one, by a process that was killed when it had answered.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from carrier_bench import BOTH_FORM, MIO, CarrierBench, make_carrier
from sqlalchemy import Engine, event, func, select

from cloud.carrier.models import ContractItemRow, NetworkPinRow, OrderRow
from core.clock import Clock
from core.errors import BenchError


def order_until_killed(folder: Path, statement: int) -> None:
    """Place an order; this process ends like one whose power goes, at its `statement`th SQL statement or commit."""
    bench, done = operator(folder), 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    bench.services.contracts.place(MIO, BOTH_FORM, "one-key")
    os._exit(0)


def guess_and_die(folder: Path) -> None:
    """Type a wrong network PIN; the power goes with the answer."""
    with contextlib.suppress(BenchError):
        operator(folder).services.network_pins.check(MIO, "0001")
    os.kill(os.getpid(), signal.SIGKILL)


def operator(folder: Path) -> CarrierBench:
    return make_carrier(folder, Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0))


def found(bench: CarrierBench) -> list[int]:
    with bench.services.context.database.reading() as session:
        orders = select(func.count()).select_from(OrderRow).where(OrderRow.msisdn == MIO)
        items = select(func.count()).select_from(ContractItemRow).where(ContractItemRow.msisdn == MIO)
        return [session.scalar(orders) or 0, session.scalar(items) or 0]


def main(first_run: Path, folder: Path) -> None:
    statement, killed = 0, True
    while killed:
        statement += 1
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(first_run, folder)
        child = os.fork()
        if child == 0:
            order_until_killed(folder, statement)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        bench = operator(folder)
        after = found(bench)
        bench.services.contracts.place(MIO, BOTH_FORM, "one-key")
        print(json.dumps([killed, *after, *found(bench)]))
        bench.close()
    if (child := os.fork()) == 0:
        guess_and_die(folder)
    os.waitpid(child, 0)
    bench = operator(folder)
    with bench.services.context.database.reading() as session:
        print(session.get_one(NetworkPinRow, MIO).failures)
    bench.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
