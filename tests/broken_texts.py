"""Texts that are no specs: what is said of each, and at which of its characters."""

from collections.abc import Callable
from typing import NamedTuple

from infraspec.diagnostic import Span
from infraspec.source.document import read


class Broken(NamedTuple):
    """A text, and the one finding that it gives."""

    raw: bytes
    code: str
    characters: str
    message: str


def described(raw: bytes) -> list[object]:
    """All that is found in a text, as plain data."""
    _, findings, _ = read(raw, "spec.yaml")
    return [
        [one.problem.code, one.message, one.help, one.label, _numbers(one.at), [_numbers(r.at) for r in one.related]]
        for one in findings
    ]


def _numbers(at: object) -> list[int]:
    assert isinstance(at, Span)
    return [at.start, at.end]


def _table(*rows: tuple[str, str | bytes, str, str, str]) -> dict[str, Broken]:
    return {
        name: Broken(text if isinstance(text, bytes) else text.encode(), code, characters, message)
        for name, text, code, characters, message in rows
    }


_TAB = "a tab cannot indent YAML"
_QUOTE = "a quote is opened and never closed"
_TWICE = "`a` is written twice in one mapping"
_MISFIT = "this line does not fit the indentation above it"
_NO_COLON = "a key without its `:`"
_NO_SPACE = "a `:` without a space behind it"
_SECOND = "a second `: ` in one value"
_BEHIND = "nothing can stand behind a closed quote or bracket"
_COMMA = "a `,` is missing before this"
_NO_KEY = "a key is missing before this `:`"
_KEY = "a key is a plain word here, not a list, mapping or alias"
_DEEP = "nested more than 64 levels deep"
_MANY = "more than 250,000 values once aliases are followed"
_EMPTY = "the file holds no spec"
_SECOND_DOCUMENT = "a file holds one spec, but a second document starts here"
_DIRECTIVE = "a spec has no YAML directives"
_MERGE = "`<<` takes a mapping, or a list of mappings"
_ANCHOR = "a name behind `&` or `*` is letters, digits, `-` and `_`"
_HEADER = "behind `|` or `>` only `+`, `-` and a number of 1 to 9 can stand"
_VALUE_ALREADY = "this line is indented below one that has a value already"

