"""Every problem's own examples, and the registry of what infraspec can say."""

import re

import pytest

from infraspec.catalogue import PROBLEMS
from infraspec.compiler import check
from infraspec.diagnostic import Problem

_MARK = re.compile(r"#.*?<- (?P<codes>[A-Z]+[0-9]+(?:, [A-Z]+[0-9]+)*)")


def reported(text: str) -> list[tuple[int, str]]:
    """Line, from 1, and code of each diagnostic."""
    checked = check(text.encode(), "spec.yaml")
    return sorted((text.count("\n", 0, one.primary.span.start) + 1, one.problem.code) for one in checked.diagnostics)


def marked(text: str) -> list[tuple[int, str]]:
    """Line and code of each `# <- CODE`."""
    return sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _MARK.search(line))
        for code in found["codes"].split(", ")
    )


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_the_bad_example_is_reported_where_it_is_marked_and_nowhere_else(problem: Problem) -> None:
    assert problem.code in {code for _, code in marked(problem.bad)}
    assert reported(problem.bad) == marked(problem.bad)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_the_good_example_is_clean(problem: Problem) -> None:
    assert reported(problem.good) == []


def test_codes_and_names_are_unique() -> None:
    assert len({problem.code for problem in PROBLEMS}) == len(PROBLEMS)
    assert len({problem.name for problem in PROBLEMS}) == len(PROBLEMS)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_each_problem_has_a_page(problem: Problem) -> None:
    assert re.fullmatch(r"[A-Z]{2,3}[0-9]{3}", problem.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.name)
    assert problem.title and len(problem.explanation) > 40
    assert not problem.title.endswith(".")
