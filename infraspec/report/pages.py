"""The manual page of a problem: as text for a terminal, as Markdown for `docs/rules/`, and as data."""

import textwrap
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from infraspec.diagnostic import Diagnostic, Level, Problem
from infraspec.report.rule_table import Row
from infraspec.report.source import Sources
from infraspec.report.terminal import Paint, full

if TYPE_CHECKING:
    from jinja2 import Template

_WIDTH = 88
"""Characters of a line of prose on a terminal."""
_FILE = "infraspec.yaml"
_BOLD = "1"

FAMILIES: Final = {
    "YML": "The text",
    "SPC": "Shape and names",
    "ENV": "Variables, overlays and included files",
    "CFG": "Configuration and suppression",
    "NAM": "Names and tags",
    "NET1": "Blocks of addresses",
    "NET2": "Addresses and zones",
    "NET3": "Routes and gateways",
    "NET4": "Resilience",
    "NET5": "Endpoints",
    "NET6": "Network ACLs",
    "NET": "Networks",
    "SEC1": "The form of security group rules",
    "SEC2": "One-sided and dead rules",
    "SEC3": "Exposure",
    "SEC": "Security groups",
    "CMP": "Instances and volumes",
    "ELB": "Load balancers and target groups",
    "ACM": "Certificates",
    "DNS": "Zones and records",
    "RDS": "Databases",
    "AUR": "Clusters of databases",
    "DOC": "Document clusters",
    "DDB": "Tables",
    "CCH": "Caches",
    "IAM": "Roles and policies",
    "STO": "Buckets",
    "KMS": "Keys",
    "SCR": "Secrets",
    "SSM": "Systems Manager",
    "OBS": "Alarms, logs and topics",
    "WAF": "Web ACLs",
    "NFW": "Network firewalls",
    "TGW": "Transit gateways",
    "VPN": "VPN connections",
    "WKS": "Directories and workspaces",
    "QUO": "Quotas",
    "OUT": "Limits of an output",
}
"""What the codes that start alike are about, in the order of the index; the first that fits is meant."""

_FIXES: Final = {
    "safe": "by `infraspec lint --fix`",
    "unsafe": "by `infraspec lint --fix --unsafe-fixes`",
    "choice": "in an editor, which offers what may have been meant",
    "no": "by hand",
}


class Page(NamedTuple):
    """What a page says of a problem, each part as plain lines."""

    problem: Problem
    fixable: str
    found: str
    """What `infraspec lint` prints for the bad example; empty where the problem has none."""
    silence: tuple[str, ...]
    """What to write to silence it, where it stands and everywhere; nothing for a fact."""

    @property
    def is_fact(self) -> bool:
        """Whether it cannot be silenced."""
        return self.problem.level is Level.ERROR

    @property
    def mended(self) -> str:
        """How it is mended."""
        return _FIXES[self.fixable]


def page(problem: Problem, fixable: str, *, colour: bool = False) -> Page:
    """The page of a problem; its bad example is checked to show what is said of it."""
    return Page(
        problem,
        fixable,
        full(found(problem), Sources({_FILE: problem.bad}), colour=colour).rstrip("\n"),
        _silence(problem),
    )


def text(made: Page, *, colour: bool = False) -> str:
    """A page for a terminal."""
    paint = Paint(on=colour)
    return "\n".join(_rows(made, paint)) + "\n"


def markdown(made: Page) -> str:
    """A page in Markdown."""
    return _template("problem").render(page=made, problem=made.problem).rstrip() + "\n"


def index(rows: tuple[Row, ...]) -> str:
    """The table of all problems by family, in Markdown."""
    by_family: dict[str, list[Row]] = {}
    for row in rows:
        by_family.setdefault(family(row.code), []).append(row)
    order = [*FAMILIES, *(one for one in by_family if one not in FAMILIES)]
    families = [(FAMILIES.get(one, one), by_family[one]) for one in order if one in by_family]
    return _template("problems").render(families=families).rstrip() + "\n"


def family(code: str) -> str:
    """What a code starts with, as the index knows it; its letters where the index does not."""
    return next((one for one in FAMILIES if code.startswith(one)), code.rstrip("0123456789"))


def as_data(made: Page) -> dict[str, object]:
    """A page as plain data."""
    problem = made.problem
    return {
        "code": problem.code,
        "name": problem.name,
        "level": str(problem.level),
        "kind": "fact" if made.is_fact else "advice",
        "fixable": made.fixable,
        "title": problem.title,
        "explanation": problem.explanation,
        "source": problem.source or None,
        "bad": problem.bad or None,
        "found": made.found or None,
        "good": problem.good or None,
        "silence": list(made.silence),
    }


def _rows(made: Page, paint: Paint) -> Iterator[str]:
    problem = made.problem
    yield paint(f"{problem.code} {problem.name}", _BOLD)
    yield problem.title
    yield ""
    kind = "a fact, which cannot be silenced" if made.is_fact else "advice, which can be silenced"
    yield f"{paint('Level:', _BOLD)} {problem.level}, {kind}"
    yield f"{paint('Mended:', _BOLD)} {made.mended}"
    if problem.source:
        yield f"{paint('Source:', _BOLD)} {problem.source}"
    yield ""
    yield from textwrap.wrap(problem.explanation, _WIDTH, break_long_words=False, break_on_hyphens=False)
    for title, shown in (("Wrong:", problem.bad), ("Found:", made.found), ("Right:", problem.good)):
        if shown:
            yield from ("", paint(title, _BOLD), "")
            yield from (f"    {line}".rstrip() for line in shown.rstrip("\n").split("\n"))
    titles = ("To silence it where it stands:", "To silence it everywhere, in infraspec.toml:")
    for title, shown in zip(titles, made.silence, strict=False):
        yield from ("", paint(title, _BOLD), "")
        yield from (f"    {line}" for line in shown.split("\n"))


def found(problem: Problem) -> tuple[Diagnostic, ...]:
    """What `lint` finds in the bad example of a problem, of this problem alone."""
    if not problem.bad:
        return ()
    from infraspec.catalogue import PROBLEMS  # noqa: PLC0415 - the table of all pages needs no examples
    from infraspec.compiler import check  # noqa: PLC0415 - as above
    from infraspec.triage.codes import Codes  # noqa: PLC0415 - as above
    from infraspec.triage.settings import Settings  # noqa: PLC0415 - as above
    from infraspec.triage.weigh import weigh  # noqa: PLC0415 - as above

    checked = check(problem.bad.encode(), _FILE)
    strict = Settings(require_reason=True)
    outcome = weigh(checked, strict, lambda: Codes(PROBLEMS), advice=True)
    return tuple(one for one in outcome.diagnostics if one.problem is problem)


def _silence(problem: Problem) -> tuple[str, ...]:
    if problem.level is Level.ERROR:
        return ()
    return (
        f"# infraspec: ignore[{problem.code}] the reason",
        f'[lint]\nignore = ["{problem.code}"]',
    )


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - text needs none

    from infraspec.shipped import text as shipped  # noqa: PLC0415 - as above

    # Markdown is not HTML, and nothing here comes from a user.
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    environment.filters["cell"] = lambda said: said.replace("|", "\\|").replace("\n", " ")
    return environment.from_string(shipped("templates", "pages", f"{name}.md.j2"))