BROKEN = _table(
    ("empty file", "", "YML001", "", _EMPTY),
    ("empty lines", "\n\n", "YML001", "", _EMPTY),
    ("only comments", "# a\n# b\n", "YML001", "", _EMPTY),
    ("tab as indent", "a:\n\tb: 1\n", "YML001", "\t", _TAB),
    ("tab behind spaces", "a:\n \tb: 1\n", "YML001", "\t", _TAB),
    ("tab behind a dash", "a:\n  -\tb: 1\n", "YML001", "\t", _TAB),
    ("tab on an empty line", "a: 1\n\t\nb: 2\n", "YML001", "\t", _TAB),
    ("open double quote", 'a: "b\nc: d\n', "YML001", '"', _QUOTE),
    ("open single quote", "a: 'b\nc: d\n", "YML001", "'", _QUOTE),
    ("document in quotes", 'a: "b\n---\nc"\n', "YML001", '"', _QUOTE),
    ("open bracket", "a: [b\nc: d\n", "YML001", "[", "this bracket has no `]`"),
    ("open brace", "a: {b: 1\nc: d\n", "YML001", "{", "this bracket has no `}`"),
    ("open at the end", "a: 1\nb: [\n", "YML001", "[", "this bracket has no `]`"),
    ("wrong bracket", "a: [b}\n", "YML001", "}", "`}` cannot close `[`"),
    ("wrong brace", "a: {b]\n", "YML001", "]", "`]` cannot close `{`"),
    ("stray bracket", "a: ]\n", "YML001", "]", "this `]` closes nothing"),
    ("stray brace", "}\n", "YML001", "}", "this `}` closes nothing"),
    ("behind a quote", 'a: "b" c\n', "YML001", "c", _BEHIND),
    ("behind a bracket", "a: [b] c\n", "YML001", "c", _BEHIND),
    ("no comma in a list", 'a: ["b" "c"]\n', "YML001", '"c"]', _COMMA),
    ("no comma in a mapping", "a: {b: 1 c: 2}\n", "YML001", ":", _COMMA),
    ("comma twice", "a: [b,, c]\n", "YML001", ",", "nothing stands before this `,`"),
    ("comma first", "a: , b\n", "YML001", ",", "nothing stands before this `,`"),
    ("indented too far", "a: 1\n  b: 2\n", "YML001", "b", _VALUE_ALREADY),
    ("indented between", "a:\n    b: 1\n  c: 2\n", "YML001", "c:", _MISFIT),
    ("item indented less", "a:\n  - b\n - c\n", "YML001", "-", _MISFIT),
    ("item among entries", "a: 1\n- b\n", "YML001", "-", "a list item stands among the entries of a mapping"),
    ("entry among items", "- a\nb: 1\n", "YML001", "b:", "this line is no item of the list above it"),
    ("list on the line", "a: - b\n", "YML001", "-", "a list with dashes starts on a line of its own"),
    ("no colon", "a: 1\nb\nc: 2\n", "YML001", "b", _NO_COLON),
    ("no colon first", "b\nc: 2\n", "YML001", "b", _NO_COLON),
    ("no colon last", "a: 1\nb\n", "YML001", "b", _NO_COLON),
    ("no space first", "a:1\nb: 2\n", "YML001", ":", _NO_SPACE),
    ("no space later", "a: 1\nb:1\n", "YML001", ":", _NO_SPACE),
    ("two colons", "a: b: c\n", "YML001", ":", _SECOND),
    ("long key", "k" * 2000 + ": 1\n", "YML001", ":", "a key of more than 1,024 characters"),
    ("no key", ": 1\n", "YML001", ":", _NO_KEY),
    ("no key in braces", "a: {: 1}\n", "YML001", ":", _NO_KEY),
    ("at sign", "a: @b\n", "YML001", "@", "a plain value cannot start with `@`"),
    ("backquote", "a: `b`\n", "YML001", "`", "a plain value cannot start with a backquote"),
    ("percent", "a: %b\n", "YML001", "%", "a plain value cannot start with `%`"),
    ("escape", 'a: "\\q"\n', "YML001", "\\q", "`\\q` means nothing in double quotes"),
    ("path of Windows", 'a: "C:\\Users"\n', "YML001", "\\U", "`\\U` is not followed by the number of a character"),
    ("no hexadecimal", 'a: "\\uZZZZ"\n', "YML001", "\\u", "`\\u` is not followed by the number of a character"),
    ("beyond Unicode", 'a: "\\U00110000"\n', "YML001", "\\U", "`\\U` is not followed by the number of a character"),
    ("half a character", 'a: "\\ud83d"\n', "YML001", '"\\ud83d"', "the escape `\\ud83d` is half a character"),
    ("block header", "a: |x\n  b\n", "YML001", "x", _HEADER),
    ("no alias", "a: *nope\n", "YML001", "*nope", "no anchor `&nope` stands above this alias"),
    ("alias in its anchor", "a: &a [*a]\n", "YML001", "*a", "`*a` stands inside its own anchor"),
    ("anchor in Greek", "a: &é x\n", "YML001", "é", _ANCHOR),
    ("behind the end", "a: 1\n...\nb: 2\n", "YML001", "b:", "text behind `...`, which ends the document"),
    ("directive", "%YAML 2.0\n---\na: 1\n", "YML004", "%YAML 2.0", _DIRECTIVE),
    ("key as directive", "%a: 1\n", "YML004", "%a: 1", _DIRECTIVE),
    ("two documents", "a: 1\n---\nb: 2\n", "YML004", "---", _SECOND_DOCUMENT),
    ("tag", "a: !Ref x\n", "YML004", "!Ref x", "a spec has no YAML tags, so `!Ref` means nothing"),
    ("tag of a mapping", "a: !Foo {b: 1}\n", "YML004", "!Foo {", "a spec has no YAML tags, so `!Foo` means nothing"),
    ("binary", "a: !!binary aGk=\n", "YML004", "!!binary aGk=", "a spec has no YAML tags, so `!!binary` means nothing"),
    (
        "python",
        "a: !!python/object:os.x {}\n",
        "YML004",
        "!!python/object:os.x {",
        "a spec has no YAML tags, so `!!python/object:os.x` means nothing",
    ),
    ("list as key", "? [a, b]\n: 1\n", "YML004", "[", _KEY),
    ("mapping as key", "{{a: b}: 1}\n", "YML004", "{", _KEY),
    ("alias as key", "a: &x b\n*x : 1\n", "YML004", "*x", _KEY),
    ("merge of a number", "a:\n  <<: 1\n", "YML004", "<<", _MERGE),
    ("merge of nothing", "a:\n  <<:\n", "YML004", "<<", _MERGE),
    ("key twice", "a: 1\na: 2\n", "YML002", "a", _TWICE),
    ("key twice, once in quotes", "a: 1\n'a': 2\n", "YML002", "'a'", _TWICE),
    ("merge twice", "x: &x {}\na:\n  <<: *x\n  <<: *x\n", "YML002", "<<", "`<<` is written twice in one mapping"),
    ("key that is true", "on: 1\n", "YML003", "on", "`on` is true to a YAML 1.1 reader and text to a YAML 1.2 reader"),
    ("brackets", "a: " + "[" * 50_000, "YML005", "[", _DEEP),
    ("braces", "{a: " * 50_000, "YML005", "{", _DEEP),
    ("dashes", "- " * 50_000, "YML005", "-", _DEEP),
    ("indents", "".join(" " * i + "a:\n" for i in range(100)), "YML005", "a", _DEEP),
    ("quadratic aliases", "a: &a [" + "x," * 999 + "]\nb: [" + "*a," * 999 + "]\n", "YML005", "*a", _MANY),
    ("NUL", "abc: b\0c\n", "YML001", "\0", "the control character U+0000 cannot stand in YAML"),
    ("escape code", "a: \x1b[31m\n", "YML001", "\x1b", "the control character U+001B cannot stand in YAML"),
    ("delete", "a: \x7f\n", "YML001", "\x7f", "the control character U+007F cannot stand in YAML"),
    ("next line", "a: b\x85c\n", "YML001", "\x85", "the next line U+0085 ends the line to some YAML readers only"),
    (
        "line separator",
        "a: b\u2028c\n",
        "YML001",
        "\u2028",
        "the line separator U+2028 ends the line to some YAML readers only",
    ),
    ("mark inside", "a: \ufeffb\n", "YML001", "\ufeff", "a byte order mark inside the text"),
    ("not UTF-8", b"a: caf\xe9\n", "YML001", "\ufffd", "byte 0xe9 is not UTF-8"),
    ("not UTF-8 behind a mark", b"\xef\xbb\xbfa: \xff\n", "YML001", "\ufffd", "byte 0xff is not UTF-8"),
    ("surrogate", b"a: \xed\xa0\x80\n", "YML001", "\ufffd", "byte 0xed is not UTF-8"),
    ("UTF-16", "a: b\n".encode("utf-16"), "YML001", "", "the file is in UTF-16; a spec is in UTF-8"),
    ("UTF-16 without a mark", "a: b\n".encode("utf-16-le"), "YML001", "", "the file is in UTF-16; a spec is in UTF-8"),
    ("CRLF", "a: 1\r\nb: [\r\nc: 2\r\n", "YML001", "[", "this bracket has no `]`"),
    ("lone CR", "a: 1\rb\rc: 2\r", "YML001", "b", _NO_COLON),
    ("Korean", "이름: {가: 나\n", "YML001", "{", "this bracket has no `}`"),
)

