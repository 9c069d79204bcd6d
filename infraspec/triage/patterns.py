"""Patterns of paths, in an ignore file's manner."""

import re


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern fits a path, both with `/`, or a folder that the path lies in.

    `*` and `?` stay within a name, `**` spans folders. A pattern without `/` fits a name in any folder.
    """
    bare = pattern.removeprefix("./").rstrip("/")
    lead = "" if "/" in bare else "(?:.*/)?"
    return re.fullmatch(f"{lead}{_expression(bare)}(?:/.*)?", path, re.DOTALL) is not None


def unusable(pattern: str) -> str:
    """Why a pattern can fit nothing; nothing where it can."""
    if not pattern.strip("/. "):
        return "is empty"
    if pattern.startswith("/") or ".." in pattern.split("/"):
        return "leads out of the folder of the file"
    return "has `\\` where `/` belongs" if "\\" in pattern else ""


def _expression(pattern: str) -> str:
    """The pattern as a regular expression."""
    parts = re.split(r"(\*\*/|/\*\*\Z|\*+|\?)", pattern)
    return "".join(_PARTS.get(part) or ("[^/]*" if part.startswith("*") else re.escape(part)) for part in parts)


_PARTS = {"**/": "(?:.*/)?", "/**": "/.+", "?": "[^/]"}
