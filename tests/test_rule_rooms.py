"""The catalogues say of which rooms of the graph rules speak: none with something to say is passed over."""

from pathlib import Path

import pytest
from examples import ROOT, SPECS, graph_of

from infraspec.catalogue import PROBLEMS
from infraspec.compiler import check
from infraspec.diagnostic import Finding, Problem
from infraspec.graph.graph import Graph
from infraspec.rules.advice.catalogue import ADVICE
from infraspec.rules.catalogue import RULES
from infraspec.rules.rule import Room, concerned, every

ROOMS: tuple[Room, ...] = (*RULES, *ADVICE)


def unheard(graph: Graph) -> list[Finding]:
    """What the rules find that are not asked."""
    asked = {id(rule) for rule in concerned(ROOMS, graph)}
    return [found for rule in every(ROOMS) if id(rule) not in asked for found in rule.check(graph)]


@pytest.mark.parametrize("name", SPECS)
def test_no_rule_is_passed_over_in_a_spec(name: str) -> None:
    assert unheard(graph_of(name)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "bad_specs").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_rule_is_passed_over_in_a_broken_spec(path: Path) -> None:
    graph = check(path.read_bytes(), "spec.yaml").graph
    assert graph is None or unheard(graph) == []


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_no_rule_is_passed_over_in_an_example(problem: Problem) -> None:
    for text in (problem.bad, problem.good):
        graph = check(text.encode(), "spec.yaml").graph
        assert graph is None or unheard(graph) == []


def test_each_room_of_the_graph_that_is_named_is_one() -> None:
    rooms = {path.stem for path in (ROOT / "infraspec" / "graph").glob("*.py")}
    assert {name for room in ROOMS for name in room.graph} <= rooms
