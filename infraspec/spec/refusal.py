"""What a validator raises to say in our own words what is wrong with a value."""

from collections.abc import Iterable

from infraspec.diagnostic import Edit, Fix, How, Problem, Safety, SpecPath, fix


class Refusal(ValueError):  # noqa: N818 - it is an answer, and no mistake of ours
    """A value that is not taken, and the finding that says so.

    Raised by the functions of `spec/forms/`. Being a ValueError, it passes through pydantic as the cause of an error
    at the key that it stands at; `spec/wording.py` takes it out again.
    """

    def __init__(
        self,
        problem: Problem,
        message: str,
        label: str = "",
        help: str = "",  # noqa: A002
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        super().__init__(message)
        self.problem = problem
        self.message = message
        self.label = label
        self.help = help
        self._fixes = fixes

    def fixes_at(self, at: SpecPath, how: How = How.REPLACE) -> tuple[Fix, ...]:
        """What mends it where the value stands at `at`; `how` a replacement is made there, of a value or of a key."""
        return tuple(one._replace(edits=tuple(_moved(edit, at, how) for edit in one.edits)) for one in self._fixes)


def instead(help_: str, text: str, safety: Safety = Safety.UNSAFE) -> tuple[Fix, ...]:
    """The fix of a refusal that writes `text` for the value that is refused."""
    return fix(help_, Edit((), text), safety=safety)


def _moved(edit: Edit, at: SpecPath, how: How) -> Edit:
    """An edit of a refusal, whose path starts at the value that is refused."""
    inside = edit.at if isinstance(edit.at, tuple) else ()
    return edit._replace(at=(*at, *inside), how=how if edit.how is How.REPLACE and not inside else edit.how)


class Unreadable(ValueError):  # noqa: N818 - as above
    """A file that a spec names and that cannot be taken in; its text says why, as what follows the file's name."""


class NotSettable(ValueError):  # noqa: N818 - as above
    """A variable that cannot be set as asked from outside; its text says why, and what to write."""


def shown(value: object) -> str:
    """A value as the user would write it, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}...`"


def closest(word: str, words: Iterable[str]) -> str | None:
    """The word that was meant, if one is near; `words` are in lower case."""
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is near while a spec is right

    return next(iter(get_close_matches(word.lower(), words, n=1, cutoff=0.6)), None)
