"""What is said once, at the end of a run."""

from collections import Counter
from collections.abc import Iterator, Sequence

from infraspec.diagnostic import Diagnostic, Level, Safety
from infraspec.triage.outcome import Outcome


def summary(outcomes: Sequence[Outcome]) -> str:
    """How many of each level were found, what `--fix` would mend, and how to learn more, in one line."""
    found = [one for outcome in outcomes for one in outcome.diagnostics]
    counts = [(level, sum(one.level is level for one in found)) for level in Level]
    said = ", ".join(counted(count, str(level)) for level, count in counts if count) or "nothing wrong"
    aside = ", ".join(_aside(found, sum(len(outcome.suppressed) for outcome in outcomes)))
    line = f"Found {said} in {counted(len(outcomes), 'spec')}{f' ({aside})' if aside else ''}."
    if not found:
        return line
    worst = next(one for level in Level for one in found if one.level is level)
    return f"{line} Explain one: infraspec explain {worst.problem.code}"


def _aside(found: Sequence[Diagnostic], suppressed: int) -> Iterator[str]:
    if fixable := sum(map(is_fixable, found)):
        yield f"{fixable} fixable with --fix"
    if suppressed:
        yield f"{suppressed} suppressed"


def statistics(outcomes: Sequence[Outcome]) -> str:
    """How often each code was found, most first."""
    found = [one for outcome in outcomes for one in outcome.diagnostics]
    counts = Counter((one.problem.code, one.problem.name, str(one.level)) for one in found)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    wide = max((len(str(count)) for _, count in rows), default=0)
    codes = max((len(code) for (code, _, _), _ in rows), default=0)
    return "".join(f"{count:>{wide}}  {code:<{codes}}  {level:<7}  {name}\n" for (code, name, level), count in rows)


def is_fixable(diagnostic: Diagnostic) -> bool:
    """Whether `--fix` mends it, unasked for more."""
    return any(fix.safety is Safety.SAFE for fix in diagnostic.fixes)


def counted(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}{'s' if count != 1 else ''}"
