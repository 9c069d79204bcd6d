"""The lines of a TOML text, by its keys: its reader keeps none."""

import re

_PART = r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*"""
_DOTTED = rf"{_PART}(?:\.{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[\[?(?P<name>{_DOTTED})\]")
_KEY = re.compile(rf"(?P<name>{_DOTTED})=")


def line_of(text: str, path: tuple[str, ...], word: str = "") -> int:
    """The line, from 1, where the last key of a path that can be found is written; 0 where none is.

    With a `word`, the first line from there on that has it in quotes, if there is one.
    """
    best = (0, 0)
    table: tuple[str, ...] = ()
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if found := _HEADER.match(line):
            here = table = _parts(found["name"])
        elif found := _KEY.match(line):
            here = (*table, *_parts(found["name"]))
        else:
            continue
        shared = min(len(here), len(path))
        if here[:shared] == path[:shared] and shared > best[0]:
            best = (shared, number)
    start = best[1]
    if word and start:
        quoted = (f'"{word}"', f"'{word}'")
        return next(
            (n for n, line in enumerate(lines[start - 1 :], start) if any(one in line for one in quoted)), start
        )
    return start


def _parts(name: str) -> tuple[str, ...]:
    """The keys of a dotted one."""
    return tuple("".join(found) for found in re.findall(_PART, name))
