"""One mistake, one finding: every spec with one slip at a time, each kind of slip at each place where it can be made.

A sample is judged in every run; INFRASPEC_MUTANTS=all judges all of them, some fifteen thousand.
"""

import os
from collections.abc import Callable

import pytest
from examples import SPECS, beside, text_of
from mutants import Mutant, mutants, sample

from infraspec.compiler import Checked, check
from infraspec.report.source import Source

EVERY = os.environ.get("INFRASPEC_MUTANTS") == "all"
MOST = 160
"""Mutants of one spec that are judged where not all are."""
LEAST_SHARE = 0.95


def judged(text: str) -> Checked:
    return check(text.encode(), "spec.yaml", beside, advice=False)


def is_near(checked: Checked, mutant: Mutant, marked: set[int]) -> bool:
    """Whether a mark stands on the line of the slip or beside it, or at an entry that holds what was changed."""
    source = Source(mutant.text)
    line = source.position(mutant.at)[0]
    if any(abs(one - line) <= 1 for one in marked):
        return True
    if checked.document is None:
        return False
    holders = (checked.document.locate(mutant.path[:depth], on_key=True)[0] for depth in range(len(mutant.path)))
    return any(source.position(span.start)[0] in marked for span in holders)


@pytest.mark.parametrize("name", SPECS)
def test_one_mistake_is_said_once_where_it_was_made(name: str, record_property: Callable[[str, object], None]) -> None:
    known = {(one.problem.code, one.message) for one in judged(text_of(name)).diagnostics}
    silent, far, once, often = [], [], 0, []
    for mutant in mutants(name) if EVERY else sample(name, MOST):
        checked = judged(mutant.text)
        new = [one for one in checked.diagnostics if (one.problem.code, one.message) not in known]
        source = Source(mutant.text)
        where = (mutant.kind, source.position(mutant.at)[0], mutant.path)
        marked = {source.position(mark.span.start)[0] for one in new for mark in (one.primary, *one.related)}
        if not new:
            silent.append(where)
        elif not is_near(checked, mutant, marked):
            far.append((where, sorted(marked)))
        once += len(new) == 1
        if len(new) > 1:
            often.append((where, [one.message for one in new]))
    record_property("mistakes_said_once", once)
    record_property("mistakes_said_more_often", len(often))
    assert (silent, far) == ([], [])
    assert once / (once + len(often)) >= LEAST_SHARE, often


def test_there_are_thirty_kinds_of_mistake() -> None:
    kinds = {mutant.kind for name in SPECS for mutant in mutants(name)}
    assert len(kinds) >= 30
