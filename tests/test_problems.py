"""Every problem's own examples, and the registry of what infraspec can say."""

import re
from dataclasses import replace

import pytest
from examples import marked, reported

from infraspec.catalogue import PROBLEMS
from infraspec.compiler import Checked, check
from infraspec.diagnostic import Level, Problem
from infraspec.triage.codes import Codes
from infraspec.triage.problems import NO_REASON
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import weigh

UNSHOWN = {
    "ENV002": "two files: test_layers.py has them",
    "ENV003": "an overlay: test_layers.py has one",
    "NET208": "a full subnet: test_advice_network.py fills one",
    "CFG006": "a baseline and a spec: test_triage.py compares them",
    "NET124": "201 subnets: test_addresses.py counts them",
    "NET325": "51 routes: test_addresses.py counts them",
    "OUT101": "501 resources: test_limits.py counts them",
    "OUT103": "a million bytes: test_limits.py counts them",
    "OUT111": "what one document alone makes: test_limits.py",
    "OUT104": "201 outputs: test_limits.py counts them",
    "QUO102": "201 route tables: test_advice_network.py counts them",
    "QUO105": "2,501 groups: test_advice_network.py counts them",
    "QUO110": "51 peerings: test_advice_network.py counts them",
    "QUO114": "1,001 roles: test_advice_network.py counts them",
    "QUO115": "501 zones: test_advice_network.py counts them",
    "QUO119": "41 databases: test_advice_network.py counts them",
}
"""Problems that no single file of a few entries has, and where they are tested instead of on their page."""

each_problem = pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
each_shown = pytest.mark.parametrize(
    "problem", [one for one in PROBLEMS if one.code not in UNSHOWN], ids=lambda problem: problem.code
)


@each_shown
def test_the_bad_example_is_reported_where_it_is_marked_and_nowhere_else(problem: Problem) -> None:
    assert problem.code in {code for _, code in marked(problem.bad)}
    assert reported(_weighed(problem.bad, problem)) == marked(problem.bad)


@each_shown
def test_the_good_example_is_clean(problem: Problem) -> None:
    assert reported(_weighed(problem.good, problem)) == []


def _weighed(text: str, problem: Problem) -> Checked:
    """What `lint` says of an example, but for the notes of other pages: small things have few merits.

    Its comments are heard; that one gives no reason is said only on the page of that, as only who asks for it hears it.
    """
    checked = check(text.encode(), "spec.yaml")
    outcome = weigh(checked, Settings(require_reason=problem is NO_REASON), lambda: Codes(PROBLEMS), advice=True)
    kept = [one for one in outcome.diagnostics if one.problem.level is not Level.NOTE or one.problem is problem]
    return replace(checked, diagnostics=tuple(kept))


@each_problem
def test_each_problem_has_a_page(problem: Problem) -> None:
    assert re.fullmatch(r"[A-Z]{2,3}[0-9]{3}", problem.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.name)
    assert problem.title
    assert not problem.title.endswith(".")
    assert len(problem.explanation) > 40


def test_codes_and_names_are_unique() -> None:
    assert len({problem.code for problem in PROBLEMS}) == len(PROBLEMS)
    assert len({problem.name for problem in PROBLEMS}) == len(PROBLEMS)


def test_a_page_that_is_linked_is_a_page() -> None:
    sources = [problem.source for problem in PROBLEMS if problem.source]
    assert [source for source in sources if not source.startswith("https://")] == []
