"""The codes of all problems, and what is meant by a word that is none."""

from collections.abc import Iterable

from infraspec.diagnostic import Level, Problem

_ALIKE = 0.6
ALL = "ALL"
"""The prefix of every code, in words."""


def prefix(word: str) -> str:
    """What the codes that a word means begin with."""
    return "" if word == ALL else word


class Codes:
    """Every problem by its code."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._problems = {problem.code: problem for problem in problems}

    def of(self, code: str) -> Problem | None:
        """The problem of one code."""
        return self._problems.get(code)

    def begun_by(self, word: str) -> list[Problem]:
        """The problems that a code or a prefix means."""
        return [problem for code, problem in self._problems.items() if word and code.startswith(prefix(word))]

    def are_facts(self, word: str) -> bool:
        """Whether all that a code or prefix means are facts, which nothing silences."""
        found = self.begun_by(word)
        return bool(found) and all(problem.level is Level.ERROR for problem in found)

    def nearest(self, word: str) -> str | None:
        """The code that is meant: in other letters, by its name, or by most of its characters."""
        wanted = word.strip().upper()
        if wanted == ALL or (wanted and self.begun_by(wanted)):
            return wanted
        named = [problem.code for problem in self._problems.values() if problem.name.upper() == wanted]
        if named:
            return named[0]
        from difflib import SequenceMatcher  # noqa: PLC0415 - needed by a mistake alone

        def alike(code: str) -> tuple[float, int]:
            alike_begun = sum(wanted.startswith(code[:length]) for length in range(1, len(code) + 1))
            return SequenceMatcher(None, wanted, code).ratio(), alike_begun

        best = max(self._problems, key=alike, default="")
        return best if best and alike(best)[0] >= _ALIKE else None
