"""Fixes of what means something to YAML that it should not: put in quotes, or without its tag."""

import re

import yaml

from infraspec.diagnostic import Edit, Fix, Span, fix
from infraspec.source.scalars import hazard
from infraspec.source.syntax import Event


def in_quotes(event: Event, text: str = "") -> tuple[Fix, ...]:
    """Put a key or an alias in quotes."""
    text = text or f'"{event.value}"'
    return fix(f"put {text} in quotes", Edit(Span(event.start_mark.index, event.end_mark.index), text))


def without_tag(text: str, event: Event, tag: str) -> tuple[Fix, ...]:
    """Remove a tag that says no more than what stands behind it; what `!!str` stands before is put in quotes."""
    found = re.compile(re.escape(tag) + r"[ \t]+(?=[^\s#])").match(text, event.start_mark.index)
    if found is None or not (tag.startswith("!!") or tag == "!Ref"):
        return ()
    if isinstance(event, yaml.ScalarEvent) and not event.style and (tag == "!!str" or hazard(event.value)):
        quoted = f'"{event.value}"'
        at = Span(event.start_mark.index, event.end_mark.index)
        return fix(f"write {quoted}", Edit(at, quoted)) if tag == "!!str" and quoted.isprintable() else ()
    return fix(f"remove `{tag}`", Edit(Span(found.start(), found.end())))
