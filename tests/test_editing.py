"""Edits of generated YAML: what is read back is the data with the edit made in it, and every comment is still there."""

import copy
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infraspec.diagnostic import Edit, How, SpecPath
from infraspec.source.document import read
from infraspec.source.editing import in_characters
from infraspec.triage.edited import Edited

KEYS = st.sampled_from(["a", "bb", "cidr", "key-1", "x.y", '"quoted"'])
SCALARS = st.sampled_from(["1", "web", "10.0.0.0/16", "true", '"8.0"', "'it''s # no comment'", "two words", '"a, b"'])
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
TOPS = st.dictionaries(KEYS, TREES, min_size=1, max_size=4)


class Writer:
    """Data as text, each part in block or in flow style as `flow` says, with a comment wherever one can stand."""

    def __init__(self, flow: list[bool], newline: str) -> None:
        self.flow = iter(flow)
        self.newline = newline
        self.numbers = count(1)
        self.lines: list[str] = []

    def text(self, data: dict[str, Any]) -> str:
        self.block(data, "", "")
        return "".join(line + self.newline for line in self.lines)

    def comment(self) -> str:
        return f"  # comment {next(self.numbers)}"

    def block(self, data: Any, indent: str, first: str) -> None:
        """The lines of a mapping or list; the first of them begins with `first`."""
        for key in data if isinstance(data, dict) else range(len(data)):
            lead, first = (first or indent), ""
            value = data[key]
            is_list = isinstance(data, list)
            start = f"{lead}- " if is_list else f"{lead}{key}:"
            if not isinstance(value, dict | list) or not value or next(self.flow, True):
                self.lines.append(f"{start}{'' if is_list else ' '}{self.in_flow(value)}{self.comment()}")
            elif is_list:
                self.block(value, f"{indent}  ", start)
            else:
                self.lines += [f"{start}{self.comment()}", f"{indent}  # above {next(self.numbers)}"]
                self.block(value, f"{indent}  ", "")

    def in_flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.in_flow(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.in_flow, value)) + "]"
        return str(value)


