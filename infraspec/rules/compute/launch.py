"""How an instance starts: user data, tenancy, and a public address that reaches nothing."""

from collections.abc import Iterator

from infraspec.analysis.machines import machines
from infraspec.analysis.routing import Routing, has_internet_route, routing
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, choices, fix
from infraspec.graph.ec2 import ElasticIpAssociation, Instance
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_NETWORK = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
"""
_START = (
    "instances:\n  app-1:\n    image: ubuntu-24.04\n    type: m7i.large\n    subnet: app-a\n    security_groups: web\n"
)
_USER_DATA = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"

USER_DATA_MAX = 16384
"""Bytes, before they are encoded. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html"""

TOO_LONG = Problem(
    code="CMP106",
    name="user-data-size",
    level=Level.ERROR,
    title="User data of more than 16 KiB",
    explanation="EC2 takes 16,384 bytes of user data, counted before they are encoded; a letter of Korean has three. What "
    "is longer is fetched at the first boot, from S3 for example.",
    bad=_HEAD + _NETWORK + _START + '    user_data: "#!/bin/sh\\n' + "# long\\n" * 2400 + '"  # <- CMP106\n',
    good=_HEAD + _NETWORK + _START + '    user_data: "#!/bin/sh\\n"\n',
    source=_USER_DATA,
)


def user_data_size(graph: Graph) -> Iterator[Finding]:
    """Count the bytes."""
    for instance in machines(graph):
        size = len((instance.user_data.written or "").encode()) if instance.user_data else 0
        if size > USER_DATA_MAX:
            yield Finding(
                problem=TOO_LONG,
                at=(*instance.origin, "user_data"),
                message=f"the user data of `{instance.key}` has {size:,} bytes",
                label=f"at most {USER_DATA_MAX:,}",
                help="fetch what is longer at the first boot",
                on_key=True,
            )


NOT_RUN = Problem(
    code="CMP108",
    name="user-data-not-run",
    level=Level.WARNING,
    title="User data that nothing runs",
    explanation="cloud-init runs a script that begins with `#!`, and reads `#cloud-config`, `#include` and MIME messages; "
    "Windows runs what stands in `<script>` or `<powershell>`. Anything else is left lying there without a word.",
    bad=_HEAD + _NETWORK + _START + "    user_data: hostnamectl set-hostname app-1  # <- CMP108\n",
    good=_HEAD + _NETWORK + _START + '    user_data: "#!/bin/sh\\nhostnamectl set-hostname app-1\\n"\n',
    source=_USER_DATA,
)
_STARTS = ("#!", "#cloud-", "#include", "#part-handler", "#upstart-job", "## template:", "<", "Content-Type:", "MIME-")


def _first_line(text: str) -> str:
    """The first line of a text, in backquotes, cut where it is long."""
    line = text.partition("\n")[0].strip() or text.strip().partition("\n")[0]
    return f"`{line if len(line) <= 40 else line[:37] + '...'}`" if line else "nothing"


def user_data_not_run(graph: Graph) -> Iterator[Finding]:
    """Look at how each user data begins."""
    for instance in machines(graph):
        text = instance.user_data.written if instance.user_data else None
        if text is not None and not text.startswith(_STARTS):
            yield Finding(
                problem=NOT_RUN,
                at=(*instance.origin, "user_data"),
                message=f"nothing on `{instance.key}` runs user data that begins with {_first_line(text)}",
                help="begin with `#!/bin/bash` or `#cloud-config`",
            )


SHARED = Problem(
    code="CMP114",
    name="tenancy-of-vpc",
    level=Level.ERROR,
    title="An instance asks for shared hardware in a VPC that has its own",
    explanation="In a VPC whose tenancy is `dedicated` every instance runs on hardware of its own, at its price, whatever "
    "the instance says.",
    bad=_HEAD
    + _NETWORK.replace("0.0/16\n", "0.0/16\n    tenancy: dedicated\n", 1)
    + _START
    + "    tenancy: default  # <- CMP114\n",
    good=_HEAD
    + _NETWORK.replace("0.0/16\n", "0.0/16\n    tenancy: dedicated\n", 1)
    + _START
    + "    tenancy: dedicated\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html",
)


def tenancy_of_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare each instance's tenancy with its VPC's."""
    for instance in graph.of(Instance):
        vpc = graph.get(graph.get(instance.subnet).vpc)
        if instance.tenancy == "default" and vpc.tenancy == "dedicated":
            yield Finding(
                problem=SHARED,
                at=(*instance.origin, "tenancy"),
                message=f"`{instance.key}` cannot share hardware in VPC `{vpc.key}`",
                related=(Related(at=(*vpc.origin, "tenancy"), label="every instance is dedicated here"),),
                help="write `tenancy: dedicated`, or remove it",
                fixes=fix("write `tenancy: dedicated`", Edit((*instance.origin, "tenancy"), "dedicated")),
            )


