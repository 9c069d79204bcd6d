"""Text of a `terraform:` entry: what Terraform is to evaluate in it, and what is text."""

import re
from collections.abc import Iterator
from typing import Any

from infraspec.terraform.block import Expression

_OPENING = re.compile(r"(?P<escaped>\$\$\{|%%\{)|(?P<sign>[$%])\{")
_EXPRESSION = re.compile(r"~?\s*(?:[\"'(\[!0-9-]|[A-Za-z_][\w-]*(?:\.|\()|(?:true|false|null)\b)")
_DIRECTIVE = re.compile(r"~?\s*(?:if|else|endif|for|endfor)\b")
_REFERENCE = re.compile(r"(?<![\w.$])(?:data\.)?aws_\w+\.[\w-]+")


def templated(value: Any) -> Any:
    """A value whose texts Terraform reads as the user meant them."""
    if isinstance(value, dict):
        return {str(_text(key)): templated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [templated(item) for item in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> Expression:
    """`${…}` is evaluated where it can be an expression; a shell's `${HOME:-/root}` can not, and arrives as text.

    No name stands by itself in Terraform: what it refers to has a point behind its first word, what it calls a bracket.
    """

    def escaped(found: re.Match[str]) -> str:
        if found["escaped"]:
            return found[0]
        is_meant = _EXPRESSION if found["sign"] == "$" else _DIRECTIVE
        return found[0] if is_meant.match(text, found.end()) else found["sign"] + found[0]

    return Expression(_OPENING.sub(escaped, text))


def is_expression(value: Any) -> bool:
    """Whether Terraform evaluates a text, and so may make any kind of value of it."""
    return isinstance(value, str) and re.search(r"(?<!\$)\$\{", str(_text(value))) is not None


def references(value: Any) -> Iterator[str]:
    """The addresses that an emitted value refers to."""
    if isinstance(value, dict):
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from references(item)
    elif isinstance(value, Expression) and "${" in value:
        yield from _REFERENCE.findall(value)
