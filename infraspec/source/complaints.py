"""What a YAML parser complains of, at the characters to change and in words for whoever wrote them."""

import re
from collections.abc import Callable

from infraspec.diagnostic import Finding, Related, Span
from infraspec.source.bracket_complaints import unclosed, wrong_bracket
from infraspec.source.brackets import last_open
from infraspec.source.lines import character, line_above, line_at, line_start, rest_of_line, word
from infraspec.source.problems import UNSUPPORTED_YAML
from infraspec.source.quotes import opened_above
from infraspec.source.saying import Complaint, finding, mended
from infraspec.source.slips import glued_item, odd_space, unquoted_variable

_TAB_INDENT = r" *(?:[-?:] *)*\t"
_GLUED = r"(?:- +)?[\w.-]+:(?=\S)(?!.*: )"
_NO_COLON = r"[A-Za-z_][\w.-]* +[^:\s]+"
_IPV6 = r"::[0-9a-fA-F:]*(?:/[0-9]+)?"
_STARRED = r"\*[^\s,\]}]*?(?=:?(?:[\s,\]}]|\Z))"
_MOST_OF_A_KEY = 1024


def complaint(text: str, said: Complaint) -> Finding:
    """The finding for what a parser could not read."""
    tab = re.match(_TAB_INDENT, line_at(text, said.at))
    if tab and line_start(text, said.at) + tab.end() - 1 <= said.at:
        at = line_start(text, said.at) + tab.end() - 1
        return finding(Span(at, at + 1), "a tab cannot indent YAML", "indent by spaces")
    start = line_start(text, said.at)
    end = start + len(line_at(text, said.at))
    if slip := unquoted_variable(text, said.at) or odd_space(text, start, end) or glued_item(text, start, end):
        return slip
    if opened := opened_above(text, said.at):
        related = (Related(at=character(text, said.at), label="so this is read as YAML"),)
        return finding(opened, "a quote is opened here and closed lines below", "close the quote", related=related)
    for phrases, words in _WORDS:
        if any(phrase in said.problem or phrase in said.context for phrase in phrases):
            return words(text, said)
    help_ = "see the lines above: indentation, quotes and brackets are what usually breaks"
    return finding(character(text, said.at), "this is not YAML", help_)


def _colon(text: str, said: Complaint) -> Finding:
    """A `: ` where no key can end."""
    start = line_start(text, said.at)
    before = text[start : said.at]
    here = Span(start + len(before) - len(before.lstrip()), said.at)
    if len(before) > _MOST_OF_A_KEY:
        return finding(character(text, said.at), "a key of more than 1,024 characters", "write a shorter one")
    if ": " in before or before.lstrip().startswith(("- ", '"', "'")):
        return finding(character(text, said.at), "a second `: ` in one value", "put the value in quotes")
    above = line_above(text, said.at)
    line = text[above.start : above.end]
    if ": " in line or line.endswith(":") or line.startswith("- "):
        message = "this line is indented below one that has a value already"
        help_ = "give it the indentation of the line above, or remove that line's value"
        return finding(here, message, help_, related=(Related(at=above, label="has its value"),))
    if glued := _glued_above(text, said.at):
        return glued
    return finding(above if line else here, "a key without its `:`", "write `key: value`")


def _glued_above(text: str, at: int) -> Finding | None:
    """The finding for `key:value` in the line above, which is one word to YAML."""
    above = line_above(text, at)
    found = re.compile(_GLUED).match(text, above.start, above.end)
    if found is None:
        return None
    if slip := odd_space(text, found.end(), found.end() + 1):
        return slip
    glued = finding(Span(found.end() - 1, found.end()), "a `:` without a space behind it", "write `key: value`")
    return mended(glued, found.end(), found.end(), " ")


def _no_colon(text: str, said: Complaint) -> Finding:
    at = said.at if said.since is None else said.since
    line = rest_of_line(text, at)
    if re.compile(r"-[^-\s]").match(text, line.start) and not text[line_start(text, at) : at].strip():
        glued = finding(Span(at, at + 1), "a space is missing behind `-`", "write `- ` before each item")
        return mended(glued, at + 1, at + 1, " ")
    if (colon := text.find(":", line.start, line.end)) >= 0:
        if slip := odd_space(text, colon + 1, colon + 2):
            return slip
        glued = finding(Span(colon, colon + 1), "a `:` without a space behind it", "write `key: value`")
        return mended(glued, colon + 1, colon + 1, " ")
    return finding(line, "a key without its `:`", "write `key: value`")


def _quotes(text: str, said: Complaint) -> Finding:
    opened = character(text, said.at if said.since is None else said.since)
    if "escape" in said.problem:
        at = text.rfind("\\", opened.start, said.at + 1)
        shown = text[at : at + 2]
        help_ = "write `\\\\` for a backslash, or use single quotes"
        if "hexadecimal" in said.problem or shown in ("\\u", "\\U", "\\x"):
            return finding(Span(at, at + len(shown)), f"`{shown}` is not followed by the number of a character", help_)
        found = finding(Span(at, at + len(shown)), f"`{shown}` means nothing in double quotes", help_)
        return mended(found, at, at, "\\")
    return finding(opened, "a quote is opened and never closed", "close the quote")


