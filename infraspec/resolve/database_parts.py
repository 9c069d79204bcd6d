"""What databases and clusters of databases are made of alike: engines, groups, monitoring, backups."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from infraspec.diagnostic import Edit, Finding, How, Problem, Related, SpecPath, choices, fix
from infraspec.graph.iam import Role
from infraspec.graph.rds import DbParameterGroup, DbSubnetGroup, Monitoring, PerformanceInsights
from infraspec.graph.resource import Ref, Tags
from infraspec.graph.values import Joined, Value
from infraspec.graph.vpc import Subnet
from infraspec.resolve.made_roles import made_role, policy_of_aws, role_arn, trusting
from infraspec.resolve.problems import ENGINE_VERSION
from infraspec.spec.problems import MISSING_FIELD

if TYPE_CHECKING:
    from infraspec.resolve.network import Network
    from infraspec.spec.databases import Monitoring as MonitoringModel
    from infraspec.spec.databases import PerformanceInsights as InsightsModel


class Engine(NamedTuple):
    """What RDS takes for granted of an engine."""

    port: int
    username: str
    version: str
    """The pattern of a version, whose groups make up the parameter group's family."""
    family: str
    """The family as a format of engine and groups."""
    example: str


_TAIL = r"(?:[.-][A-Za-z0-9.-]+)?\Z"
_MAJOR_MINOR = rf"([0-9]+\.[0-9]+){_TAIL}"
_AURORA_MYSQL = r"([0-9]+\.[0-9]+)(?:\.mysql_aurora(?:\.[0-9]+)+|\.[0-9]+)?\Z"
_POSTGRES = rf"([1-9][0-9]|9\.[0-9]){_TAIL}"
_MAJOR = rf"([0-9]+){_TAIL}"
_SQL_SERVER = rf"([0-9]+)\.00?{_TAIL}"

_ENGINES = {
    "mysql": Engine(3306, "admin", _MAJOR_MINOR, "{0}{1}", "8.0"),
    "mariadb": Engine(3306, "admin", _MAJOR_MINOR, "{0}{1}", "11.4"),
    "postgres": Engine(5432, "postgres", _POSTGRES, "{0}{1}", "17"),
    "oracle": Engine(1521, "dbadmin", _MAJOR, "{0}-{1}", "19"),
    "sqlserver": Engine(1433, "dbadmin", _SQL_SERVER, "{0}-{1}.0", "16.00"),
    "aurora-mysql": Engine(3306, "admin", _AURORA_MYSQL, "{0}{1}", "8.0"),
    "aurora-postgresql": Engine(5432, "postgres", _POSTGRES, "{0}{1}", "17"),
}
"""By the engine's name, or its first word.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html"""

OPEN_ENGINES = frozenset({"mysql", "mariadb", "postgres", "aurora-mysql", "aurora-postgresql"})
"""Engines with users of IAM.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"""
_MONITORING_POLICY = "service-role/AmazonRDSEnhancedMonitoringRole"
_LONGEST_ROLE = 64


def engine_of(engine: str) -> Engine:
    """What is known of an engine."""
    return _ENGINES.get(engine) or _ENGINES[engine.partition("-")[0]]


def family_of(scope: Network, name: str, at: SpecPath, engine: str, version: str) -> str | None:
    """The parameter group family of an engine's version; None, with a finding, for what is not a version."""
    known = engine_of(engine)
    found = re.match(known.version, version)
    if found is not None:
        return known.family.format(engine, *found.groups())
    scope.report(
        Finding(
            problem=ENGINE_VERSION,
            at=(*at, "version"),
            message=f"`{version}` is not a version of `{engine}`, the engine of `{name}`",
            related=(Related(at=(*at, "engine"), label="this engine"),),
            help=f'write one such as "{known.example}", in quotes',
            fixes=choices((*at, "version"), [f'"{known.example}"']),
        )
    )
    return None


def missing(scope: Network, what: str, at: SpecPath, key: str, help_: str) -> None:
    """Report a key that an entry cannot do without."""
    message = f"{what} does not say its `{key}`"
    scope.report(Finding(problem=MISSING_FIELD, at=(*at, key), message=message, help=help_))


