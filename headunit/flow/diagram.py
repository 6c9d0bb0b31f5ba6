"""Writes the statecharts as Mermaid text, so that the drawing in the docs is the code that runs."""

from __future__ import annotations

from typing import Any

from headunit.flow.activation import ActivationChart
from headunit.flow.call_view import CallChart
from headunit.flow.chart import ScreenChart
from headunit.flow.esim import EsimChart
from headunit.flow.overlays import OverlayChart

HEADER = """# Head unit: the flow

Made from `headunit/flow` by `python -m headunit.flow.diagram`; a test fails when it is out of date. Do not edit.
Events in camel case are touches (docs/architecture.md) or facts, `[…]` is the guard, "any screen" stands for all.
"""


def transitions_of(chart: type[Any]) -> list[tuple[str, str, str | None, str]]:
    """All `(source, event, target or None, guard)` of a chart, with the contract's names of states."""
    found = []
    for state in chart.states:
        for transition in state.transitions:
            guard = " & ".join(str(item.func) for item in transition.cond)
            target = transition.target.value if transition.target is not None else None
            found.append((str(state.value), str(transition.event), target, guard))
    return found


def mermaid(chart: type[Any]) -> str:
    """One chart as a Mermaid state diagram; events that every state answers alike are drawn once."""
    transitions = transitions_of(chart)
    values = [str(state.value) for state in chart.states]
    lines = ["stateDiagram-v2", f"    [*] --> {_name(chart.initial_state.value)}"]
    everywhere = [
        (event, target)
        for event, target in dict.fromkeys((event, target) for _, event, target, guard in transitions if not guard)
        if target is not None
        and {source for source, *rest in transitions if tuple(rest) == (event, target, "")} >= {*values} - {target}
    ]
    if everywhere:
        lines.append('    state "any screen" as any')
        lines += [f"    any --> {_name(target)}: {event}" for event, target in everywhere]
    arrows: dict[tuple[str, str], list[str]] = {}
    for source, event, target, guard in transitions:
        if (event, target) not in everywhere or guard:
            label = f"{event} [{guard}]" if guard else event
            arrows.setdefault((source, source if target is None else target), []).append(label)
    for (source, target), labels in arrows.items():
        lines.append(f"    {_name(source)} --> {_name(target)}: {', '.join(dict.fromkeys(labels))}")
    return "\n".join(lines)


def document() -> str:
    """The whole page `docs/head-unit-flow.md`."""
    parts = [HEADER]
    for title, chart in (
        ("Screens", ScreenChart),
        ("Overlays", OverlayChart),
        ("Personal eSIM", EsimChart),
        ("Activation code", ActivationChart),
        ("Calls", CallChart),
    ):
        parts.append(f"## {title}\n\n```mermaid\n{mermaid(chart)}\n```\n")
    return "\n".join(parts)


def _name(value: str) -> str:
    return value or "none"


def main() -> None:
    """Write the page into `docs/`."""
    from core.paths import ASSETS

    (ASSETS.parent / "docs" / "head-unit-flow.md").write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
