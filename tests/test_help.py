"""What a beginner writes, and what each mistake is answered with: one finding, and what to write instead."""

import pytest
from weighed import check

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = "vpcs:\n  blog:\n    cidr: 10.0.0.0/16\n"
_TIERS = "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24}}}}\n"
_USER = "instances: {i: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [web, db]}}\n"
_GROUPS = "security_groups: {web: {egress: [], ingress: [{tcp: 1-70000, from: nobody}]}, db: {egress: []}}\n"


def said(text: str) -> list[tuple[str, str, str]]:
    """The underlined characters, message and help of each finding."""
    checked = check((HEAD + text).encode(), "spec.yaml")
    spans = [(one.primary.span, one) for one in checked.diagnostics]
    return [(checked.text[span.start : span.end], one.message, one.help) for span, one in spans]


@pytest.mark.parametrize(
    ("text", "key", "message", "help_"),
    [
        (
            _VPC + _TIERS + "  " + _GROUPS + _USER,
            "security_groups",
            "`security_groups` stands among the VPCs, but is a section of a VPC",
            "indent it under one, such as `blog`",
        ),
        (
            _VPC + _TIERS + _GROUPS + _USER,
            "security_groups",
            "`security_groups` stands at the top, but is a section of a VPC",
            "indent it under one, such as `blog`",
        ),
        (
            _VPC + _TIERS + "Security_Groups: {web: {}, db: {}}\n" + _USER,
            "Security_Groups",
            "`Security_Groups` stands at the top, but is a section of a VPC",
            "indent it under one, such as `blog`",
        ),
        (
            _GROUPS,
            "security_groups",
            "`security_groups` stands at the top, but is a section of a VPC",
            "write `vpcs: {NAME: {security_groups: {…}}}`",
        ),
        (
            _VPC
            + "    security_groups: {web: {egress: []}, db: {egress: []}}\n    subnets: {app-a: {zone: 5}}\n"
            + _USER,
            "subnets",
            "`subnets` stands in VPC `blog`, but is a section of a tier",
            "subnets stand in a tier: write `tiers: {public: {subnets: {…}}}`",
        ),
        (
            _VPC + _TIERS.removeprefix("    "),
            "tiers",
            "`tiers` stands at the top, but is a section of a VPC",
            "indent it under one, such as `blog`",
        ),
        (
            _VPC + _TIERS.replace("}}}}", "}}}, subnets: {app-c: {zone: 7}}}"),
            "subnets",
            "`subnets` stands among the tiers, but is a section of a tier",
            "indent it under one of them",
        ),
        (
            "Resources: {Web: {Type: AWS::EC2::Instance}}\n" + _USER,
            "Resources",
            "a spec has no `Resources`: each kind of thing has a section of its own",
            "write `vpcs:`, `instances:`, `load_balancers:` or `databases:`",
        ),
        (
            "resource: {aws_vpc: {main: {}}}\n" + _USER,
            "resource",
            "a spec has no `resource`: each kind of thing has a section of its own",
            "write `vpcs:`, `instances:`, `load_balancers:` or `databases:`",
        ),
        (
            _VPC + "    instances: {i: {image: nix}}\n",
            "instances",
            "`instances` stands in VPC `blog`, but is a section of the spec",
            "move it to the top, as `instances:` beside `version`",
        ),
        (
            "roles: {app: {trust: nix}}\n",
            "roles",
            "`roles` stands at the top, but is a section of `iam`",
            "indent it below `iam:`",
        ),
        (
            "iam: {zones: {example.com: {}}}\n",
            "zones",
            "`zones` stands in `iam`, but is a section of `dns`",
            "move it below `dns:` at the top",
        ),
        (
            "vpcs:\n  cidr: 10.0.0.0/16\n",
            "cidr",
            "`cidr` stands among the VPCs, but is a field of a VPC",
            "indent it under one",
        ),
    ],
)
def test_a_section_in_the_wrong_place_is_one_finding(text: str, key: str, message: str, help_: str) -> None:
    assert said(text) == [(key, message, help_)]


def test_a_vpc_may_be_called_like_a_section() -> None:
    text = "vpcs: {security_groups: {cidr: 10.0.0.0/16}, tiers: {cidr: 10.1.0.0/16, tiers: {subnets: {}}}}\n"
    assert said(text) == []