def surplus(problem: Problem, at: SpecPath, message: str, related: Related) -> Finding:
    """The finding about a key that must go."""
    help_ = f"remove `{at[-1]}`"
    fixes = fix(help_, Edit(at, how=How.REMOVE))
    return Finding(problem=problem, at=at, message=message, related=(related,), help=help_, fixes=fixes)


def subnet_group(name: str, at: SpecPath, subnets: tuple[Ref[Subnet], ...], tags: Tags) -> DbSubnetGroup:
    """The group of the subnets that a database may stand in."""
    return DbSubnetGroup(key=name, origin=at, name=name, description=f"Subnets of {name}", subnets=subnets, tags=tags)


def group_name(name: str, family: str) -> str:
    """The name of a parameter group: the family is part of it, so that an upgrade makes a new one beside the old."""
    return f"{name}-{family.replace('.', '-')}"


def parameter_group(
    scope: Network, name: str, origin: SpecPath, family: str, parameters: dict[str, str], own: dict[str, str]
) -> DbParameterGroup:
    """A group of its own."""
    group = group_name(name, family)
    return DbParameterGroup(
        key=group,
        origin=origin,
        name=group,
        description=f"Parameters of {name}",
        family=family,
        parameters=tuple(sorted(parameters.items())),
        tags=scope.tags(group, own),
    )


class Watch(NamedTuple):
    """Enhanced monitoring, and the role that is made for it."""

    monitoring: Monitoring
    role: Role | None = None


def watch(scope: Network, name: str, at: SpecPath, model: MonitoringModel | None, own: dict[str, str]) -> Watch:
    """How a database is monitored. A role that nobody names is made, and trusts RDS alone.

    Off is said: what a template leaves out, RDS leaves as it was.
    """
    if model is None:
        return Watch(Monitoring(0, None))
    where = (*at, "monitoring")
    if model.role is not None:
        return Watch(Monitoring(model.seconds, role_arn(scope, model.role, (*where, "role"))))
    if model.seconds == 0:
        return Watch(Monitoring(0, None))
    role = _made_role(scope, name, where, own)
    return Watch(Monitoring(model.seconds, Joined((Value(role.address, "arn"),))), role)


def _made_role(scope: Network, name: str, origin: SpecPath, own: dict[str, str]) -> Role:
    called = f"{name}-monitoring"
    if len(called) > _LONGEST_ROLE:
        called = f"{name[:40]}-{sha256(name.encode()).hexdigest()[:8]}-monitoring"
    trust, policy = trusting("monitoring.rds.amazonaws.com"), policy_of_aws(scope, _MONITORING_POLICY)
    tags = scope.tags(called, own)
    return made_role(called, origin, f"Enhanced monitoring of {name}", trust, (policy,), tags)


def insights(scope: Network, at: SpecPath, model: InsightsModel | None) -> PerformanceInsights:
    """What is recorded of its statements. Off is said, as with monitoring."""
    if model is None or not model.enabled:
        return PerformanceInsights(enabled=False, retention_period=None, kms_key_id=None)
    key = scope.kms_key(model.kms_key, (*at, "performance_insights", "kms_key"))
    return PerformanceInsights(enabled=True, retention_period=model.days, kms_key_id=key)


def signs_in_by_iam(engine: str, written: bool | None) -> bool | None:  # noqa: FBT001 - the field of both models
    """Whether users may sign in by IAM: said to be off where the engine could, and nothing where it cannot."""
    return False if written is None and engine in OPEN_ENGINES else written


def username(engine: str, written: str | None, *, brought: bool) -> str | None:
    """The first user: the engine's usual one, unless another is written or users are brought along."""
    if brought:
        return None
    return engine_of(engine).username if written is None else written


def support(extended: bool | None) -> str | None:  # noqa: FBT001 - the field of both models
    """RDS's words for going on with a version, or not, after its standard support."""
    return {
        None: None,
        True: "open-source-rds-extended-support",
        False: "open-source-rds-extended-support-disabled",
    }[extended]


def network_type(network: str | None) -> str | None:
    """RDS's word for the kinds of addresses."""
    return None if network is None else network.upper()


def each_log(names: list[str]) -> tuple[str, ...]:
    """Logs in one order."""
    return tuple(sorted(set(names)))
