"""Write docs/coverage.md: what each key of a spec becomes in both documents, and how that is proven.

    .venv/bin/python tools/coverage.py

It is read off the graphs of all example specs and off the tests that deploy them; tests/test_project.py holds the page
to what this writes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

from examples import SPECS, asked, graph_of, is_sound  # noqa: E402
from gaps import LACKING  # noqa: E402
from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: E402
from pairs import NOT_STOOD_UP, leans_on, stood_up  # noqa: E402

from infraspec.backends import things  # noqa: E402
from infraspec.graph.resource import Resource  # noqa: E402
from infraspec.spec.kinds import KINDS  # noqa: E402

TARGET = "docs/coverage.md"
HELD = (5, 100)
"""The provider that deployments are tried with."""
_HIDDEN = frozenset({"Account"})
"""Kinds that nothing is made of."""


class Row(NamedTuple):
    """What a key becomes, of one kind of node."""

    key: str
    kind: str
    cloudformation: str
    terraform: str
    proof: str


def rows() -> Iterator[Row]:
    """Every kind of node below each key, in the order of the language."""
    made: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    deployed: set[str] = set()
    for name in (one for one in SPECS if is_sound(one)):
        graph = graph_of(name)
        tried = stood_up(graph) if not leans_on(graph) and asked(name) <= HELD else set()
        for node in (one for one in graph if one.existing is None and one.address.kind not in _HIDDEN):
            types = made.setdefault((key_of(node), node.address.kind), (set(), set()))
            for thing in things(graph, node):
                types[0 if thing.backend == "cloudformation" else 1].add(thing.type)
            if node.address in tried:
                deployed.add(node.address.kind)
    order = [".".join(kind.where).replace("*", "NAME") for kind in KINDS]
    order += sorted({key for key, _ in made} - {*order})  # keys that stand at the top, and name nothing
    for key, kind in sorted(made, key=lambda one: (order.index(one[0]), one[1])):
        cloudformation, terraform = (" ".join(f"`{one}`" for one in sorted(types)) for types in made[key, kind])
        yield Row(f"`{key}`", kind, cloudformation or "no type", terraform, _proof(kind, made[key, kind], deployed))


def key_of(node: Resource) -> str:
    """The key of the entry that makes a node."""
    path = [str(part) for part in node.origin]
    fitting = [kind.where for kind in KINDS if _fits(kind.where, path)]
    return ".".join(max(fitting, key=len)).replace("*", "NAME") if fitting else path[0]


def _fits(where: tuple[str, ...], path: list[str]) -> bool:
    return len(where) <= len(path) and all(step in ("*", part) for step, part in zip(where, path, strict=False))


def _proof(kind: str, types: tuple[set[str], set[str]], deployed: set[str]) -> str:
    """How a kind is proven: by standing in an emulator, whole or in part, or by what both documents say."""
    if not types[0]:
        return "Terraform's document alone"
    lacking = sorted(one for one in types[0] | types[1] if one in LACKING)
    if kind not in deployed or any(every <= LACKING.keys() for every in types):
        missing = LACKING[lacking[0]] if lacking else "what it needs is in no emulator"
        return f"documents: {NOT_STOOD_UP.get(kind, missing)}"
    return "deployed" if not lacking else f"deployed, without {' '.join(f'`{one}`' for one in lacking)}"


def page() -> str:
    """The page."""
    found = list(rows())
    loader = FileSystemLoader(ROOT / "templates" / "pages")
    # Markdown is not HTML, and nothing here comes from a user.
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    values: dict[str, Any] = {
        "rows": found,
        "kinds": len({row.kind for row in found}),
        "deployed": len({row.kind for row in found if row.proof.startswith("deployed")}),
        "keys": len({row.key for row in found}),
    }
    return environment.get_template("coverage.md.j2").render(**values).rstrip() + "\n"


FILES = {TARGET: page()}

if __name__ == "__main__":
    for file, text in FILES.items():
        (ROOT / file).write_text(text, encoding="utf-8", newline="\n")
        print(file)