def _no_content(text: str, said: Complaint) -> Finding:
    """Something that cannot start a value."""
    found = text[said.at : said.at + 1]
    here = character(text, said.at)
    opened = last_open(text) if not found else None
    if opened is not None:
        return unclosed(text, opened)
    if found == ",":
        alone = finding(here, "nothing stands before this `,`", "remove it, or write what is missing")
        return mended(alone, said.at, said.at + 1, "")
    if found in ("]", "}"):
        return finding(here, f"this `{found}` closes nothing", "remove it, or put the value in quotes")
    if found in ("-", "?"):
        return _list_inline(text, said)
    if address := re.compile(_IPV6).match(text, said.at):
        at = Span(address.start(), address.end())
        message = "an IPv6 address stands between brackets without quotes"
        address_ = finding(at, message, f'put "{address.group()}" in quotes')
        return mended(address_, at.start, at.end, f'"{address.group()}"')
    if found == ":":
        return finding(here, "a key is missing before this `:`", "write `key: value`")
    return finding(here, "a value is missing here", "write it, or remove the key")


def _list_inline(text: str, said: Complaint) -> Finding:
    message = "a list with dashes starts on a line of its own"
    return finding(character(text, said.at), message, "write [one, two], or put the value in quotes")


def _misfit(text: str, said: Complaint) -> Finding:
    """A line, or the rest of one, that does not belong where it stands."""
    before = text[line_start(text, said.at) : said.at]
    found = text[said.at : said.at + 1]
    token = word(text, said.at)
    if found in ("]", "}"):
        surplus = finding(character(text, said.at), f"this `{found}` closes nothing", "remove it")
        return mended(surplus, said.at, said.at + 1, "")
    if before.strip():
        message = "nothing can stand behind a closed quote or bracket"
        return finding(token, message, "put the whole value in quotes")
    if found == ":":
        return finding(character(text, said.at), "a key is missing before this `:`", "write `key: value`")
    if "sequence" in said.context or "collection" in said.context:
        return finding(token, "this line is no item of the list above it", "start it with `- `, or indent it less")
    if text.startswith(("- ", "-\n"), said.at) and said.since is not None and _indent(text, said.since) == len(before):
        message = "a list item stands among the entries of a mapping"
        return finding(token, message, "indent it below its key")
    if glued := _glued_above(text, said.at):
        return glued
    above = line_above(text, said.at)
    if re.compile(_NO_COLON).fullmatch(text, above.start, above.end):
        bare = finding(above, "a key without its `:`", "write `key: value`")
        end = text.index(" ", above.start)
        return mended(bare, end, end, ":")
    help_ = "give the lines of one mapping the same indentation"
    return finding(token, "this line does not fit the indentation above it", help_)


def _indent(text: str, at: int) -> int:
    return at - line_start(text, at)


def _fixed(message: str, help_: str) -> Callable[[str, Complaint], Finding]:
    """Words that do not depend on the text."""
    return lambda text, said: finding(word(text, said.at), message, help_)


def _start_of_token(text: str, said: Complaint) -> Finding:
    found = text[said.at : said.at + 1]
    shown = f"`{found}`" if found != "`" else "a backquote"
    wrong = finding(character(text, said.at), f"a plain value cannot start with {shown}", "put the value in quotes")
    value = rest_of_line(text, said.at)
    written = text[value.start : value.end]
    return wrong if set(written) & set('"\\[]{},:') else mended(wrong, value.start, value.end, f'"{written}"')


def _directive(text: str, said: Complaint) -> Finding:
    at = text.rfind("%", 0, said.at + 1)
    line = rest_of_line(text, max(at, 0))
    found = Finding(problem=UNSUPPORTED_YAML, at=line, message="a spec has no YAML directives", help="remove this line")
    return mended(found, line.start, line.end, "")


def _no_document(text: str, said: Complaint) -> Finding:
    if (at := text.find("%")) >= 0 and text.startswith("%", line_start(text, at)):
        return _directive(text, Complaint("", "", at, None))
    return finding(word(text, said.at), "text behind `...`, which ends the document", "remove the `...`")


def _anchor(text: str, said: Complaint) -> Finding:
    """A `*` that starts text, or a `&` without a name."""
    star = text.rfind("*", line_start(text, said.at), said.at + 1)
    found = re.compile(_STARRED).match(text, star) if star >= 0 else None
    if found is None:
        message = "a name behind `&` or `*` is letters, digits, `-` and `_`"
        return finding(word(text, said.at), message, "put the value in quotes if it is text")
    message = "a plain key or value cannot start with `*`"
    starred = finding(Span(found.start(), found.end()), message, f'put "{found.group()}" in quotes')
    return mended(starred, found.start(), found.end(), f'"{found.group()}"')


_BLOCK_SCALAR = _fixed(
    "behind `|` or `>` only `+`, `-` and a number of 1 to 9 can stand",
    "start the text on the next line",
)
_TAG = _fixed("a spec has no YAML tags", "write the bare name of what is meant")

_WORDS: tuple[tuple[tuple[str, ...], Callable[[str, Complaint], Finding]], ...] = (
    (("mapping values are not allowed",), _colon),
    (("sequence entries are not allowed", "mapping keys are not allowed"), _list_inline),
    (
        ("scanning a directive", "yaml directive", "incompatible yaml", "incompatible document", "tag directive"),
        _directive,
    ),
    (("document start",), _no_document),
    (("cannot start any token",), _start_of_token),
    (("simple key", "expected ':'"), _no_colon),
    (("quoted scalar",), _quotes),
    (("flow sequence", "flow mapping"), wrong_bracket),
    (("scanning an anchor", "scanning an alias"), _anchor),
    (("block scalar",), _BLOCK_SCALAR),
    (("tag handle", "scanning a tag"), _TAG),
    (("node content",), _no_content),
    (("block mapping", "block collection", "block sequence"), _misfit),
)
