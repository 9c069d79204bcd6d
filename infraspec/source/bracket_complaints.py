"""What is wrong with a list or mapping in brackets."""

from infraspec.diagnostic import Finding, Related
from infraspec.source.brackets import is_closed
from infraspec.source.lines import character, word
from infraspec.source.saying import Complaint, finding, mended

_CLOSING = {"[": "]", "{": "}"}


def wrong_bracket(text: str, said: Complaint) -> Finding:
    """A list or mapping in brackets that is not closed, or has no comma where one belongs."""
    if said.since is None:
        return finding(character(text, said.at), "this bracket has no partner", "close every bracket")
    opened, found = text[said.since], text[said.at : said.at + 1]
    closing = _CLOSING.get(opened, "]")
    related = (Related(at=character(text, said.since), label="opened here"),)
    if found in ("]", "}"):
        message = f"`{found}` cannot close `{opened}`"
        wrong = finding(character(text, said.at), message, f"write `{closing}`", related=related)
        return mended(wrong, said.at, said.at + 1, closing)
    if found and is_closed(text, said.since):
        at = word(text, said.at) if found != ":" else character(text, said.at)
        missing = finding(at, "a `,` is missing before this", "put `,` between what the brackets hold", related=related)
        end = len(text[: said.at].rstrip())
        return mended(missing, end, end, ",") if "#" not in text[end : said.at] else missing
    before = (Related(at=character(text, said.at), label="before this"),) if found else ()
    return unclosed(text, said.since, before)


def unclosed(text: str, at: int, related: tuple[Related, ...] = ()) -> Finding:
    """A bracket without its partner."""
    closing = _CLOSING.get(text[at], "]")
    return finding(character(text, at), f"this bracket has no `{closing}`", f"close it with `{closing}`", "", related)
