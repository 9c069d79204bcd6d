"""`infraspec locate`: from a resource back to the line that makes it, and from an entry to all that it makes."""

import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from infraspec.backends import Thing, things
from infraspec.cli import files, talk
from infraspec.cli.arguments import Parser
from infraspec.cli.checking import checked, outcome_of
from infraspec.cli.options import paths
from infraspec.compiler import Checked
from infraspec.diagnostic import SpecPath
from infraspec.report.places import Place, Row, as_json, as_text
from infraspec.source.places import Places, path_text

_ADDRESS = r"(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?P<plain>(?:data\.)?aws_\w+\.[\w-]+)(?:[.\[].*)?\Z"
"""A Terraform address as plans and errors write it: inside modules, with an index or an attribute behind it."""


def arguments(parser: Parser) -> None:
    """What is sought, in which specs, and how it is told."""
    what = "a logical id, a Terraform address, the name of an entry (or kind:name), or a path such as vpcs.main"
    parser.add_argument("id", metavar="ID", help=what)
    paths(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="FORMAT", help="text or json")


def run(options: Namespace) -> int:
    """Say where it is in each spec that has it; 1 if none has, or none that has it is sound."""
    found: list[Place] = []
    known: list[str] = []
    broken = False
    for path in files.find(options.paths):
        spec = checked(path, options, advice=False)
        if not spec.is_sound:
            talk.print_text([outcome_of(spec)], sys.stderr, options)
            broken = True
            continue
        assert spec.graph is not None  # noqa: S101 - a sound spec has a graph
        made = list(things(spec.graph))
        found += _places(options.id, spec, made)
        known += (one.id for one in made)
        known += (text for path in _all_entries(spec) for text in (str(path[-1]), path_text(path)))
    if options.format == "json":
        sys.stdout.write(as_json(options.id, found))
    else:
        sys.stdout.write("\n".join(map(as_text, found)))
    if not found and not broken:
        sys.stderr.write(f"infraspec: nothing is called `{options.id}`{_nearest(options.id, known)}\n")
    return 0 if found else 1


def _nearest(asked: str, known: Iterable[str]) -> str:
    """What may have been meant."""
    from infraspec.resolve.nearest import Names

    meant = Names(known).nearest(_address(asked) or asked)
    return f"; did you mean `{meant}`?" if meant is not None else ""


def _address(asked: str) -> str | None:
    """The address of a resource, without what a plan writes around it."""
    found = re.match(_ADDRESS, asked)
    return found["plain"] if found else None


def _places(asked: str, spec: Checked, made: list[Thing]) -> Iterator[Place]:
    """The places of one spec that are asked for: of what is made, or else of entries."""
    assert spec.document is not None  # noqa: S101 - a sound spec has a document
    where = Places(spec.document)
    wanted = _address(asked) or asked
    same = [one for one in made if one.id == wanted] or [one for one in made if _loose(one.id) == _loose(wanted)]
    if same:
        for path in dict.fromkeys(one.path for one in same):
            yield _place(where, path, [one for one in same if one.path == path])
        return
    for path in _entries(asked, spec, made):
        yield _place(where, path, [one for one in made if one.path[: len(path)] == path])


def _loose(name: str) -> str:
    """A name in one spelling: other tools write `_` for `-`."""
    return name.replace("_", "-")


def _entries(asked: str, spec: Checked, made: list[Thing]) -> list[SpecPath]:
    """The entries of a name, of `kind:name`, or the one thing that a path leads to."""
    found = _all_entries(spec)
    named = [path for path, word in found.items() if asked in (str(path[-1]), f"{word}:{path[-1]}")]
    if named:
        return named
    origins = [*(one.path for one in made), *found]
    paths = dict.fromkeys(origin[: end + 1] for origin in origins for end in range(len(origin)))
    return [path for path in paths if asked in (path_text(path), ".".join(map(str, path)))][:1]


def _all_entries(spec: Checked) -> dict[SpecPath, str]:
    """The entries that anything of a sound spec comes from, and the word of each one's kind."""
    from infraspec.resolve.overrides import entry_of

    assert spec.graph is not None  # noqa: S101 - as above
    found = (entry_of(node.origin) for node in spec.graph)
    return {path: word for word, path in found if path}


def _place(places: Places, path: SpecPath, made: Iterable[Thing]) -> Place:
    """A path of a spec with its line, and what is made there."""
    rows = []
    for one in made:
        at = places.position(one.path)
        rows.append(Row(one.backend, one.id, one.type, path_text(one.path), at.file, at.line, at.column))
    at = places.position(path)
    return Place(path_text(path), at.file, at.line, at.column, at.length, at.text, rows)
