"""Where the two readers of a kind of entry stand: the ready-made one, and the model that decides where it doubts."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from infraspec.spec.base import SpecModel


class Reader(Protocol):
    """A class of `spec/ready/`: called with what was written, it has a model's attributes, or raises a ValueError.

    Its objects stand for the model's, but are not frozen, and know nothing of pydantic.
    """

    KEYS: tuple[str, ...]
    """The keys that it takes, as they are written."""

    def __call__(self, data: object) -> SpecModel:
        """What was written, as an object with the attributes of the model; the type checker is told that it is one."""
        ...


@cache
def reader_of(module: str, name: str) -> Reader:
    """The ready-made reader of a model of `spec/`, by the model's module and name."""
    return cast("Reader", getattr(import_module(f"infraspec.spec.ready.{module}"), name))


@cache
def model_of(module: str, name: str) -> type[SpecModel]:
    """A model of `spec/`. This imports pydantic."""
    return cast("type[SpecModel]", getattr(import_module(f"infraspec.spec.{module}"), name))
