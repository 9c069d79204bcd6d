"""Text that is given anew at each deployment, carried from the spec to both documents as its default.

Wherever it goes it is an ordinary text, the one that is checked. A stage that hands it on unchanged hands on all of it;
one that makes another text of it loses the variable, and what was lost is found by comparing both documents with
the spec. So nothing has to be known of the stages between.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Self


class Piece(NamedTuple):
    """A stretch of a text: as it stands, or the name of a variable."""

    text: str
    is_variable: bool


class Later(str):
    """A text with at least one variable of `deploy_time: true` in it, each put in as its default."""

    __slots__ = ("pieces", "site")

    pieces: tuple[Piece, ...]
    site: int
    """Where its characters start among those of all files: no other text of the spec has the same."""

    def __new__(cls, text: str, pieces: tuple[Piece, ...], site: int) -> Self:
        """`text`, remembering what it is made of."""
        made = super().__new__(cls, text)
        made.pieces = pieces
        made.site = site
        return made

    def __getnewargs__(self) -> tuple[str, tuple[Piece, ...], int]:  # type: ignore[override] # a copy has it all
        return str(self), self.pieces, self.site


def sites_in(value: object) -> Iterator[int]:
    """The site of every text of later that stands somewhere in a document."""
    if isinstance(value, Later):
        yield value.site
    elif isinstance(value, dict):
        for item in value.values():
            yield from sites_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from sites_in(item)


def referring(value: Any, refer: Callable[[tuple[Piece, ...]], Any]) -> Any:
    """A document in which each text of later is what `refer` makes of its pieces."""
    if isinstance(value, Later):
        return refer(value.pieces)
    if isinstance(value, dict):
        return {key: referring(item, refer) for key, item in value.items()}
    if isinstance(value, list):
        return [referring(item, refer) for item in value]
    return value