_NET = """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {out: {routes: {0.0.0.0/0: igw}}}
    tiers:
      app: {route_table: out, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24}}}
    security_groups:
      web: {egress: all, ingress: [{tcp: 80, from: self}]}
"""
_BALANCER = (
    _NET
    + """target_groups:
  pool: {http: 80}
load_balancers:
  front:
    type: application
    subnets: app
    security_groups: web
    listeners: [{http: 80, forward: pool}]
"""
)
_DATABASE = (
    _NET
    + """databases:
  store: {engine: mysql, version: "8.0", class: db.t3.micro, storage_gib: 20, subnets: app, security_groups: web}
"""
)
_INSTANCE = _NET + "instances:\n  one: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web}\n"
_RECORD = "dns: {zones: {example.com: {}}, records: {www.example.com: {zone: example.com, A: 203.0.113.10}}}\n"
_ROLE = "iam: {roles: {app: {trust: ec2}}}\n"

_NETWORK_CASES = [
    ("0.0.0.0/0", "default", "write 0.0.0.0/0, which is everywhere"),
    ("0.0.0.0/0", "10.9.0.0", "write 10.9.0.0/16"),
    ("0.0.0.0/0", "10.9.0.1", "write 10.9.0.1/32 for one address"),
    ("route_table: out", "route_tables: out", "write `route_table`"),
    ("vpcs:", "vpc: {}\nvpcs:", "remove `vpc`"),
    ("tcp: 80", "ports: [80, 443]", "write `tcp: [80, 443]`"),
    ("0.0.0.0/0", "any", "write 0.0.0.0/0, which is everywhere"),
    ("0.0.0.0/0", "abc", "write a block such as 10.20.0.0/16 (0.0.0.0/0 is everywhere)"),
    ("10.0.1.0/24", "10.0.1.0", "write 10.0.1.0/24"),
    ("10.0.0.0/16", "10.0.0.0", "write 10.0.0.0/16"),
    ("from: self", "from: 10.0.1.5", "write 10.0.1.5/32"),
    ("0/0: igw", "0/0: igv", "write `igw`, or define `igv`"),
    ("    internet_gateway: igw\n", "", "write `internet_gateway: igw` in VPC `main`"),
    ("internet_gateway: igw", "internet_gateway: true", "write its name, such as `internet_gateway: main`"),
    ("from: self", "from: nix", "there is `app`, `app-a`, `app-c`, `main`, `web`"),
    ("from: self", "from: app-b", "write `app-c`, or define `app-b`"),
    ("tcp: 80", "from_port: 8000, to_port: 8100, protocol: tcp", "write `tcp: 8000-8100`"),
    ("tcp: 80", "FromPort: 53, ToPort: 53, IpProtocol: udp", "write `udp: 53`"),
    ("tcp: 80", "protocol: all", "write `all: true`"),
    ("tcp: 80", "protocol: tcp", "write `tcp: 443` instead"),
    ("tcp: 80", "tcp: any", "write `all`"),
    ("tcp: 80", "tcp: www", "write `http`"),
    ("tcp: 80", 'tcp: "80,443"', "write [80, 443]"),
    ("tcp: 80", 'tcp: "8000:8100"', "write 8000-8100"),
    ("tcp: 80", "tcp: true", "write `all`"),
    ("from: self", "cidr: 10.0.0.0/8", "write `from`"),
    ("egress: all", "egress: [all]", "write `egress: all`"),
    ("[{tcp: 80, from: self}]", "[all]", "write `{all: true, from: 0.0.0.0/0}`"),
    ("[{tcp: 80, from: self}]", "{-tcp: 80}", "put a space behind each `-`"),
    ("{0.0.0.0/0: igw}", "[{cidr: 0.0.0.0/0}]", "write `routes: {0.0.0.0/0: NAME}`"),
    ("egress: all", "egress: all, tags: [{Key: a, Value: b}]", "write `tags: {a: b}`"),
]
_OTHER_CASES = [
    (_BALANCER, "type: application", "type: nlb", "write `network`"),
    (_BALANCER, "type: application", "type: application\n    scheme: private", "write `internal`"),
    (_BALANCER, "type: application", "type: application\n    scheme: public", "write `internet-facing`"),
    (_BALANCER, "type: application", "type: application\n    internal: false", "write `scheme: internet-facing`"),
    (_BALANCER, "type: application", "type: application\n    internal: true", "write `scheme: internal`"),
    (_BALANCER, "{http: 80, f", "{port: 80, protocol: HTTP, f", "write `http: 80`"),
    (_BALANCER, "{http: 80, f", "{port: 443, f", "write `https: 443`"),
    (_BALANCER.replace("application", "network"), "{http: 80, f", "{port: 80, f", "write `tcp: 80`"),
    (_BALANCER, "{http: 80, f", "{f", "add its port, such as `http: 80`"),
    (_BALANCER, ", forward: pool", "", "add `forward: TARGET_GROUP`, or `redirect: https`"),
    (_BALANCER, "forward: pool", "redirect: true", "write `redirect: https`"),
    (
        _BALANCER,
        "app\n",
        "[{subnet: app-a, private_ip: 10.0.1.9}]\n",
        "write `subnets: {app-a: {private_ip: 10.0.1.9}}`",
    ),
    (_BALANCER, "{http: 80}", "{}", "add the port of its targets, such as `http: 80`"),
    (_BALANCER, "{http: 80}", "{port: 80, protocol: HTTP}", "write `http: 80`"),
    (_BALANCER, "{http: 80}", "{http: 80, health_check: {matcher: [200, 302]}}", 'write "200,302"'),
    (
        _BALANCER,
        "{http: 80}",
        "{http: 80, health_check: 5}",
        "write `health_check: {protocol: …}`, or a key a line below it",
    ),
    (_DATABASE, "subnets: app", "subnets: app, name: blog", "write `database`; the instance is called by its key"),
    (_DATABASE, '"8.0"', "8.40", 'write "8.40"'),
    (_DATABASE, "_gib: 20", "_gib: 20GB", "write 20"),
    (_DATABASE, "_gib: 20", "_gib: 1TB", "write 1024"),
    (_DATABASE, "subnets: app", "subnets: app, credentials: ", "write one"),
    (_INSTANCE, "type: t3", "root_volume: 30, type: t3", "write `root_volume: {size_gib: 30}`"),
    (_INSTANCE, "type: t3", "spot: {max_price: $0.04}, type: t3", "write 0.04"),
    (
        _INSTANCE,
        "type: t3",
        "volumes: [a], type: t3",
        "write `volumes: {NAME: {device: …, size_gib: …}}`, or a key a line below it",
    ),
    (
        _INSTANCE,
        "type: t3",
        "role: arn:aws:iam::123456789012:role/app, type: t3",
        "write `app`, and define it: `iam: {roles: {app: {existing: app}}}`",
    ),
    (
        _INSTANCE,
        "type: t3",
        "zzz: 1, type: t3",
        (
            "it takes `image`, `type`, `role`, `key_pair`, `tenancy`, `host`, `placement_group`, `spot`, "
            "`public_ip`, `root_volume`, `user_data`, `monitoring` and 16 more"
        ),
    ),
    (_RECORD, "A: 203.0.113.10", "type: A, records: [203.0.113.10]", "write `A: 203.0.113.10`"),
    (_ROLE, "{app: {trust: ec2}}", "arn:aws:iam::123456789012:role/x", "write `roles: {x: {existing: x}}`"),
    (_ROLE, "{trust: ec2}", "arn:aws:iam::123456789012:role/x", "write `app: {existing: x}`"),
    (_NET + "outputs: {o: {of: web}}\n", "{of: web}", "web", "write `o: {of: web}`"),
    (_BALANCER, "forward: pool", "forward: [pool]", "write `forward: pool`"),
    (_INSTANCE, "groups: web", "groups: {web: 1}", "write [web]"),
    (_DATABASE, "class", "instance_type", "write `class`"),
    (_NET + "outputs: {o: {of: web, value: id}}\n", "value: id", "value: dns", "write `dns_name`"),
]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "help_"), [*((_NET, *case) for case in _NETWORK_CASES), *_OTHER_CASES]
)
def test_a_mistake_is_one_finding_that_says_what_to_write(text: str, right: str, wrong: str, help_: str) -> None:
    assert right in text
    findings = said(text.replace(right, wrong, 1))
    assert [one[2] for one in findings] == [help_]


def test_a_number_that_is_too_large_for_an_address_is_named() -> None:
    checked = check((HEAD + _NET.replace("10.0.1.0/24", "10.0.300.0/24")).encode(), "spec.yaml")
    assert [one.primary.label for one in checked.diagnostics] == ["300 is more than 255"]


def test_what_can_be_a_peer_is_said_shortly() -> None:
    text = _NET.replace("from: self", "from: nix")
    assert [one[1] for one in said(text)] == ["nothing that can be a peer is called `nix`"]


def test_a_group_in_a_network_acl_is_told_to_be_an_address() -> None:
    acl = "    network_acls: {edge: {egress: [], ingress: [{number: 1, action: allow, tcp: 80, from: web}]}}\n"
    text = _NET.replace("{route_table: out", "{route_table: out, network_acl: edge") + acl
    assert [one[2] for one in said(text)] == ["an ACL knows addresses only: write a block or a subnet"]


def test_a_key_without_a_value_is_said_of_the_key_and_not_of_its_rule() -> None:
    assert [one[:2] for one in said(_NET.replace("tcp: 80", "tcp: "))] == [("tcp", "`tcp` has no value")]
