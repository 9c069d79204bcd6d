"""Advice about WorkSpaces: encryption, costs, and addresses that their service uses itself."""

from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.directories import Directory
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.graph.workspaces import DirectoryRegistration, Workspace
from infraspec.rules.rule import Rule

_SIMPLE = ("ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "us-east-1", "us-west-2")
"""The regions that have Simple AD.
https://docs.aws.amazon.com/directoryservice/latest/admin-guide/regions.html"""
_START = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_DESK = (
    _START + "directories: {corp: {existing: d-9067a1b2c3}}\nworkspaces:\n  desk:\n    directory: corp\n"
    "    user: mina.kim\n    bundle: wsb-clj85qzj1\n"
)
_KEY = "    kms_key: arn:aws:kms:ap-northeast-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab\n"
_MANAGEMENT = {"ap-northeast-2": (IPv4Network("10.0.0.0/8"), IPv4Network("198.19.0.0/16"))}
"""Blocks that the service's own interfaces of WorkSpaces use, by region.
https://docs.aws.amazon.com/workspaces/latest/adminguide/workspaces-port-requirements.html"""


def _vpc(block: str) -> str:
    """A VPC of two desks."""
    return (
        _START + f"vpcs:\n  main:\n    cidr: {block}.0.0/16\n    tiers:\n      desks:\n        subnets:\n"
        f"          desk-a: {{zone: a, cidr: {block}.0.0/24}}\n          desk-c: {{zone: c, cidr: {block}.1.0/24}}\n"
        "directories:\n  corp:\n    existing: d-9067a1b2c3\n"
    )


CLEAR = Problem(
    code="WKS105",
    name="workspace-encryption",
    level=Level.WARNING,
    title="A WorkSpace whose disks are not encrypted",
    explanation="What people keep on their desktop is what they should not keep there. Encryption costs nothing, and cannot be switched "
    "on later: the WorkSpace is made anew. A key of one's own says who may read the disks.",
    bad=_DESK + "    encrypt_user: false  # <- WKS105\n",
    good=_DESK + _KEY,
    source="https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
)


def clear(graph: Graph) -> Iterator[Finding]:
    """Look at both disks of each WorkSpace."""
    for one in graph.of(Workspace):
        disks = (
            ("encrypt_root", one.root_volume_encryption_enabled, "the system"),
            ("encrypt_user", one.user_volume_encryption_enabled, "the user"),
        )
        for key, is_on, whose in disks:
            if not is_on:
                at = (*one.origin, key)
                message = f"the disk of {whose} of WorkSpace `{one.key}` is not encrypted"
                fixes = fix(f"remove `{key}`", Edit(at, how=How.REMOVE))
                yield Finding(problem=CLEAR, at=at, message=message, help=f"remove `{key}`", fixes=fixes)


ALWAYS_ON = Problem(
    code="WKS112",
    name="workspace-always-on",
    level=Level.NOTE,
    title="A WorkSpace that is billed by the month",
    explanation="A WorkSpace that stops by itself is billed by the hour, beside a small sum a month: less than one that is always on while "
    "it is used for fewer than some 80 hours a month. Savings Plans do not cover WorkSpaces.",
    bad=_DESK + "    running: always_on  # <- WKS112\n",
    good=_DESK + "    running: auto_stop\n",
    source="https://docs.aws.amazon.com/workspaces/latest/adminguide/running-mode.html",
)


def always_on(graph: Graph) -> Iterator[Finding]:
    """Look at how each WorkSpace runs."""
    for one in graph.of(Workspace):
        if one.running_mode == "ALWAYS_ON":
            at, help_ = (*one.origin, "running"), "write `auto_stop`, unless it is used all day"
            message = f"WorkSpace `{one.key}` is billed for every hour of the month"
            fixes = fix("write auto_stop", Edit(at, "auto_stop"))
            yield Finding(problem=ALWAYS_ON, at=at, message=message, help=help_, fixes=fixes)


OWN_BLOCKS = Problem(
    code="WKS109",
    name="workspace-management-addresses",
    level=Level.NOTE,
    title="WorkSpaces in a VPC whose addresses their service uses itself",
    explanation="Each WorkSpace has a second interface by which the service reaches it. In Seoul that has an address of 10.0.0.0/8 or "
    "198.19.0.0/16 where the WorkSpace speaks DCV: a server in the VPC with an address of the same network cannot be "
    "reached from it. 172.16.0.0/12 is free of that.",
    bad=_vpc("10.0") + "    registration: {subnets: tier:desks}  # <- WKS109\n",
    good=_vpc("172.16") + "    registration: {subnets: tier:desks}\n",
    source="https://docs.aws.amazon.com/workspaces/latest/adminguide/workspaces-port-requirements.html",
)


def own_blocks(graph: Graph) -> Iterator[Finding]:
    """Compare the subnets of each registration with what the service uses."""
    for one in graph.of(DirectoryRegistration):
        for subnet in (graph.get(address) for address in one.subnets):
            used = next((net for net in _MANAGEMENT.get(graph.region, ()) if _overlaps(subnet, net)), None)
            if used is not None:
                message = f"WorkSpaces of `{one.key}` would stand in {subnet.cidr}, and their service uses {used}"
                related = (Related(at=subnet.origin, label="this subnet", on_key=True),)
                yield Finding(problem=OWN_BLOCKS, at=one.origin, message=message, related=related, on_key=True)
                break


def _overlaps(subnet: Subnet, net: IPv4Network) -> bool:
    return subnet.cidr is not None and subnet.cidr.overlaps(net)


_DIRECTORY = _vpc("172.16").replace(
    "    existing: d-9067a1b2c3\n",
    "    type: simple  # <- WKS114\n    domain: corp.example.com\n    subnets: tier:desks\n"
    "    password: {secret: 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:admin-a1b2c3'}\n",
)
SIMPLE = Problem(
    code="WKS114",
    name="simple-directory-region",
    level=Level.WARNING,
    title="A simple directory in a region that has none",
    explanation="Simple AD is in a few of AWS's regions: Tokyo, Singapore, Sydney, Ireland, Northern Virginia and Oregon. Microsoft's "
    "Active Directory is in all that WorkSpaces are in.",
    bad=_DIRECTORY,
    good=_DIRECTORY.replace("simple  # <- WKS114", "microsoft"),
    source="https://docs.aws.amazon.com/directoryservice/latest/admin-guide/regions.html",
)


def simple(graph: Graph) -> Iterator[Finding]:
    """Look at the region of each simple directory."""
    for one in graph.of(Directory):
        if one.existing is None and one.directory_type == "SimpleAD" and graph.region not in _SIMPLE:
            at = (*one.origin, "type")
            message = f"{graph.region} is not known to have Simple AD, which `{one.key}` is"
            yield Finding(problem=SIMPLE, at=at, message=message, help="write `type: microsoft`", on_key=True)


BY_HAND = Problem(
    code="WKS113",
    name="directory-not-registered",
    level=Level.NOTE,
    title="WorkSpaces in a new directory that nothing registers",
    explanation="A directory is registered with WorkSpaces before anyone has a desktop in it. Terraform does that where the entry has "
    "`registration:`; CloudFormation cannot, so the command stands between two stacks: that of the directory and that of "
    "the desktops.",
    bad=_vpc("172.16").replace(
        "    existing: d-9067a1b2c3\n",
        "    type: microsoft\n    domain: corp.example.com\n    subnets: tier:desks\n"
        "    password: {secret: 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:admin-a1b2c3'}\n",
    )
    + "workspaces:\n  desk:\n    directory: corp  # <- WKS113\n    user: mina.kim\n    bundle: wsb-clj85qzj1\n",
    good=_vpc("172.16") + "workspaces:\n  desk:\n    directory: corp\n    user: mina.kim\n    bundle: wsb-clj85qzj1\n",
    source="https://docs.aws.amazon.com/workspaces/latest/adminguide/register-deregister-directory.html",
)


def by_hand(graph: Graph) -> Iterator[Finding]:
    """Look for the registration of each directory that is made here."""
    registered = {one.key for one in graph.of(DirectoryRegistration)}
    for one in graph.of(Workspace):
        directory: Directory = graph.get(one.directory)
        if directory.existing is None and directory.key not in registered:
            message = f"nothing registers directory `{directory.key}` with WorkSpaces"
            help_ = (
                "write `registration: {}` at it for Terraform; with CloudFormation, make the desktops in another stack"
            )
            yield Finding(problem=BY_HAND, at=(*one.origin, "directory"), message=message, help=help_)


RULES = (
    Rule(CLEAR, clear),
    Rule(ALWAYS_ON, always_on),
    Rule(OWN_BLOCKS, own_blocks),
    Rule(BY_HAND, by_hand),
    Rule(SIMPLE, simple),
)
