"""What runs may have to say: the outcomes that the formats are shown with."""

from dataclasses import replace

from infraspec.compiler import check
from infraspec.diagnostic import Diagnostic, Level, Mark, Problem, Safety, Span, SpanEdit, SpanFix
from infraspec.triage.outcome import By, Outcome, Suppressed

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
VPC = HEAD + "vpcs:\n  main:\n    cidr: 10.20.0.0/16\n"
OVERLAPPING = (
    VPC
    + """    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
          app-b: {zone: b, cidr: 10.20.10.128/25}
"""
)
EXPOSED = VPC + "    security_groups:\n      web: {ingress: [{tcp: 22, from: 0.0.0.0/0}]}\n"
OVERLAY = "vpcs:\n  main:\n    cidr: 10.20.0.0/28\n"
HOSTILE = HEAD + 'tags: {"##[x]%0A::error::, <b>&\\e[31m](1) \\u202e": on, "a]\\r[b": off}\n'

EXPOSURE = Problem(
    code="SEC399",
    name="port-open-to-all",
    level=Level.WARNING,
    title="A port is open to everybody",
    explanation="Whoever scans the internet finds it within the hour.",
    bad="from: 0.0.0.0/0\n",
    good="from: 10.20.0.0/16\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
)
REMARK = replace(EXPOSURE, code="NET499", name="one-zone", level=Level.NOTE, title="One zone", bad="", source="")


def read(text: str, file: str = "infraspec.yaml") -> Outcome:
    """What is said of a spec."""
    return Outcome(file=file, texts={file: text}, diagnostics=check(text.encode(), file).diagnostics)


def marked(text: str, words: str, label: str = "", file: str = "infraspec.yaml") -> Mark:
    """The first place of some words."""
    start = text.index(words)
    return Mark(file=file, span=Span(start, start + len(words)), label=label)


def rewritten(safety: Safety, mark: Mark, text: str) -> SpanFix:
    """A fix of one edit."""
    return SpanFix(f"write `{text}`", safety, (SpanEdit(mark.file, mark.span, text),))


def exposed(level: Level = Level.WARNING) -> Diagnostic:
    """A finding with fixes of every kind."""
    at = marked(EXPOSED, "0.0.0.0/0", "anybody")
    ports = marked(EXPOSED, "tcp: 22", "ssh")
    block = SpanFix(
        "let the VPC alone in",
        Safety.CHOICE,
        (SpanEdit(at.file, Span(at.span.end, at.span.end), " # was 0.0.0.0/0"), SpanEdit(at.file, ports.span, "")),
    )
    return Diagnostic(
        problem=EXPOSURE,
        level=level,
        message="tcp 22 of `web` is open to the internet",
        primary=at,
        related=(ports,),
        notes=("the group stands in front of 2 instances",),
        help="name the block that calls",
        fixes=(
            rewritten(Safety.SAFE, at, "10.20.0.0/16"),
            rewritten(Safety.UNSAFE, at, "self"),
            block,
        ),
        path=("vpcs", "main", "security_groups", "web", "ingress", 0, "from"),
    )


def many(count: int, level: Level = Level.WARNING) -> Outcome:
    """As many findings, each at a line of its own."""
    text = "".join(f"key{number}: value\n" for number in range(count))
    found = tuple(
        replace(
            exposed(level),
            message=f"finding {number}",
            primary=marked(text, f"key{number}:", file="infraspec.yaml"),
            related=(),
            fixes=(),
            path=(f"key{number}",),
        )
        for number in range(count)
    )
    return Outcome(file="infraspec.yaml", texts={"infraspec.yaml": text}, diagnostics=found)


def _several_files() -> Outcome:
    """A conflict between a spec and what is laid over it."""
    base, over = "net/infraspec.yaml", "net/prod.yaml"
    (one,) = check(OVERLAPPING.encode(), base).diagnostics
    laid = marked(OVERLAY, "10.20.0.0/28", "in production", over)
    used = replace(
        one, primary=laid, message="`main` is too small for its subnets", related=(one.primary, *one.related)
    )
    return Outcome(file=base, texts={base: OVERLAPPING, over: OVERLAY}, diagnostics=(one, used))


_exposed = Outcome(file="infraspec.yaml", texts={"infraspec.yaml": EXPOSED}, diagnostics=(exposed(),))
_group = EXPOSED[EXPOSED.index("    security_groups") :]
_remark = replace(exposed(), problem=REMARK, level=Level.NOTE, path=(), fixes=(), message="there is one zone")

OUTCOMES: dict[str, tuple[Outcome, ...]] = {
    "errors": (read(OVERLAPPING, "net/infraspec.yaml"), read(HEAD + "vpcs:\n  main: {cdir: 10.20.0.0/16}\n")),
    "warnings-with-fixes": (replace(_exposed, diagnostics=(exposed(), _remark)),),
    "several-files": (_several_files(),),
    "suppressed": (
        replace(
            _exposed,
            diagnostics=(_remark,),
            suppressed=(
                Suppressed(exposed(), By.COMMENT, "the office has no fixed address"),
                Suppressed(replace(exposed(), path=("vpcs", "old.main")), By.BASELINE, ""),
            ),
        ),
    ),
    "nothing-wrong": (read(VPC), read(VPC, "net/infraspec.yaml")),
    "wide-characters": (
        read(HEAD + "vpcs:\n  서울-망: {tags: {이름: 앱, e\u0301: 😀 x}, cdir: 10.20.0.0/16}\n", "한국/infraspec.yaml"),
    ),
    "hostile": (read(HOSTILE, "50%, [a]: b.yaml"),),
    "many-lines": (replace(_exposed, diagnostics=(replace(exposed(), primary=marked(EXPOSED, _group, "all of it")),)),),
}
