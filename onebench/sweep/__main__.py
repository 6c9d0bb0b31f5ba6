"""`python -m onebench.sweep [ERRAND…] [--lang ja] [--part N/M] [--match TEXT]`: the whole sweep and its table."""

from __future__ import annotations

import argparse
import sys

from core.ui.app import prepare_environment


def main() -> int:
    """Exit status 0 only if no cell is stuck or wordless."""
    prepare_environment(offscreen=True)
    from onebench.sweep.cells import DEVICES
    from onebench.sweep.rules import ERRANDS
    from onebench.sweep.sweep import record, sweep, table

    parser = argparse.ArgumentParser(prog="python -m onebench.sweep", description="Every request, every fault.")
    parser.add_argument("errands", nargs="*", default=list(ERRANDS), metavar="ERRAND", help=", ".join(ERRANDS))
    parser.add_argument("--lang", default="en", choices=("en", "ja"))
    parser.add_argument("--match", default="", help="only cells whose port, request or fault holds this text")
    parser.add_argument("--part", default="1/1", help="N/M: every M-th cell from the N-th on, for several processes")
    chosen = parser.parse_args()
    number, _, parts = chosen.part.partition("/")
    found = [cell for errand in chosen.errands for cell in record(errand, chosen.lang)]
    found += [cell for cell in DEVICES if cell.errand in chosen.errands]
    found = [cell for cell in found if chosen.match in f"{cell.step} {cell.trouble.name}"]
    outcomes = sweep(found[int(number) - 1 :: int(parts)], lambda text: print(text, flush=True), chosen.lang)
    bad = [outcome for outcome in outcomes if not outcome.is_good]
    print(f"\n{table(outcomes)}\n\n{len(outcomes) - len(bad)} good, {len(bad)} stuck or wordless")
    return 1 if bad or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