NO_WAY_IN = Problem(
    code="NET320",
    name="public-address-without-route",
    level=Level.ERROR,
    title="A public address in a subnet that has no route to an internet gateway",
    explanation="A public or Elastic IP address speaks to the internet through the default route of its subnet to an "
    "internet gateway. Without one it is billed and does nothing. A subnet without a route table of its own follows the "
    "VPC's main table, which has the local route alone.",
    bad=_HEAD + _NETWORK + _START + "    elastic_ip: new  # <- NET320\n",
    good=_HEAD
    + _NETWORK.replace("tiers: {app: {", "tiers: {app: {route_table: public, ").replace(
        "0.0/16\n", "0.0/16\n    internet_gateway: igw\n    route_tables: {public: {routes: {0.0.0.0/0: igw}}}\n", 1
    )
    + _START
    + "    elastic_ip: new\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
)


def _open(graph: Graph, found: Routing, instance: Instance) -> list[str]:
    """The subnets of the instance's VPC and zone that lead to the internet; none where its address is fixed."""
    here = graph.get(instance.subnet)
    beside = [one for one in graph.of(Subnet) if (one.vpc, one.zone) == (here.vpc, here.zone)]
    fixed = instance.private_ip is not None
    return [] if fixed else [named(one.key) for one in beside if has_internet_route(graph, found, one)]


def public_address_without_route(graph: Graph) -> Iterator[Finding]:
    """Look for the default route of each subnet in which an instance has a public address."""
    found = routing(graph)
    elastic = {one.instance.key for one in graph.of(ElasticIpAssociation)}
    for instance in graph.of(Instance):
        if instance.existing is not None or not (instance.associate_public_ip_address or instance.key in elastic):
            continue
        subnet = graph.get(instance.subnet)
        if has_internet_route(graph, found, subnet) is not False:
            continue
        field = "elastic_ip" if instance.key in elastic else "public_ip"
        yield Finding(
            problem=NO_WAY_IN,
            at=(*instance.origin, field),
            message=f"the public address of `{instance.key}` reaches nothing: its subnet has no way to the internet",
            related=(Related(at=subnet.origin, label="has no default route to an internet gateway", on_key=True),),
            help="choose a subnet whose route table leads 0.0.0.0/0 to an internet gateway",
            fixes=choices((*instance.origin, "subnet"), _open(graph, found, instance)),
        )


HIBERNATION = Problem(
    code="CMP413",
    name="hibernation-unencrypted",
    level=Level.ERROR,
    title="A Spot instance that hibernates on a root volume that is not encrypted",
    explanation="What is in memory is written to the root volume, so EC2 asks that it be encrypted.",
    bad=_HEAD
    + _NETWORK
    + _START
    + "    spot: {type: persistent, interruption: hibernate}  # <- CMP413\n    root_volume: {encrypted: false}\n",
    good=_HEAD + _NETWORK + _START + "    spot: {type: persistent, interruption: hibernate}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernate-spot-instances.html",
)


def hibernation_unencrypted(graph: Graph) -> Iterator[Finding]:
    """Compare what a Spot instance does when it is taken back with its root volume."""
    for instance in graph.of(Instance):
        template: LaunchTemplate | None = graph.get(instance.launch_template) if instance.launch_template else None
        if template is None or template.spot is None or template.spot.interruption_behavior != "hibernate":
            continue
        root = instance.root_volume or template.root_volume
        if root is not None and not root.encrypted:
            yield Finding(
                problem=HIBERNATION,
                at=(*instance.origin, "spot", "interruption"),
                message=f"`{instance.key}` cannot hibernate",
                related=(Related(at=(*instance.origin, "root_volume", "encrypted"), label="not encrypted"),),
                help="encrypt the root volume",
                fixes=fix("encrypt the root volume", Edit((*instance.origin, "root_volume", "encrypted"), "true")),
            )


RULES = (
    Rule(TOO_LONG, user_data_size),
    Rule(NOT_RUN, user_data_not_run),
    Rule(SHARED, tenancy_of_vpc),
    Rule(NO_WAY_IN, public_address_without_route, needs_whole=True),
    Rule(HIBERNATION, hibernation_unencrypted),
)
