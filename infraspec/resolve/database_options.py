"""`options:` of databases to option groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import SpecPath
from infraspec.graph.rds import Option, OptionGroup
from infraspec.resolve import database_parts as parts
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry

if TYPE_CHECKING:
    from infraspec.spec.databases import Database, DatabaseOption


def option_group(scope: Network, name: str, entry: Entry[Database], source: Database) -> OptionGroup:
    """A group of its own, called as a parameter group is."""
    engine, version = source.engine or "", source.version or ""
    parts_of_version = re.findall(r"[0-9]+", version)
    major = parts_of_version[0] if engine.startswith(("postgres", "oracle")) else ".".join(parts_of_version[:2])
    group = parts.group_name(name, f"{engine}-{major}")
    return OptionGroup(
        key=group,
        origin=(*entry.path, "options"),
        name=group,
        description=f"Options of {name}",
        engine_name=engine,
        major_engine_version=major,
        options=tuple(
            _option(scope, option, model, (*entry.path, "options", option))
            for option, model in sorted(entry.model.options.items())
        ),
        tags=scope.tags(group, entry.model.tags),
    )


def _option(scope: Network, name: str, model: DatabaseOption, at: SpecPath) -> Option:
    groups = scope.security_groups(model.security_groups, (*at, "security_groups")) or ()
    return Option(name, model.version, model.port, groups, tuple(sorted(model.settings.items())))
