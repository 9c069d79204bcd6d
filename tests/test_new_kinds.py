"""What a careless or a clever user writes of the kinds that came later: it is said once, and nothing stops."""

import pytest

from infraspec.compiler import check

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
METRIC = "{namespace: a, metric: b, above: 1, to: []}"
_STATEMENT = "{Effect: Allow, Principal: {AWS: %s}, Action: 's3:GetObject'}"
NET = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {pub: {routes: {0.0.0.0/0: igw}}}
    tiers:
      pub: {route_table: pub, subnets: {pub-a: {zone: a, cidr: 10.0.1.0/24}, pub-c: {zone: c, cidr: 10.0.2.0/24}}}
    security_groups: {web: {ingress: [], egress: all}}
target_groups: {web: {http: 80, vpc: main}}
"""
)
BALANCER = NET + (
    "load_balancers: {front: {type: application, subnets: 'tier:pub', security_groups: [web],"
    " listeners: [{http: 80, forward: web}]}}\n"
    "alarms: {slow: {of: web, metric: TargetResponseTime, above: 1, to: []}}\n"
)


def said(text: str) -> list[tuple[str, str]]:
    """Code and message of each error."""
    found = check(text.encode(), "spec.yaml", advice=False).diagnostics
    return [(one.problem.code, one.message) for one in found if one.is_error]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("alarms: {a: {any: [b], to: []}, b: {any: [a], to: []}}", "SPC017", "`a` waits for `b`, which waits for `a`"),
        ("alarms: {a: {rule: 'NOT ALARM(a)', to: []}}", "SPC017", "`a` waits for `a`"),
        (
            f"alarms: {{m: {METRIC}, a: {{any: [m], suppressed_by: {{alarm: a}}, to: []}}}}",
            "SPC017",
            "`a` waits for `a`",
        ),
        ("buckets: {a-logs: {access_logs: a-logs}}", "SPC017", "`a-logs` waits for `a-logs`"),
        (
            "buckets: {a-logs: {}, b-logs: {name: a-logs}}",
            "NAM150",
            "`a-logs` and `b-logs` are buckets of one name",
        ),
        (
            "buckets: {a-logs: {account_in_name: true}, b-logs: {account_in_name: true, name: a-logs}}",
            "NAM150",
            "`a-logs` and `b-logs` are buckets of one name",
        ),
        (
            f"buckets: {{a-logs: {{policy: {{Statement: {_STATEMENT % 'anyone'}}}}}}}",
            "STO113",
            "`anyone` is no account, role or user",
        ),
        (
            "iam: {service_linked_roles: {auto scaling: {}}}",
            "SPC008",
            "`auto scaling.amazonaws.com` is the name of no service",
        ),
        (
            "ip_sets: {office: {addresses: [203.0.113.0]}}",
            "NET106",
            "`203.0.113.0` is not a block",
        ),
        (
            "log_groups: {/a: {metric_filters: {f: {pattern: E, metric: 'a:b', namespace: n}}}}",
            "SPC003",
            "`a:b` cannot be the name of a metric",
        ),
        (
            "log_groups: {/a: {metric_filters: {f: {pattern: E, metric: a, namespace: 'a b'}}}}",
            "SPC003",
            "`a b` cannot be a namespace of metrics",
        ),
        (
            "log_groups: {/a: {metric_filters: {f: {pattern: E, metric: a, namespace: n, value: bytes}}}}",
            "SPC003",
            "a line cannot add `bytes`",
        ),
        (
            "log_groups: {/a: {metric_filters: {f: {pattern: E, metric: a, namespace: n, unit: seconds}}}}",
            "OBS103",
            "`seconds` is no unit of CloudWatch",
        ),
        (
            "web_acls: {a: {add_headers: {a b: c}}}",
            "SPC003",
            "WAF does not take `a b` as the name of a header",
        ),
        (
            "tables: {books: {partition_key: a, read_capacity: -1, write_capacity: 1}}",
            "SPC003",
            "a capacity is 1 to 2,147,483,647, not -1",
        ),
        (
            "alarms: {a: {metrics: {m: {metric: x}}, above: 1, to: []}}",
            "SPC002",
            "a metric does not say whose it is",
        ),
        (
            "web_acls: {a: {respond: 403}}",
            "SPC003",
            "`respond` is the answer of `default: block`",
        ),
        (
            "web_acls: {a: {logging: {to: aws-waf-logs-a, default: drop}}}\nlog_groups: {aws-waf-logs-a: {}}",
            "SPC003",
            "nothing is logged: `default: drop` has no `filters`",
        ),
        ("caches: {c: {existing: c}}", "SPC001", "cache `c` has no field `existing`"),
        (
            "trust_stores: {a_b: {bucket: x-y-z, key: a.pem}}\nbuckets: {x-y-z: {}}",
            "NAM107",
            "a trust store cannot be called `a_b`",
        ),
    ],
)
def test_a_mistake_is_said_once(text: str, code: str, message: str) -> None:
    assert said(f"{HEAD}{text}\n") == [(code, message)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("10.0.1.0/24", "10.0.1.0/240"),
        ("type: application", "type: aplication"),
        ("[web], listeners", "[wbe], listeners"),
        ("forward: web", "forward: wbe"),
        ("http: 80, forward", "http: 80, zz: 1, forward"),
        ("'tier:pub'", "'tier:pbu'"),
    ],
)
def test_an_alarm_on_what_could_not_be_read_is_no_second_mistake(right: str, wrong: str) -> None:
    assert said(BALANCER) == []
    assert right in BALANCER
    assert len(said(BALANCER.replace(right, wrong, 1))) == 1


def test_a_group_that_nothing_sends_to_has_no_metrics() -> None:
    assert said(BALANCER.replace("forward: web", "redirect: https, certificate: x", 1)) != []


def test_a_role_that_trusts_a_broken_provider_is_no_second_mistake() -> None:
    text = (
        HEAD
        + "iam:\n  oidc_providers: {git: {ulr: 'https://git.example.com'}}\n"
        + "  roles: {a: {trust: {oidc: {provider: git, subjects: 'x:y'}}}}\n"
    )
    assert len(said(text)) == 1


def test_a_composite_alarm_on_one_of_what_could_not_be_read_is_no_second_mistake() -> None:
    text = (
        HEAD
        + "tables: {carts: {partition_kye: a, alarms: {set: default, to: []}}}\n"
        + "alarms: {ill: {any: [carts-throttled], to: []}}\n"
    )
    assert [code for code, _ in said(text)] == ["SPC001"]


def test_a_tier_that_is_no_mapping_loses_its_subnets() -> None:
    text = NET.replace(
        "pub: {route_table: pub, subnets: {pub-a: {zone: a, cidr: 10.0.1.0/24}, pub-c: {zone: c, cidr: 10.0.2.0/24}}}",
        "pub: zzz",
    )
    assert len(said(text + "network_interfaces: {a: {subnet: pub-a, security_groups: [web]}}\n")) == 1