def paths(data: Any, here: SpecPath = ()) -> list[SpecPath]:
    """Every path into plain data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [here, *(path for key, value in items for path in paths(value, (*here, key)))]


def at(data: Any, path: SpecPath) -> Any:
    for part in path:
        data = data[part]
    return data


def expected(data: Any, edit: Edit) -> Any:
    """The data with the edit made in it."""
    assert isinstance(edit.at, tuple)
    made = copy.deepcopy(data)
    holder, last = at(made, edit.at[:-1]) if edit.at else None, edit.at[-1] if edit.at else None
    if edit.how is How.REPLACE:
        holder[last] = "new"
    elif edit.how is How.REMOVE:
        del holder[last]
    elif edit.how is How.RENAME:
        renamed = {("new" if key == last else key): value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)
    else:
        here = at(made, edit.at)
        if isinstance(here, dict):
            here["new"] = 1
        elif isinstance(here, list):
            here.append("new")
        else:
            holder[last] = [here, "new"]
    return made


def edits_of(data: Any, path: SpecPath) -> list[Edit]:
    """Every edit that can be made at a path."""
    here = at(data, path)
    added = (
        [Edit(path, "new: 1" if isinstance(here, dict) else "new", How.ADD)] if path or isinstance(here, dict) else []
    )
    if not path:
        return added
    named = [Edit(path, "new", How.RENAME)] if isinstance(path[-1], str) else []
    return [*added, *named, Edit(path, how=How.REMOVE), Edit(path, "new")]


@settings(max_examples=150, deadline=None)
@given(TOPS, st.lists(st.booleans(), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_what_is_read_back_is_the_data_with_the_edit_made(tree: Any, flow: list[bool], newline: str) -> None:
    text = Writer(flow, newline).text(tree)
    document, found, files = read(text.encode(), "spec.yaml")
    assert document is not None, (text, found)
    made = 0
    for path in paths(document.data):
        for edit in edits_of(document.data, path):
            edits = in_characters([edit], document, files)
            if edits is None:
                continue
            made += 1
            after = Edited(edits).texts({"spec.yaml": text})["spec.yaml"]
            again, found, _ = read(after.encode(), "spec.yaml")
            assert again is not None, (text, edit, after, found)
            assert again.data == expected(document.data, edit), (text, edit, after)
            assert Edited(edits).keeps_the_rest(document, again), (text, edit, after)
            lines = text.count("\n") - after.count("\n")
            assert len(lost(text, after)) <= (lines if edit.how is How.REMOVE else 0), (text, edit, after)
            assert ("\r" in after) == (newline == "\r\n")
            assert after.count("\n") == after.count(newline)
    assert made


def lost(before: str, after: str) -> set[str]:
    """The comments that are gone: those in the lines of what is removed go with it."""
    comments = [{line.partition("  # ")[2].strip() for line in text.splitlines()} for text in (before, after)]
    return comments[0] - comments[1]


BELOW_A_BLOCK_SCALAR = "a:\n  t: |\n    x\n  c: 2\n\nb: 1\n"
MERGE = "b: &b {x: 1}\na:\n  <<: *b\n"
TABLE = {
    "to an empty list": ("a: [] # c\n", Edit(("a",), "x", How.ADD), "a: [x] # c\n"),
    "to an empty mapping": ("a: {}\n", Edit(("a",), "x: 1", How.ADD), "a: {x: 1}\n"),
    "to a key without a value": ("a: # c\nb: 1\n", Edit(("a",), "x: 1", How.ADD), "a: {x: 1} # c\nb: 1\n"),
    "to one value": ("a: x # c\n", Edit(("a",), "y", How.ADD), "a: [x, y] # c\n"),
    "to what is not there": ("a: {b: 1}\n", Edit(("a", "c"), "x", How.ADD), "a: {b: 1, c: [x]}\n"),
    "to a block list": ("a:\n- x # c\n# end\n", Edit(("a",), "y", How.ADD), "a:\n- x # c\n- y\n# end\n"),
    "to the last line": ("a:\n  - x", Edit(("a",), "y", How.ADD), "a:\n  - x\n  - y"),
    "behind a block scalar": ("a:\n  t: |\n    x\n\nb: 1\n", Edit(("a",), "c: 2", How.ADD), BELOW_A_BLOCK_SCALAR),
    "behind a trailing comma": ("a: [\n  x, # c\n]\n", Edit(("a",), "y", How.ADD), "a: [\n  x, y # c\n]\n"),
    "below a merge": (MERGE, Edit(("a",), "y: 2", How.ADD), f"{MERGE}  y: 2\n"),
    "a line and its comment": ("a:\n  x: 1 # c\n  y: 2\n", Edit(("a", "x"), how=How.REMOVE), "a:\n  y: 2\n"),
    "the last line": ("a:\n  x: 1\n  y: 2", Edit(("a", "y"), how=How.REMOVE), "a:\n  x: 1"),
    "the first key of an item": ("- x: 1\n  y: 2\n", Edit((0, "x"), how=How.REMOVE), "- y: 2\n"),
    "the only entry": ("a:\n  x: 1 # c\nb: 2\n", Edit(("a", "x"), how=How.REMOVE), "a: {} # c\nb: 2\n"),
    "an item between brackets": ("a: [x, y, z]\n", Edit(("a", 1), how=How.REMOVE), "a: [x, z]\n"),
    "the last between brackets": ("a: {x: 1, y: 2}\n", Edit(("a", "y"), how=How.REMOVE), "a: {x: 1}\n"),
    "a key in its quotes": ("'a': 1\n", Edit(("a",), "b", How.RENAME), "'b': 1\n"),
    "the value behind an anchor": ("a: &x 1\nb: *x\n", Edit(("a",), "2"), "a: &x 2\nb: *x\n"),
    "a block by a word": ("a:\n  x: 1\nb: 2\n", Edit(("a",), "https"), "a: https\nb: 2\n"),
    "a value that is not there": ("a:\n  x: 1\n", Edit(("a", "y"), "2"), "a:\n  x: 1\n  y: 2\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "edit", "after"), TABLE.values(), ids=TABLE)
def test_an_edit_changes_these_characters(before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit) == after


NOWHERE = {
    "what an alias brings in": ("a: &x {k: 1}\nb: *x\n", Edit(("b", "k"), "2")),
    "what `<<` brings in": ("a: &x {k: 1}\nb:\n  <<: *x\n", Edit(("b", "k"), how=How.REMOVE)),
    "an item that is an alias": ("a: &x 1\nb: [*x, 2]\n", Edit(("b", 0), "2")),
    "a block whose comments would be lost": ("a: # c\n  x: 1\n", Edit(("a",), "1")),
    "an entry where a list stands": ("a: [1]\n", Edit(("a",), "x: 1", How.ADD)),
    "a key that is not there": ("a: 1\n", Edit(("b",), "c", How.RENAME)),
}


@pytest.mark.parametrize(("before", "edit"), NOWHERE.values(), ids=NOWHERE)
def test_what_has_no_place_of_its_own_is_not_edited(before: str, edit: Edit) -> None:
    assert edited(before, edit) is None


def edited(text: str, edit: Edit) -> str | None:
    document, _, files = read(text.encode(), "spec.yaml")
    assert document is not None
    edits = in_characters([edit], document, files)
    return None if edits is None else Edited(edits).texts({"spec.yaml": text})["spec.yaml"]
