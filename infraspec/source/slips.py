"""Slips of the keyboard that YAML reads as something else: spaces that are none, and a space that is missing."""

import re

from infraspec.diagnostic import Edit, Finding, Fix, Related, Safety, Span, fix
from infraspec.source.extent import end_of_entry, end_of_line, past_line_end
from infraspec.source.lines import line_start
from infraspec.source.located import Child
from infraspec.source.problems import DUPLICATE_KEY, NOT_YAML

_ODD_SPACE = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]"
_NAMES = {"\u00a0": "non-breaking space", "\u3000": "wide space", "\u200b": "space of no width"}
_VARIABLE = r"\$\{[^{}\s]*\}"
_GLUED_ITEM = r"[ ]*-(?=[{\[\"'])"


def slip_in_key(text: str, at: int) -> Finding | None:
    """What is wrong with a key that starts at `at` by a character that no key of the language starts with."""
    if re.match(_ODD_SPACE, text[at]):
        return odd_space(text, at)
    return glued_item(text, at, at + 2)


def odd_space(text: str, start: int, end: int | None = None) -> Finding | None:
    """The finding for the first character of a stretch that looks like a space and is none to YAML."""
    found = re.compile(_ODD_SPACE).search(text, start, len(text) if end is None else end)
    if found is None:
        return None
    name, code = _NAMES.get(found.group(), "special space"), f"U+{ord(found.group()):04X}"
    message = f"the {name} {code} is no space to YAML"
    at = Span(found.start(), found.end())
    help_ = "replace it by a space"
    fixes = fix(help_, Edit(at, " "), safety=Safety.SAFE)
    return Finding(problem=NOT_YAML, at=at, message=message, help=help_, fixes=fixes)


def glued_item(text: str, start: int, end: int) -> Finding | None:
    """The finding for `-{` in a stretch that starts with it: a list item without its space."""
    found = re.compile(_GLUED_ITEM).match(text, start, end)
    if found is None:
        return None
    at = Span(found.end() - 1, found.end())
    following = text[found.end()]
    help_ = f"write `- {following}`"
    fixes = fix(help_, Edit(Span(at.end, at.end), " "), safety=Safety.SAFE)
    return Finding(problem=NOT_YAML, at=at, message="a space is missing behind `-`", help=help_, fixes=fixes)


def _whole_lines(text: str, child: Child) -> Span | None:
    """The lines of an entry, where nothing else stands in them."""
    start, end = line_start(text, child.key_start), end_of_entry(text, child)
    if end is None or text[start : child.key_start].strip(" "):
        return None
    last = end_of_line(text, end)
    rest = text[end:last].strip()
    return Span(start, past_line_end(text, last)) if not rest or rest.startswith("#") else None


def written_twice(key: str, again: Child, first: Child, text: str) -> Finding:
    """The finding for a key that is written twice."""
    is_same = _value(text, again) == _value(text, first)
    return Finding(
        problem=DUPLICATE_KEY,
        at=Span(again.key_start, again.key_end),
        message=f"`{key}` is written twice in one mapping",
        label="and again here: a YAML reader would keep only this one",
        related=(Related(at=Span(first.key_start, first.key_end), label="first here"),),
        help="write `<<: [*one, *other]`" if key == "<<" else "remove this one" if is_same else "keep one of the two",
        fixes=_kept(again, first, text, is_same=is_same) if key != "<<" else (),
    )


def unquoted_variable(text: str, at: int) -> Finding | None:
    """The finding for `${name}` between brackets, where its own end them."""
    found = re.compile(_VARIABLE).match(text, at) or re.compile(_VARIABLE).match(text, max(0, at - 1))
    if found is None or text[found.start() - 1] in "\"'":  # the end of a quote that was opened elsewhere
        return None
    message = f"`{found.group()}` has brackets, so inside brackets it stands in quotes"
    help_ = f'write "{found.group()}" in quotes, with all of its text'
    return Finding(problem=NOT_YAML, at=Span(found.start(), found.end()), message=message, help=help_)


def _value(text: str, child: Child) -> str:
    return text[child.value.start : child.value.end]


def _kept(again: Child, first: Child, text: str, *, is_same: bool) -> tuple[Fix, ...]:
    """Of two entries that are alike to the letter the second goes; of two that differ either value may stay."""
    lines = _whole_lines(text, again)
    if lines is None:
        return ()
    if is_same:
        return fix("remove this one", Edit(lines), safety=Safety.SAFE)
    kept = fix("keep the first", Edit(lines), safety=Safety.CHOICE)
    other = _value(text, again)
    if again.via or first.via or not other.strip() or "\n" in _value(text, first) + other:
        return kept
    here = Span(first.value.start, first.value.end)
    return (*kept, *fix("keep the second", Edit(here, other), Edit(lines), safety=Safety.CHOICE))
