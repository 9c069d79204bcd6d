"""Quick fixes: what mends a diagnostic, and what silences it with a reason."""

from typing import NamedTuple

from infraspec.diagnostic import Diagnostic, Safety, Span, SpanEdit
from infraspec.source.lines import line_at, line_start

_REASON = "why this is right here"


class Action(NamedTuple):
    """A change that an editor offers for a diagnostic."""

    title: str
    edits: tuple[SpanEdit, ...]
    is_preferred: bool


def actions(diagnostic: Diagnostic, text: str) -> list[Action]:
    """The fixes of a diagnostic, the one that is surely right first, and for advice the comment that silences it."""
    found = [
        Action(_sentence(fix.title), fix.edits, fix.safety is Safety.SAFE)
        for fix in sorted(diagnostic.fixes, key=lambda fix: list(Safety).index(fix.safety))
    ]
    if not diagnostic.is_fact:
        found.append(_ignored(diagnostic, text))
    return found


def _ignored(diagnostic: Diagnostic, text: str) -> Action:
    """A comment at the end of the line, or above it where one stands there already."""
    code, start = diagnostic.problem.code, diagnostic.primary.span.start
    line, written = line_start(text, start), line_at(text, start)
    comment = f"# infraspec: ignore[{code}] {_REASON}"
    at, said = line + len(written), f"  {comment}"
    if "#" in written or written.rstrip().endswith(("|", ">", "|-", ">-")):
        indent = written[: len(written) - len(written.lstrip())]
        at, said = line, f"{indent}{comment}\n"
    return Action(f"Ignore {code} here, with a reason", (SpanEdit(diagnostic.file, Span(at, at), said),), False)  # noqa: FBT003


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
