"""Silencing by comments in the spec, and what is wrong with such a comment."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from infraspec.diagnostic import Diagnostic, Edit, Finding, Fix, Level, Safety
from infraspec.source.files import Files
from infraspec.triage.codes import Codes
from infraspec.triage.directives import Directive
from infraspec.triage.outcome import By, Suppressed
from infraspec.triage.problems import FACT_IGNORED, NO_REASON, PROBLEMS, UNKNOWN_CODE, UNUSED

OWN = frozenset(problem.code for problem in PROBLEMS)
"""The codes of what is said of comments, which comments can silence too."""


class Silenced(NamedTuple):
    """What is left after the comments were heard."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[tuple[Directive, str]]
    """Which codes of which comments silenced anything."""


def silence(diagnostics: Iterable[Diagnostic], written: Sequence[Directive], files: Files) -> Silenced:
    """Take out the advice that a comment covers; of several, the one that covers least gives the reason."""
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[Directive, str]] = set()
    bases = {file.name: file.base for file in files.all}
    for one in diagnostics:
        code, at = one.problem.code, bases.get(one.file, -1) + one.primary.span.start
        heard = [] if one.is_fact or one.file not in bases else list(_covering(code, at, written))
        if not heard:
            kept.append(one)
            continue
        used.update((directive, code) for _, directive in heard)
        suppressed.append(Suppressed(one, By.COMMENT, min(heard, key=lambda found: found[0])[1].reason))
    return Silenced(tuple(kept), tuple(suppressed), frozenset(used))


def _covering(code: str, at: int, written: Sequence[Directive]) -> Iterator[tuple[int, Directive]]:
    """The comments that name a code and cover a character, each with how much it covers there."""
    for directive in written:
        if any(code == named for named, _ in directive.codes):
            spans = (*directive.covers, *directive.lines) if code in OWN else directive.covers
            sizes = [span.end - span.start for span in spans if span.start <= at < span.end]
            if sizes:
                yield max(sizes), directive


def idle(directive: Directive, problems: Codes) -> Iterator[Finding]:
    """Codes that can never silence: those that nothing has, and those of facts."""
    for code, span in directive.codes:
        known = problems.of(code)
        if known is None:
            yield _unknown(directive, code, problems)
        elif known.level is Level.ERROR:
            yield Finding(
                problem=FACT_IGNORED,
                at=span,
                message=f"{code} is a fact, which no comment silences",
                label="an error whatever stands here",
                help="mend what it says of the spec",
                fixes=(_without(directive, {code}, f"remove {code} from the comment"),),
            )


def _unknown(directive: Directive, code: str, problems: Codes) -> Finding:
    span = next(span for named, span in directive.codes if named == code)
    if problems.begun_by(code) or code == "ALL":
        message, help_ = f"`{code}` is no code: a comment names whole ones", "write each code as it is printed"
        return Finding(problem=UNKNOWN_CODE, at=span, message=message, help=help_)
    meant = problems.nearest(code)
    if meant is None:
        help_ = "`infraspec rules` lists all codes"
        return Finding(problem=UNKNOWN_CODE, at=span, message=f"no problem has the code `{code}`", help=help_)
    safety = Safety.SAFE if meant == code.upper() else Safety.UNSAFE
    return Finding(
        problem=UNKNOWN_CODE,
        at=span,
        message=f"no problem has the code `{code}`",
        label=f"did you mean `{meant}`?",
        help=f"write `{meant}`",
        fixes=(Fix(f"write `{meant}`", safety, (Edit(span, meant),)),),
    )


def without_reason(directive: Directive) -> Iterator[Finding]:
    """That nothing stands behind the codes."""
    if not directive.reason:
        message = "this comment gives no reason"
        yield Finding(problem=NO_REASON, at=directive.span, message=message, help="write it behind the `]`")


def unused(
    directive: Directive, used: frozenset[tuple[Directive, str]], can_be_said: Collection[str]
) -> Iterator[Finding]:
    """That a comment, or a code of several, silences nothing, where that can be said of the code."""
    idle_codes = {code for code in can_be_said if (directive, code) not in used}
    if not idle_codes:
        return
    listed = " or ".join(sorted(idle_codes))
    if not directive.covers:
        said, label = (
            f"this comment covers nothing, so it silences no {listed}",
            "no entry starts in its line or below",
        )
    else:
        said, label = f"this comment silences no {listed}", "nothing of that is found here"
    everything = idle_codes == {code for code, _ in directive.codes}
    title = "delete the comment" if everything else f"remove {' and '.join(sorted(idle_codes))} from the comment"
    yield Finding(
        problem=UNUSED,
        at=directive.span,
        message=said,
        label=label,
        help=title,
        fixes=(_without(directive, idle_codes, title),),
    )


def _without(directive: Directive, codes: set[str], title: str) -> Fix:
    """The fix that takes codes out of a comment, and the comment with the last of them."""
    kept = dict.fromkeys(code for code, _ in directive.codes if code not in codes)
    edit = Edit(directive.between, ", ".join(kept)) if kept else Edit(directive.gone)
    return Fix(title, Safety.SAFE, (edit,))