HOSTILE: dict[str, Callable[[], bytes]] = {
    "too many bytes": lambda: b"a" * (4 * 1024 * 1024 + 1),
    "one line of flow": lambda: b"a: {" + b", ".join(b"k%d: v" % i for i in range(60_000)) + b"}\n",
    "one plain scalar": lambda: b"a: " + b"x" * 4_000_000,
    "an open quote": lambda: b'a: "' + b"x " * 2_000_000,
    "empty lines": lambda: b"\n" * 4_000_000,
    "comments": lambda: b"#\n" * 2_000_000,
    "spaces": lambda: b"a:" + b" " * 4_000_000,
    "duplicate keys": lambda: b"a: 1\n" * 120_000,
    "ambiguous scalars": lambda: b"- on\n" * 120_000,
    "a chain of aliases": lambda: "".join(f"a{i}: &a{i} [{f'*a{i - 1}' if i else 1}]\n" for i in range(3000)).encode(),
    "a chain of merges": lambda: "".join(
        f"a{i}: &a{i} {{<<: {f'*a{i - 1}' if i else '{z: 1}'}, k{i}: 1}}\n" for i in range(800)
    ).encode(),
    "aliases in a list": lambda: b"a: &x 1\nb: [" + b"*x," * 240_000 + b"]\n",
    "a block scalar": lambda: b"a: |\n" + b"  x\n" * 900_000,
    "question marks": lambda: b"? a\n: b\n" * 60_000,
    "open brackets and lines": lambda: b"[\n" * 100_000,
    "random bytes": lambda: bytes((i * 7919 + i // 3) % 256 for i in range(200_000)),
}
