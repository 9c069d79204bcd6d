"""What is wrong, and where: the same values from broken YAML to an open port.

A `Problem` is a kind of thing that can be wrong, with its manual page. A `Finding` is one place where it is,
as a path in the spec. A `Diagnostic` is a finding with its characters in the text.
"""

from dataclasses import dataclass
from enum import StrEnum

SpecPath = tuple[str | int, ...]
"""Keys as written and list positions from 0, from the top of the spec: `("vpcs", "main", "cidr")`."""


class Level(StrEnum):
    """How much a diagnostic weighs. A fact (the output would be refused or wrong) is always an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Misread(str):
    """A scalar of which it is said already that it cannot be read: what holds it is broken, and not judged again."""

    __slots__ = ()


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
    resources has the problem."""
    good: str
    """The same, mended by the smallest change."""
    source: str = ""
    """The page of AWS (or of YAML) that the rule follows."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text: code points from 0, end exclusive."""

    start: int
    end: int


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
    help: str = ""
    on_key: bool = False
    leaves_out: bool = True
    """Whether, before the rules, something of the spec is missing from the graph because of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A labelled span of a diagnostic."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its characters in one file."""

    problem: Problem
    file: str
    message: str
    primary: Mark
    related: tuple[Mark, ...]
    help: str
    path: SpecPath

    @property
    def is_error(self) -> bool:
        """Whether nothing may be emitted while this stands."""
        return self.problem.level is Level.ERROR
