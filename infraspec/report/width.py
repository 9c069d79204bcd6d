"""How a text looks on a terminal: what is shown of it, and how wide that is."""

import unicodedata

_TAB = 4
_JOINER = "\u200d"
_INNER_JAMO = ("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff")
"""Vowels and endings of Hangul written letter by letter: they are drawn into the letter before them."""


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_columns, printable(text)))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if any(first <= character <= last for first, last in _INNER_JAMO):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """Text without what would move the cursor or colour the terminal; tabs become spaces."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\t":
        return " " * _TAB
    if character.isprintable() or unicodedata.category(character) == "Zs" or character == _JOINER:
        return character
    code = ord(character)
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
