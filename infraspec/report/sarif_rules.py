"""A problem as a rule of SARIF: what a forge shows beside a finding."""

from infraspec.diagnostic import Level, Problem
from infraspec.report.entries import HOME

_MOST = 1_024
"""Characters of a description that code scanning takes."""

_TOPICS = {
    "ACM": "certificates",
    "AUR": "databases",
    "CCH": "databases",
    "CFG": "configuration",
    "CMP": "compute",
    "DNS": "dns",
    "DDB": "databases",
    "DOC": "databases",
    "ELB": "load-balancing",
    "IAM": "identity",
    "NAM": "names",
    "NET": "network",
    "OUT": "output",
    "QUO": "quotas",
    "RDS": "databases",
    "SEC": "security",
    "SPC": "spec",
    "YML": "yaml",
}
"""What the letters of a code are about."""

_SEVERITY = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "recommendation"}
_SECURITY_SEVERITY = {Level.ERROR: "9.0", Level.WARNING: "7.0", Level.NOTE: "4.0"}
"""On the scale of CVSS, where code scanning says critical from 9.0, high from 7.0 and medium from 4.0."""
_EXPOSURE = "SEC3"


def rule(problem: Problem) -> dict[str, object]:
    """The page of a problem."""
    return {
        "id": problem.code,
        "name": problem.name,
        "shortDescription": {"text": problem.title},
        "fullDescription": {"text": _short(problem.explanation.strip())},
        "help": {"text": _text(problem), "markdown": _markdown(problem)},
        "helpUri": f"{HOME}/blob/main/docs/rules/{problem.code}.md",
        "defaultConfiguration": {"level": str(problem.level)},
        "properties": _properties(problem),
    }


def _properties(problem: Problem) -> dict[str, object]:
    letters = problem.code.rstrip("0123456789")
    is_fact = problem.level is Level.ERROR
    made: dict[str, object] = {
        "tags": [_TOPICS.get(letters, letters.lower()), "fact" if is_fact else "advice"],
        "precision": "very-high" if is_fact else "high",
        "problem.severity": _SEVERITY[problem.level],
    }
    if problem.code.startswith(_EXPOSURE):
        made["security-severity"] = _SECURITY_SEVERITY[problem.level]
    return made


def _short(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - 3] + "..."


def _text(problem: Problem) -> str:
    return "\n\n".join(part for part in (problem.explanation.strip(), problem.source) if part)


def _markdown(problem: Problem) -> str:
    parts = [problem.explanation.strip()]
    for title, example in (("Wrong", problem.bad), ("Right", problem.good)):
        if example:
            parts.append(f"**{title}**\n\n```yaml\n{example.strip()}\n```")
    if problem.source:
        parts.append(f"[Source]({problem.source})")
    return "\n\n".join(parts)
