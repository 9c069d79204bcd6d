"""Directories and WorkSpaces: where they stand, what they are called, and how large they are."""

import re
from collections.abc import Iterator

from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, SpecPath, fix
from infraspec.graph.directories import Directory
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.vpc import Subnet
from infraspec.graph.workspaces import DirectoryRegistration, Workspace
from infraspec.rules.rule import Rule

_START = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = (
    _START + "vpcs:\n  main:\n    cidr: 172.16.0.0/16\n    tiers:\n      desks:\n        subnets:\n"
    "          desk-a: {zone: a, cidr: 172.16.0.0/24}\n"
)
_SECRET = "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:admin-a1b2c3"  # noqa: S105 - where one is kept
_AD = (
    "directories:\n  corp:\n    type: microsoft\n    domain: corp.example.com\n    password: {secret: '"
    + _SECRET
    + "'}\n"
)
_EXISTING = _START + "directories: {corp: {existing: d-9067a1b2c3}}\nworkspaces:\n  desk:\n    directory: corp\n"
_DESK = _EXISTING + "    user: mina.kim\n    bundle: wsb-clj85qzj1\n"
_ZONES = {"ap-northeast-2": ("ap-northeast-2a", "ap-northeast-2c")}
"""The zones of a region in which WorkSpaces stand, where they are known and the same for every account.
https://docs.aws.amazon.com/workspaces/latest/adminguide/azs-workspaces.html"""
_BUNDLE = r"wsb-[0-9a-z]{8,63}\Z"
_USER = r"[A-Za-z0-9_.@'-]{1,63}\Z"
_DOMAIN = r"(?:[A-Za-z0-9]+[.-])+[A-Za-z0-9]+\Z"
_SHORT = r"[^\\/:*?\"<>|.]{1,15}\Z"
_HOUR = 60

WORKSPACE_ZONES = Problem(
    code="WKS101",
    name="workspace-zones",
    level=Level.ERROR,
    title="A directory that WorkSpaces cannot use where it stands",
    explanation="WorkSpaces stand in two subnets of two zones, of those zones of a region that WorkSpaces has: in Seoul a and c.",
    bad=_VPC
    + "          desk-b: {zone: b, cidr: 172.16.1.0/24}\n"
    + "directories:\n  corp:\n    existing: d-9067a1b2c3\n    registration: {subnets: tier:desks}  # <- WKS101\n",
    good=_VPC
    + "          desk-c: {zone: c, cidr: 172.16.1.0/24}\n"
    + "directories:\n  corp:\n    existing: d-9067a1b2c3\n    registration: {subnets: tier:desks}\n",
    source="https://docs.aws.amazon.com/workspaces/latest/adminguide/azs-workspaces.html",
)


def workspace_zones(graph: Graph) -> Iterator[Finding]:
    """Read the subnets of each registration."""
    for one in graph.of(DirectoryRegistration):
        at = (*one.origin, "subnets")
        if said := _two_zones(graph, one.subnets):
            yield Finding(problem=WORKSPACE_ZONES, at=at, message=f"WorkSpaces of `{one.key}` {said}", on_key=True)
            continue
        known = _ZONES.get(graph.region)
        for subnet in (graph.get(address) for address in one.subnets):
            zone = canonical(subnet.zone)
            if known is not None and zone not in known:
                message = f"subnet `{subnet.key}` is in {zone}, where WorkSpaces cannot stand"
                help_ = f"name two subnets in {' and '.join(known)}"
                related = (Related(at=(*subnet.origin, "zone"), label="this zone"),)
                yield Finding(problem=WORKSPACE_ZONES, at=at, message=message, related=related, help=help_, on_key=True)


DIRECTORY_ZONES = Problem(
    code="WKS102",
    name="directory-zones",
    level=Level.ERROR,
    title="A directory that is not in two subnets of two zones",
    explanation="A directory has two controllers, in two subnets of one VPC that are in different zones.",
    bad=_VPC + _AD + "    subnets: [desk-a]  # <- WKS102\n",
    good=_VPC + "          desk-c: {zone: c, cidr: 172.16.1.0/24}\n" + _AD + "    subnets: [desk-a, desk-c]\n",
    source="https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryVpcSettings.html",
)


def directory_zones(graph: Graph) -> Iterator[Finding]:
    """Read the subnets of each directory."""
    for one in graph.of(Directory):
        said = _two_zones(graph, one.subnets) if one.existing is None else ""
        if said:
            at, help_ = (*one.origin, "subnets"), "name two subnets of one VPC, in two zones"
            message = f"the controllers of directory `{one.key}` {said}"
            yield Finding(problem=DIRECTORY_ZONES, at=at, message=message, help=help_)


def _two_zones(graph: Graph, subnets: tuple[Ref[Subnet], ...]) -> str:
    """What is wrong with subnets that must be two in two zones; empty where nothing is."""
    if len(subnets) != 2:
        return f"would stand in {len(subnets)} subnets, and take two"
    first, second = (graph.get(one) for one in subnets)
    if first.vpc != second.vpc:
        return f"would stand in two VPCs, `{first.vpc.key}` and `{second.vpc.key}`"
    if canonical(first.zone) == canonical(second.zone):
        return f"would stand in {canonical(first.zone)} alone"
    return ""


