"""What is wrong, and where: the same values from broken YAML to an open port.

A `Problem` is a kind of thing that can be wrong, with its manual page. A `Finding` is one place where it is,
as a path in the spec. A `Diagnostic` is a finding with its characters in the text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

SpecPath = tuple[str | int, ...]
"""Keys as written and list positions from 0, from the top of the spec: `("vpcs", "main", "cidr")`."""


class Level(StrEnum):
    """How much a diagnostic weighs. A fact (the output would be refused or wrong) is always an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def weighs(level: Level, least: Level | None) -> bool:
    """Whether a level is at or above the least that fails; where there is none, nothing fails."""
    order = tuple(Level)  # the heaviest first
    return least is not None and order.index(level) <= order.index(least)


class Misread(str):
    """A scalar of which it is said already that it cannot be read: what holds it is broken, and not judged again."""

    __slots__ = ("readings",)

    readings: "tuple[tuple[str, object], ...]"
    """What may have been meant: text to write, and the value that it has."""

    def __new__(cls, text: str, readings: "tuple[tuple[str, object], ...]" = ()) -> Self:
        """The scalar that `text` writes."""
        made = super().__new__(cls, text)
        made.readings = readings
        return made


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Problem:
    """A kind of thing that can be wrong, and its page in the manual."""

    code: str
    name: str
    level: Level
    title: str
    explanation: str
    """Why it is wrong, when it is not, and the AWS page that says so."""
    bad: str
    """A spec in which each line marked `# <- CODE` is reported, and no other; empty where only a spec of hundreds of
    resources, or of several files, has the problem."""
    good: str
    """The same, mended by the smallest change."""
    source: str = ""
    """The page of AWS (or of YAML) that the rule follows."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text: code points from 0, end exclusive."""

    start: int
    end: int


class Safety(StrEnum):
    """Whether a fix may be made unasked."""

    SAFE = "safe"
    """It writes what the text means already."""
    UNSAFE = "unsafe"
    """It is probably what was meant; what is built may change."""
    CHOICE = "choice"
    """One of several that may have been meant: only an editor offers it."""


class How(StrEnum):
    """What an edit does with what stands at its place."""

    REPLACE = "replace"
    """The value's own characters become the text."""
    RENAME = "rename"
    """The key becomes the text."""
    ADD = "add"
    """The text, `key: value` or one item, is added to the mapping or list; where there is none, it is made."""
    REMOVE = "remove"
    """The entry or item goes, with its line where it has one for itself."""


class Edit(NamedTuple):
    """A change of the text at a path, or at characters where there are no paths yet."""

    at: "SpecPath | Span"
    text: str = ""
    how: How = How.REPLACE


class Fix(NamedTuple):
    """What mends a finding: its edits are made together or not at all."""

    title: str
    """What it does, to be read behind `fix:`: "write `cidr`"."""
    safety: Safety
    edits: tuple[Edit, ...]


def fix(title: str, *edits: Edit, safety: Safety = Safety.UNSAFE) -> tuple[Fix, ...]:
    """The one fix of a finding; its title is the finding's `help`, where that says the same."""
    return (Fix(title, safety, edits),)


def choices(at: SpecPath | Span, texts: Iterable[str], how: How = How.REPLACE) -> tuple[Fix, ...]:
    """A fix for each of several texts that may have been meant."""
    return tuple(Fix(f"write {text}", Safety.CHOICE, (Edit(at, text, how),)) for text in texts)


def nearest_bound(at: SpecPath, value: int | None, low: int, high: int) -> tuple[Fix, ...]:
    """The nearest number of those that AWS takes."""
    if value is None or low <= value <= high:
        return ()
    bound = low if value < low else high
    return fix(f"write {bound}", Edit(at, str(bound)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other half of a conflict, the definition, or the default that applied."""

    at: "SpecPath | Span"
    label: str
    on_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place where a problem is.

    `at` is a path, or a span where there are no paths yet (only `source/` and `spec/wording.py` give spans).
    A path to a value points at the value's characters, a path to an entry or with `on_key` at its key, and a
    path to something that is not there at the nearest entry that should hold it.
    """

    problem: Problem
    at: SpecPath | Span
    message: str
    label: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    """Facts that explain."""
    help: str = ""
    """What to write; where a fix says the same, only one of the two is shown."""
    fixes: tuple[Fix, ...] = ()
    on_key: bool = False
    leaves_out: bool = True
    """Whether, before the rules, something of the spec is missing from the graph because of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A labelled span of one file."""

    file: str
    span: Span
    """Characters of that file's text."""
    label: str
    path: SpecPath = ()


class SpanEdit(NamedTuple):
    """Characters of a file, and what stands there instead."""

    file: str
    span: Span
    text: str


class SpanFix(NamedTuple):
    """A fix in characters."""

    title: str
    safety: Safety
    edits: tuple[SpanEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its characters."""

    problem: Problem
    level: Level
    """The problem's own, unless the user's settings weigh it otherwise."""
    message: str
    primary: Mark
    related: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""
    fixes: tuple[SpanFix, ...] = ()
    path: SpecPath = ()
    fingerprint: str = ""
    """32 hex digits that no line number goes into; empty until it has been triaged."""

    @property
    def file(self) -> str:
        """The file of the characters to change."""
        return self.primary.file

    @property
    def is_error(self) -> bool:
        """Whether nothing may be emitted while this stands."""
        return self.level is Level.ERROR

    @property
    def is_fact(self) -> bool:
        """Whether it cannot be silenced: what would be emitted would be refused, or wrong."""
        return self.problem.level is Level.ERROR
