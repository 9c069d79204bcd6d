"""`${name}` in the values of a spec: each takes the value of its variable, and remembers where that is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, cast

from infraspec.deploy_time import Later, Piece
from infraspec.diagnostic import Edit, Finding, Fix, Misread, Problem, Safety, Span
from infraspec.source.document import MAX_BYTES
from infraspec.source.located import Child, Data, Document, Located, Use
from infraspec.source.problems import TOO_LARGE, UNKNOWN_VARIABLE, UNUSED_VARIABLE, VARIABLE_FORM
from infraspec.source.reader import MAX_FINDINGS, MAX_VALUES

_USE = re.compile(r"\$\$\{|\$\{(?P<inside>[^{}\n]*)\}|\$\{")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_OF_IAM = frozenset("*?$")
_FEW = 300
"""So many variables are compared with a misspelt one: a spec has fewer, and comparing is slow."""


class Setting(NamedTuple):
    """What a declared variable is here."""

    value: Data
    """None where what was declared is wrong, which is reported already: what uses it is not judged again."""
    default: Span | None = None
    """Where the value is written, if it is written in a file."""
    note: str = ""
    """What to say of a value that no file holds."""
    is_later: bool = False
    """Whether it may be given anew at each deployment."""


def substituted(
    document: Document, settings: Mapping[str, Setting], *, advice: bool
) -> tuple[Document, tuple[Finding, ...]]:
    """A spec with the values of its variables in it. With `advice`, a variable without a use is reported."""
    data = cast("dict[str, Data]", document.data)
    places = cast("dict[str, Child]", document.root.children)
    found = dict(_made_of_others(data["variables"]))
    walk = _Walk(document, {**settings, **dict.fromkeys(found, Setting(None))})
    walk.findings.extend(found.values())
    rest = {key: value for key, value in data.items() if key != "variables"}
    made, where = walk.mapping(rest, places)
    if advice and document.is_whole:
        for name in settings:
            if name not in walk.used:
                message, help_ = f"nothing uses variable `{name}`", f"write `${{{name}}}` where its value is meant"
                unused = Finding(problem=UNUSED_VARIABLE, at=("variables", name), message=message, help=help_)
                walk.findings.append(replace(unused, on_key=True, leaves_out=False))
    made["variables"], where["variables"] = data["variables"], places["variables"]
    made = {key: made[key] for key in data if key in made}
    root = document.root._replace(children=where)
    return replace(document, data=made, root=root, uses=walk.uses, unread=frozenset(walk.unread)), tuple(walk.findings)


class _Walk:
    """One walk over the values of a spec. What an alias shares is made anew in each of its places."""

    def __init__(self, document: Document, settings: Mapping[str, Setting]) -> None:
        self.files = document.files
        self.settings = settings
        self.values = document.values
        self.characters = 0
        self.findings: list[Finding] = []
        self.uses: dict[int, tuple[Use, ...]] = {}
        self.unread: set[int] = set()
        self.used: set[str] = set()
        self.near: dict[str, str | None] = {}

    def value(self, data: Data, where: Located) -> tuple[Data, Located]:
        """One value with its variables put in."""
        if type(data) is str:
            return self.text(data, where) if "${" in data else (data, where)
        if isinstance(data, dict) and isinstance(where.children, dict):
            made, places = self.mapping(data, where.children)
            return made, where._replace(children=places)
        if isinstance(data, list) and isinstance(where.children, list):
            pairs = [self.value(item, place) for item, place in zip(data, where.children, strict=True)]
            return [one for one, _ in pairs], where._replace(children=[place for _, place in pairs])
        return data, where

    def mapping(self, data: dict[str, Data], places: dict[str, Child]) -> tuple[dict[str, Data], dict[str, Child]]:
        """The entries of a mapping; a key that holds a variable is reported."""
        made: dict[str, Data] = {}
        children: dict[str, Child] = {}
        for key, item in data.items():
            child = places[key]
            if "${" in key and any(_is_ours(found) for found in _USE.finditer(key)):
                at = Span(child.key_start, child.key_end)
                self.report(VARIABLE_FORM, at, "a key holds no variable", "write the name; a value may hold variables")
                continue
            made[key], where = self.value(item, child.value)
            children[key] = child if where is child.value else child._replace(value=where)
        return made, children

    def text(self, text: str, where: Located) -> tuple[Data, Located]:
        """The value of a text with `${`."""
        found = list(_USE.finditer(text))
        spans = self.spans(found, where)
        pieces: list[Piece | Data] = []
        uses: list[Use | None] = []
        end = 0
        for one, span in zip(found, spans, strict=True):
            pieces.append(text[end : one.start()])
            end = one.end()
            if one.group() == "$${":
                pieces.append("${")
            elif not _is_ours(one):
                pieces.append(one.group())
            else:
                uses.append(self.use(one, span))
                pieces.append(Piece(one["inside"] or "", is_variable=True))
        pieces.append(text[end:])
        if None in uses:
            return self.nothing(where)
        kept = [piece for piece in pieces if piece != ""]
        if uses:
            self.uses[where.start] = tuple(one for one in uses if one is not None)
        return self.put_together(kept, where, spans)

    def put_together(self, pieces: list[Piece | Data], where: Located, spans: list[Span]) -> tuple[Data, Located]:
        """The typed value of a lone variable, or text with the values of several in it."""
        values = [self.settings[one.text].value if isinstance(one, Piece) else one for one in pieces]
        alone = len(values) == 1
        if not alone and any(isinstance(value, list) for value in values):
            help_ = "write a variable that is a list alone, as `key: ${name}`"
            self.report(VARIABLE_FORM, spans[0], "a list cannot stand inside a text", help_)
            return self.nothing(where)
        if not self.fits(values, where):
            return self.nothing(where)
        value: Data = values[0] if alone else "".join(_as_text(value) for value in values)
        if isinstance(value, list):
            place = Located(where.start, where.end, None)
            return value, where._replace(children=[place for _ in value])
        later = any(isinstance(one, Piece) and self.settings[one.text].is_later for one in pieces)
        if later and isinstance(value, str):
            return Later(value, self.pieces(pieces), where.start), where
        return value, where

    def nothing(self, where: Located) -> tuple[Data, Located]:
        """What stands where no value can be had: nobody judges it."""
        self.unread.add(where.start)
        return Misread(""), where

    def pieces(self, pieces: list[Piece | Data]) -> tuple[Piece, ...]:
        """What a text of later is made of: only variables of later are left open."""
        made = []
        for one in pieces:
            if isinstance(one, Piece) and self.settings[one.text].is_later:
                made.append(one)
            else:
                value = self.settings[one.text].value if isinstance(one, Piece) else one
                made.append(Piece(_as_text(value), is_variable=False))
        return tuple(made)

    def use(self, found: re.Match[str], span: Span) -> Use | None:
        """The variable that is meant; None, with a finding, where there is none."""
        inside = found["inside"]
        if inside is None or not _NAME.match(inside):
            said = "nothing closes this `${`" if inside is None else f"`{found.group()}` names no variable"
            fixes = (_as_it_is(span),) if inside is not None else ()
            self.report(VARIABLE_FORM, span, said, "write `${name}` for a variable, and `$${` for the text `${`", fixes)
            return None
        self.used.add(inside)
        if inside not in self.settings:
            self.unknown(inside, span)
            return None
        setting = self.settings[inside]
        return Use(inside, span, setting.default, setting.note) if setting.value is not None else None

    def unknown(self, name: str, span: Span) -> None:
        """Say that no such variable is declared."""
        if name not in self.near and len(self.findings) < MAX_FINDINGS:
            from difflib import get_close_matches  # noqa: PLC0415 - every name is known while a spec is right

            known = list(self.settings)[:_FEW]
            self.near[name] = next(iter(get_close_matches(name.lower(), known, n=1)), None)
        meant = self.near.get(name)
        text = f"${{{meant}}}"
        nearest = Fix(f"write `{text}`", Safety.UNSAFE, (Edit(span, text),)) if meant else _as_it_is(span)
        label = f"did you mean `{meant}`?" if meant else ""
        help_ = f"write `{text}`" if meant else f"declare it below `variables:`, or write `$${{{name}}}` for the text"
        self.report(UNKNOWN_VARIABLE, span, f"no variable is called `{name}`", help_, (nearest,), label)

    def spans(self, found: list[re.Match[str]], where: Located) -> list[Span]:
        """The characters of each `${…}`; those of the whole text, where it is not written as it reads."""
        file, local = self.files.local(Span(where.start, where.end))
        source = list(_USE.finditer(file.text, local.start, local.end))
        if [one.group() for one in source] != [one.group() for one in found]:
            return [Span(where.start, where.end)] * len(found)
        return [Span(one.start() + file.base, one.end() + file.base) for one in source]

    def fits(self, values: list[Data], where: Located) -> bool:
        """Whether there is room for the values of one text: what is put in counts as if it were written out."""
        self.values += sum(len(value) for value in values if isinstance(value, list))
        self.characters += sum(len(value) for value in values if isinstance(value, str))
        if self.values <= MAX_VALUES and self.characters <= MAX_BYTES:
            return True
        message = "more than 4 MiB or 250,000 values once variables are put in"
        if not any(one.problem is TOO_LARGE for one in self.findings):
            self.findings.append(Finding(problem=TOO_LARGE, at=Span(where.start, where.end), message=message))
        return False

    def report(
        self, problem: Problem, at: Span, message: str, help_: str, fixes: tuple[Fix, ...] = (), label: str = ""
    ) -> None:
        """Add a finding, unless there are more than anybody reads."""
        if len(self.findings) < MAX_FINDINGS:
            finding = Finding(problem=problem, at=at, message=message, label=label, help=help_, fixes=fixes)
            self.findings.append(finding)


def escaped(text: str) -> str:
    """What has to be written for a text in a spec with variables."""
    if "${" not in text:
        return text
    return _USE.sub(lambda one: f"${one.group()}" if one.group() == "$${" or _is_ours(one) else one.group(), text)


def _made_of_others(variables: Data) -> Iterator[tuple[str, Finding]]:
    """The name and a finding of each variable whose default is made of other variables."""
    for name, entry in variables.items() if isinstance(variables, dict) else ():
        default = entry.get("default") if isinstance(entry, dict) else None
        for item in default if isinstance(default, list) else [default]:
            if isinstance(item, str) and any(_is_ours(found) for found in _USE.finditer(item)):
                message, at = f"the default of `{name}` is made of another variable", ("variables", name, "default")
                yield name, Finding(problem=VARIABLE_FORM, at=at, message=message, help="write its value")
                break


def _is_ours(found: re.Match[str]) -> bool:
    """Whether this is, or should be, a variable: a colon stands in those of IAM and of shells alone."""
    inside = found["inside"]
    return found.group() != "$${" and (inside is None or not (":" in inside or inside in _OF_IAM))


def _as_text(value: Data | Piece) -> str:
    """A value inside a text."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _as_it_is(span: Span) -> Fix:
    """What leaves the text as it is."""
    return Fix("write `$${` for the text `${`", Safety.UNSAFE, (Edit(Span(span.start, span.start), "$"),))
