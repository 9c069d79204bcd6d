"""The specs that stand in `specs/`: read, marked, emitted and kept as goldens."""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from weighed import check

from infraspec.catalogue import PROBLEMS
from infraspec.cloudformation.emit import emit as emit_cloudformation
from infraspec.compiler import Checked, to_cloudformation, to_terraform
from infraspec.diagnostic import Level
from infraspec.graph.graph import Graph
from infraspec.terraform.emit import emit as emit_terraform

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SPECS = tuple(sorted(path.stem for path in (ROOT / "specs").glob("*.yaml")))
_MARK = re.compile(r"#.*?<- (?P<codes>[A-Z]+[0-9]+(?:, [A-Z]+[0-9]+)*)")
_ERRORS = frozenset(problem.code for problem in PROBLEMS if problem.level is Level.ERROR)


class Documents(NamedTuple):
    """What a graph is emitted as."""

    template: dict[str, Any]
    terraform: dict[str, Any]


def text_of(name: str) -> str:
    """The text of a spec."""
    return (ROOT / "specs" / f"{name}.yaml").read_text(encoding="utf-8")


def marked(text: str) -> list[tuple[int, str]]:
    """Line, from 1, and code of each `# <- CODE`."""
    return sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _MARK.search(line))
        for code in found["codes"].split(", ")
    )


def reported(checked: Checked) -> list[tuple[int, str]]:
    """Line, from 1, and code of each diagnostic."""
    found = checked.diagnostics
    return sorted((checked.text.count("\n", 0, one.primary.span.start) + 1, one.problem.code) for one in found)


def is_sound(name: str) -> bool:
    """Whether a spec has no mark of an error, and so may be deployed."""
    return not any(code in _ERRORS for _, code in marked(text_of(name)))


SOUND = tuple(name for name in SPECS if is_sound(name))
"""The specs whose goldens the judges and the emulators are asked about."""


def asked(name: str) -> tuple[int, ...]:
    """The oldest version of Terraform's provider that takes the golden of a spec."""
    document = (GOLDEN / name / "main.tf.json").read_text(encoding="utf-8")
    found = re.search(r'"version": ">= ([0-9]+)\.([0-9]+)', document)
    assert found is not None, name
    return int(found[1]), int(found[2])


def beside(path: str) -> str | None:
    """The text of a file that a spec names, from the folder of specs."""
    file = ROOT / "specs" / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


@cache
def checked(name: str) -> Checked:
    """A spec, read and judged."""
    return check(text_of(name).encode(), f"{name}.yaml", beside)


def graph_of(name: str) -> Graph:
    """The graph of a spec; one with errors has the graph of what is sound in it."""
    graph = checked(name).graph
    assert graph is not None, f"specs/{name}.yaml cannot be read"
    return graph


def emitted(graph: Graph) -> Documents:
    """Both documents of a graph."""
    return Documents(emit_cloudformation(graph), emit_terraform(graph))


@cache
def documents(name: str) -> Documents:
    """Both documents of a spec."""
    return emitted(graph_of(name))


def texts(name: str) -> dict[str, str]:
    """Both documents of a spec as the text of their files, where each resource says which line makes it."""
    spec = checked(name)
    return {"template.json": to_cloudformation(spec)[1], "main.tf.json": to_terraform(spec)}


def bare_texts(name: str) -> dict[str, str]:
    """The same without the lines of the spec."""
    spec = checked(name)
    return {
        "template.json": to_cloudformation(spec, source=False)[1],
        "main.tf.json": to_terraform(spec, source=False),
    }
