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
        """The code that is meant, or the prefix: in other letters, by its name, or by most of its characters."""
        wanted = word.strip().upper()
        if wanted == ALL or (wanted and self.begun_by(wanted)):
            return wanted
        named = [problem.code for problem in self._problems.values() if problem.name.upper() == wanted]
        return named[0] if named else _most_alike(wanted, self._problems)

    def nearest_prefix(self, word: str) -> str | None:
        """The same for a word that is too short for a code."""
        wanted = word.strip().upper()
        if wanted == ALL:
            return ALL
        return _most_alike(wanted, dict.fromkeys(code[: len(wanted)] for code in self._problems))


def _most_alike(wanted: str, known: Iterable[str]) -> str | None:
    """The word that shares most characters with what is wanted, and of several that which begins most like it."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - needed by a mistake alone

    def alike(word: str) -> tuple[float, int]:
        begun = sum(wanted.startswith(word[:length]) for length in range(1, len(word) + 1))
        return SequenceMatcher(None, wanted, word).ratio(), begun

    best = max(known, key=alike, default="")
    return best if best and alike(best)[0] >= _ALIKE else None
