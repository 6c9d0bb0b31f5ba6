"""JUnit XML of walks: a suite a walk, a test case a step, as build servers read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from onebench.journeys.result import JourneyResult, StepResult

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(results: Sequence[JourneyResult], path: Path) -> None:
    """Write all walks to `path`. Times are wall seconds."""
    root = ElementTree.Element("testsuites", name="journeys")
    for result in results:
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=result.run_name,
            tests=str(len(result.steps)),
            failures=str(sum(not step.passed for step in result.steps)),
            errors="0",
            time=f"{result.seconds:.3f}",
            timestamp=result.finished,
        )
        for step in result.steps:
            _case(suite, result, step)
    root.set("tests", str(sum(len(result.steps) for result in results)))
    root.set("failures", str(sum(not step.passed for result in results for step in result.steps)))
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _case(suite: ElementTree.Element, result: JourneyResult, step: StepResult) -> None:
    kind = "start" if step.setup else "step"
    name = _clean(f"{kind} {step.number:02d} {step.say}".strip())
    case = ElementTree.SubElement(
        suite, "testcase", classname=f"journeys.{result.run_name}", name=name, time=f"{step.seconds:.3f}"
    )
    if step.problems:
        failure = ElementTree.SubElement(case, "failure", message=_clean(step.problems[0]))
        failure.text = _clean("\n".join(step.problems))
    if step.rows:
        rows = ", ".join(row.id for row in step.rows)
        ElementTree.SubElement(case, "system-out").text = f"guide rows: {rows}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
