"""`directories:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Finding, How, Related, SpecPath, fix
from infraspec.graph.directories import Directory, KeptPassword
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.secretsmanager import Secret
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.graph.workspaces import DirectoryRegistration
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_VALUE_YET
from infraspec.spec.kinds import DIRECTORY, ROLE, SECRET

if TYPE_CHECKING:
    from infraspec.spec.directories import Directory as Model
    from infraspec.spec.directories import Password
    from infraspec.spec.document import Entry

DEFAULT_ROLE = "workspaces_DefaultRole"
"""The role that WorkSpaces takes to put interfaces into subnets: it must stand before a directory is registered.
https://docs.aws.amazon.com/workspaces/latest/adminguide/workspaces-access-control.html"""


def directories(scope: Network) -> Iterator[Resource]:
    """Every directory, with its registration where it has one."""
    for name, entry in scope.of(DIRECTORY).items():
        model, at = entry.model, entry.path
        subnets = scope.subnets(model.subnets, (*at, "subnets"))
        password = _password(scope, model.password, (*at, "password"))
        if subnets is None or password is None:
            continue
        is_simple = model.type == "simple"
        yield Directory(
            key=name,
            origin=at,
            existing=model.existing,
            directory_type="SimpleAD" if is_simple else "MicrosoftAD",
            name=model.domain or "",
            short_name=model.short_name,
            size=(model.size or "small").capitalize() if is_simple else None,
            edition=None if is_simple else (model.edition or "standard").capitalize(),
            description=model.description,
            password=password,
            vpc=ref(Vpc, scope.vpc_of("subnet", subnets[0].key)) if subnets else None,
            subnets=subnets,
            on_delete=model.on_delete,
        )
        yield from _registration(scope, name, entry, subnets)


def _password(scope: Network, password: Password | None, at: SpecPath) -> KeptPassword | None:
    """Where the password is kept; None, with a finding, if nowhere. One that exists has none here."""
    if password is None:
        return KeptPassword("", None)
    if password.secret.startswith("arn:"):
        return KeptPassword(password.secret, password.key)
    found = scope.find(password.secret, (SECRET.word,), (*at, "secret"))
    if found is None:
        return None
    model = scope.of(SECRET)[found.name].model
    if model.existing is None and model.generate is None:
        message = f"secret `{found.name}` has no value when the directory is made"
        help_ = f"write `generate: true` at `{found.name}`"
        where = scope.names[SECRET.word][found.name]
        related = (Related(at=where, label="is empty until it is set by hand", on_key=True),)
        fixes = fix(help_, Edit(where, "generate: true", How.ADD))
        finding = Finding(problem=NO_VALUE_YET, at=(*at, "secret"), message=message, help=help_)
        scope.report(replace(finding, related=related, fixes=fixes))
        return None
    key = password.key or (model.generate.key if model.generate is not None else None)
    return KeptPassword(model.existing or ref(Secret, found.name), key)


def _registration(
    scope: Network, name: str, entry: Entry[Model], subnets: tuple[Ref[Subnet], ...]
) -> Iterator[DirectoryRegistration]:
    written, at = entry.model.registration, (*entry.path, "registration")
    if written is None:
        return
    own = scope.subnets(written.subnets, (*at, "subnets"))
    group: Ref[SecurityGroup] | None = None
    if written.security_group is not None:
        group = scope.ref(SecurityGroup, "security_group", written.security_group, (*at, "security_group"))
    if own is None or (group is None and written.security_group is not None):
        return
    has_role = DEFAULT_ROLE in scope.names.get(ROLE.word, {})
    yield DirectoryRegistration(
        key=name,
        origin=at,
        depends_on=(Ref("Role", DEFAULT_ROLE),) if has_role else (),
        directory=ref(Directory, name),
        directory_id=entry.model.existing,
        subnets=own or subnets,
        devices=tuple(sorted(written.devices)),
        self_service=tuple(sorted(written.self_service)),
        enable_internet_access=written.internet_access,
        user_enabled_as_local_administrator=written.local_administrators,
        enable_maintenance_mode=written.maintenance,
        custom_security_group=group,
        default_ou=written.organizational_unit,
        tags=scope.tags(name, written.tags),
    )
