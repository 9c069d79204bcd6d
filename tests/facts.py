"""How a document's properties are read: every one of them once, and what is left over is an error.

References become `kind/name.what`, where `what` says which value of the thing is meant: `id`, `arn`, `name`,
`dns_name`. So both documents speak of a thing by the same words.
"""

import importlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

Fact = dict[str, Any]
Facts = dict[str, Fact]
"""What will stand, by `kind/name`, or by kind and content where a thing has no name."""

Resolve = Callable[[Any], Any]


class UnreadError(AssertionError):
    """A property that no reader knows: it would be lost in silence."""


class Body:
    """The properties of one resource or of a block inside it."""

    def __init__(self, where: str, properties: dict[str, Any], resolve: Resolve, *, kept: bool = False) -> None:
        self.where = where
        self.kept = kept
        """Whether Terraform is told never to delete it."""
        self._left = dict(properties)
        self._resolve = resolve

    def __call__(self, name: str, default: Any = None) -> Any:
        """The value of a property, its references resolved."""
        return self._resolve(self._left.pop(name)) if name in self._left else default

    def number(self, name: str, default: float | None = None) -> Any:
        """A number, which both formats also take as text."""
        value = self(name, default)
        return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d+", value) else value

    def flag(self, name: str, *, default: bool | None = None) -> Any:
        """A truth value, which both formats also take as text."""
        value = self(name, default)
        return value == "true" if value in {"true", "false"} else value

    def set_of(self, name: str) -> list[Any]:
        """A list whose order means nothing."""
        return sorted(self(name, []), key=canonical)

    def document(self, name: str) -> Any:
        """A policy, as an object whether it is written as text or as one."""
        value = self(name)
        return json.loads(value) if isinstance(value, str) else value

    def blocks(self, name: str) -> list["Body"]:
        """The blocks of a name: one may stand without its list."""
        found = self._left.pop(name, [])
        listed = [found] if isinstance(found, dict) else found
        return [Body(f"{self.where}.{name}", one, self._resolve) for one in listed]

    def block(self, name: str) -> "Body":
        """The one block of a name; an empty one where there is none."""
        found = self.blocks(name)
        if len(found) > 1:
            raise UnreadError(f"{self.where}: {len(found)} blocks {name}")
        return found[0] if found else Body(f"{self.where}.{name}", {}, self._resolve)

    def has(self, name: str) -> bool:
        """Whether a property is written and not yet read."""
        return name in self._left

    def done(self) -> None:
        """Demand that everything has been read."""
        if self._left:
            raise UnreadError(f"{self.where}: {', '.join(sorted(self._left))}")


def canonical(value: Any) -> str:
    """Text by which any two values can be put in order."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def owner(reference: str) -> str:
    """What a reference leads to, whichever of its values is meant."""
    kind, slash, rest = reference.partition("/")
    return f"{kind}{slash}{rest.rpartition('.')[0]}" if slash and "." in rest else reference


def given(**values: Any) -> Fact:
    """What has a value: what is absent is the same as what is not said."""
    return {name: value for name, value in values.items() if value not in (None, [], {}, ())}


def keyed(items: Iterator[tuple[str, Fact]]) -> Facts:
    """Facts by their keys, which must all differ."""
    facts: Facts = {}
    for key, fact in items:
        if key in facts:
            raise UnreadError(f"two things are {key}")
        facts[key] = given(**fact)
    return facts


def rooms(side: str) -> Iterator[ModuleType]:
    """The modules that read one document's further resources: each may have `READERS` and what goes with them."""
    for path in sorted(Path(__file__).parent.glob(f"{side}_*.py")):
        if path.stem.partition("_")[2] not in {"facts", "network", "services"}:
            yield importlib.import_module(path.stem)
