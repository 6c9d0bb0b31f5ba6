"""`make benchmark`: all figures, as a table and as `benchmarks/latest.json`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from core.ui.app import prepare_environment
from onebench.benchmark.figures import Figure, table

SECTIONS = ("startup", "live", "line", "esim", "radio", "ring", "scanner")


def main() -> None:
    """Run all sections, or those named on the command line."""
    prepare_environment(offscreen=True)
    chosen = sys.argv[1:] or SECTIONS
    figures: list[Figure] = []
    details: dict[str, object] = {}
    for section in chosen:
        print(f"measuring: {section}", file=sys.stderr, flush=True)
        if section == "startup":
            import onebench.benchmark.startup as startup

            figures += startup.run()
        elif section == "live":
            import onebench.benchmark.live as live

            figures += live.run()
        elif section == "line":
            import onebench.benchmark.line as line

            found, details["line"] = line.run()
            figures += found
        elif section == "esim":
            import onebench.benchmark.esim as esim

            found, details["esim"] = esim.run()
            figures += found
        elif section == "radio":
            import onebench.benchmark.radio as radio

            found, details["radio"] = radio.run()
            figures += found
        elif section == "ring":
            import onebench.benchmark.ring as ring

            found, details["ring"] = ring.run()
            figures += found
        elif section == "scanner":
            import onebench.benchmark.scanner as scanner

            found, details["scanner"] = scanner.run()
            figures += found
        else:
            sys.exit(f"there is no section {section}: choose of {', '.join(SECTIONS)}")
    print(table(figures))
    folder = Path("benchmarks")
    folder.mkdir(exist_ok=True)
    result = {"load": os.getloadavg(), "cores": os.cpu_count(), "figures": [f.to_json() for f in figures], **details}
    (folder / "latest.json").write_text(json.dumps(result, indent=1, default=str), encoding="utf-8")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; written to {folder / 'latest.json'}")


if __name__ == "__main__":
    main()