NAMES = Problem(
    code="WKS103",
    name="workspace-names",
    level=Level.ERROR,
    title="A bundle or a user that no WorkSpace has",
    explanation="A bundle is named by its identifier, `wsb-…`: its name is looked up with `aws workspaces describe-workspace-bundles`. A "
    "user has 1 to 63 letters, digits and `_ . @ ' -`, and one WorkSpace in a directory.",
    bad=_EXISTING + "    user: mina.kim\n    bundle: Standard with Windows 11  # <- WKS103\n",
    good=_DESK,
    source="https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceRequest.html",
)


def names(graph: Graph) -> Iterator[Finding]:
    """Read the bundle and the user of each WorkSpace, and compare the users of one directory."""
    first: dict[tuple[str, str], Workspace] = {}
    for one in graph.of(Workspace):
        if not re.match(_BUNDLE, one.bundle_id):
            message, help_ = f"`{one.bundle_id}` is not the identifier of a bundle", "write one such as wsb-clj85qzj1"
            yield Finding(problem=NAMES, at=(*one.origin, "bundle"), message=message, help=help_)
        if not re.match(_USER, one.user_name):
            message, help_ = f"no user is called `{one.user_name}`", "write letters, digits and _ . @ ' -"
            yield Finding(problem=NAMES, at=(*one.origin, "user"), message=message, help=help_)
        other = first.setdefault((one.directory.key, one.user_name.lower()), one)
        if other is not one:
            related = (Related(at=other.origin, label="the first", on_key=True),)
            message = f"user `{one.user_name}` has a WorkSpace in `{one.directory.key}` already"
            yield Finding(problem=NAMES, at=(*one.origin, "user"), message=message, related=related)


SIZES = Problem(
    code="WKS104",
    name="workspace-sizes",
    level=Level.ERROR,
    title="A number that no WorkSpace has",
    explanation="A WorkSpace that stops by itself does so after whole hours. The disk of the system has 80 GiB, or 175 to 2,000; that of "
    "the user 10 or 50, or 100 to 2,000. With less than 80 and 10, or 175 and 100, the disks are of a bundle's own sizes.",
    bad=_DESK + "    auto_stop_minutes: 90  # <- WKS104\n",
    good=_DESK + "    auto_stop_minutes: 120\n",
    source="https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceProperties.html",
)


def sizes(graph: Graph) -> Iterator[Finding]:
    """Compare the numbers of each WorkSpace with those that there are."""
    for one in graph.of(Workspace):
        minutes, at = one.auto_stop_minutes, (*one.origin, "auto_stop_minutes")
        if one.running_mode == "ALWAYS_ON" and minutes is not None:
            yield Finding(problem=SIZES, at=at, message="what is always on never stops", help="remove it", on_key=True)
        elif minutes is not None and (minutes < _HOUR or minutes % _HOUR):
            near = max(_HOUR, round(minutes / _HOUR) * _HOUR)
            message, fixes = f"{minutes} minutes are no whole hours", fix(f"write {near}", Edit(at, str(near)))
            yield Finding(problem=SIZES, at=at, message=message, help=f"write {near}", fixes=fixes)
        yield from _disk(one.root_volume_size_gib, (80,), 175, (*one.origin, "root_volume_gib"))
        yield from _disk(one.user_volume_size_gib, (10, 50), 100, (*one.origin, "user_volume_gib"))


def _disk(size: int, alone: tuple[int, ...], least: int, at: SpecPath) -> Iterator[Finding]:
    if size not in alone and not least <= size <= 2000:
        said = " or ".join(map(str, alone))
        message, help_ = f"no disk of a WorkSpace has {size:,} GiB here", f"write {said}, or {least} to 2,000"
        yield Finding(problem=SIZES, at=at, message=message, help=help_)


DOMAIN = Problem(
    code="WKS110",
    name="directory-names",
    level=Level.ERROR,
    title="A name that no directory has",
    explanation="The domain of a directory has at least two parts, `corp.example.com`, of letters, digits and hyphens; its short name has "
    'at most 15 characters without dots and `\\ / : * ? " < > |`.',
    bad=_VPC
    + "          desk-c: {zone: c, cidr: 172.16.1.0/24}\n"
    + _AD.replace("corp.example.com", "corp  # <- WKS110")
    + "    subnets: [desk-a, desk-c]\n",
    good=_VPC + "          desk-c: {zone: c, cidr: 172.16.1.0/24}\n" + _AD + "    subnets: [desk-a, desk-c]\n",
    source="https://docs.aws.amazon.com/directoryservice/latest/devguide/API_CreateDirectory.html",
)


def domain(graph: Graph) -> Iterator[Finding]:
    """Read both names of each directory."""
    for one in graph.of(Directory):
        if one.existing is not None:
            continue
        if not re.match(_DOMAIN, one.name):
            message, help_ = f"`{one.name}` is not the full name of a domain", "write one such as corp.example.com"
            yield Finding(problem=DOMAIN, at=(*one.origin, "domain"), message=message, help=help_)
        if one.short_name is not None and not re.match(_SHORT, one.short_name):
            message, help_ = f"no domain has the short name `{one.short_name}`", "write one such as CORP"
            yield Finding(problem=DOMAIN, at=(*one.origin, "short_name"), message=message, help=help_)


RULES = (
    Rule(WORKSPACE_ZONES, workspace_zones),
    Rule(DIRECTORY_ZONES, directory_zones),
    Rule(NAMES, names),
    Rule(SIZES, sizes),
    Rule(DOMAIN, domain),
)
