"""The keys of a configuration file: the one table that the reader, the manual and the schema go by."""

from enum import StrEnum
from typing import Final, NamedTuple

FORMATS: Final = ("full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit")
LEVELS: Final = ("error", "warning", "note", "never")


class Takes(StrEnum):
    """What kind of value a key has, in the manual's words."""

    CODES = "a list of codes or prefixes"
    PATTERNS = "a list of patterns"
    CODES_BY_PATTERN = "a table from patterns to lists of codes or prefixes"
    FLAG = "`true` or `false`"
    PATH = "a path from the folder of the file"
    WORD = "a word"


class Key(NamedTuple):
    """A key, by its table and name: `lint.select`."""

    name: str
    takes: Takes
    default: str
    """As TOML; empty where there is none."""
    meaning: str
    words: tuple[str, ...] = ()
    """What a word may be."""


KEYS: Final = (
    Key("lint.select", Takes.CODES, '["ALL"]', "What is looked for. Facts are, whatever stands here."),
    Key("lint.ignore", Takes.CODES, "[]", "What of that is left out. Of two that fit a code, the longer decides."),
    Key("lint.error", Takes.CODES, "[]", "Advice that weighs as much as an error."),
    Key("lint.warn", Takes.CODES, "[]", "Advice that weighs as much as a warning."),
    Key("lint.note", Takes.CODES, "[]", "Advice that is a note."),
    Key("lint.fail-on", Takes.WORD, '"warning"', "The least level that gives exit code 1.", LEVELS),
    Key("lint.format", Takes.WORD, '"full"', "How findings are told.", FORMATS),
    Key("lint.baseline", Takes.PATH, "", "A file of findings that do not count, as `--write-baseline` writes it."),
    Key("lint.require-reason", Takes.FLAG, "false", "Whether a comment that silences has to say why."),
    Key("lint.exclude", Takes.PATTERNS, "[]", "Specs that are passed over where a folder is searched."),
    Key("lint.per-file-ignores", Takes.CODES_BY_PATTERN, "{}", "What is left out in the specs that a pattern fits."),
    Key("render.output", Takes.PATH, "", "The folder that `render all` writes to without `-o`."),
)
