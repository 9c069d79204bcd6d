"""Keys, buckets, secrets and parameters: what is refused, and what policies come to."""

import json
from typing import Any

import pytest
from examples import documents, emitted
from weighed import check

from infraspec.graph.graph import Graph
from infraspec.graph.kms import Key
from infraspec.graph.s3 import Bucket, BucketPolicy

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
VPC = """vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {private: {}}
    tiers: {app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
    endpoints:
      s3: {service: s3, route_tables: [private]}
      db: {service: dynamodb, route_tables: [private]}
"""


def said(text: str) -> list[str]:
    return [one.problem.code for one in check((HEAD + text).encode(), "spec.yaml").diagnostics if one.is_error]


def graph_of(text: str) -> Graph:
    checked = check((HEAD + text).encode(), "spec.yaml")
    assert [one.message for one in checked.diagnostics if one.is_error] == []
    assert checked.graph is not None
    return checked.graph


def policy_of(graph: Graph, name: str) -> list[dict[str, Any]]:
    (policy,) = (one for one in graph.of(BucketPolicy) if one.key == name)
    found: list[dict[str, Any]] = json.loads(policy.policy_document.text)["Statement"]
    return found


def key_policy_of(graph: Graph, name: str) -> dict[str, dict[str, Any]]:
    (key,) = (one for one in graph.of(Key) if one.key == name)
    return {one["Sid"]: one for one in json.loads(key.key_policy.text)["Statement"]}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("buckets: {shop: {}}\n", []),
        ("buckets: {Shop: {}}\n", ["NAM128"]),
        ("buckets: {sh..op: {}}\n", ["NAM128"]),
        ("buckets: {xn--shop: {}}\n", ["NAM128"]),
        ("buckets: {shop-s3alias: {}}\n", ["NAM128"]),
        ("buckets: {192.168.0.1: {}}\n", ["NAM128"]),
        ("buckets: {a-name-that-fits-well-and-is-as-long-as-it-may: {account_in_name: true}}\n", ["NAM128"]),
        ("buckets: {shop: {name: Shop}}\n", ["SPC008"]),
        ("buckets: {shop: {existing: shop, object_lock: true}}\n", ["SPC003"]),
        ("buckets: {shop: {object_lock: true, versioning: false}}\n", ["SPC003"]),
        ("buckets: {shop: {object_lock: {mode: GOVERNANCE}}}\n", ["SPC002"]),
        ("buckets: {shop: {object_lock: {days: 3}}}\n", ["SPC002"]),
        ("buckets: {shop: {object_lock: {mode: GOVERNANCE, days: 3, years: 1}}}\n", ["SPC003"]),
        ("buckets: {shop: {lifecycle: {old: {}}}}\n", ["SPC002"]),
        ("buckets: {shop: {lifecycle: {old: {noncurrent_keep: 3, expire_days: 3}}}}\n", ["SPC002"]),
        ("buckets: {shop: {lifecycle: {old: {expired_delete_markers: true, expire_days: 3}}}}\n", ["SPC003"]),
        ("buckets: {shop: {lifecycle: {old: {abort_uploads_days: 3, tags: {a: b}}}}}\n", ["SPC003"]),
        ("buckets: {shop: {lifecycle: {old: {transitions: {GLACIAL: 3}}}}}\n", ["SPC003"]),
        ("buckets: {shop: {lifecycle: {old: {transitions: {STANDARD_IA: 29}}}}}\n", ["STO105"]),
        ("buckets: {shop: {lifecycle: {old: {transitions: {GLACIER: 9}, expire_days: 9}}}}\n", ["STO105"]),
        ("buckets: {shop: {lifecycle: {old: {transitions: {GLACIER: 9, STANDARD_IA: 90}}}}}\n", ["STO105"]),
        ("buckets: {shop: {lifecycle: {old: {noncurrent_transitions: {ONEZONE_IA: 3}}}}}\n", ["STO105"]),
        ("buckets: {shop: {archive: {ARCHIVE: 90}}}\n", ["SPC003"]),
        ("buckets: {shop: {access_logs: log}}\n", ["SPC004"]),
        ("kms_keys: {k: {}}\nbuckets: {logs: {kms_key: k}, shop: {access_logs: logs}}\n", ["STO110"]),
        ("buckets: {shop: {policy: {Statement: [{Effect: Allow, Action: '*'}]}}}\n", ["STO113"]),
        (VPC + "buckets: {shop: {only_from_endpoint: s3}}\n", []),
        (VPC + "buckets: {shop: {only_from_endpoint: db}}\n", ["SPC003"]),
        (VPC + "buckets: {shop: {only_from_endpoint: s4}}\n", ["SPC004"]),
        ("kms_keys: {k: {rotation_days: 89}}\n", ["SPC003"]),
        ("kms_keys: {k: {deletion_days: 6}}\n", ["SPC003"]),
        ("kms_keys: {k: {rotation: false, rotation_days: 90}}\n", ["SPC003"]),
        ("kms_keys: {k: {spec: HMAC_256, rotation: true}}\n", ["SPC003"]),
        ("kms_keys: {k: {spec: RSA_2048}}\n", ["SPC002"]),
        ("kms_keys: {k: {existing: alias/k}}\n", ["SPC008"]),
        ("kms_keys: {aws/k: {}}\n", ["NAM144"]),
        ("secrets: {s: {kms_key: k}}\n", ["SPC004"]),
        ("secrets: {s: {kms_key: alias/k}}\n", ["SPC008"]),
        ("secrets: {s: {kms_key: 0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789}}\n", ["SPC008"]),
        ("kms_keys: {k: {spec: HMAC_256}}\nsecrets: {s: {kms_key: k}}\n", ["KMS104"]),
        ("secrets: {s: {value: hunter2}}\n", ["SCR102"]),
        ("secrets: {s: {generate: {fields: {a: b}}}}\n", ["SPC002"]),
        ("secrets: {s: {generate: {key: a, fields: {a: b}}}}\n", ["SPC003"]),
        ("secrets: {s: {existing: s}}\n", ["SPC008"]),
        ("parameters: {p: {}}\n", ["SPC002"]),
        ("parameters: {p: {value: x, of: y}}\n", ["SPC003"]),
        ("parameters: {p: {value: x, attribute: y}}\n", ["SPC002"]),
        ("parameters: {p: {type: SecureString, value: x}}\n", ["SCR104"]),
        ("parameters: {/aws/p: {value: x}}\n", ["NAM146"]),
        ("parameters: {p: {of: q}}\n", ["SPC004"]),
        ("secrets: {s: {}}\nparameters: {p: {of: s}}\n", []),
        ("secrets: {s: {}}\nparameters: {p: {of: s, attribute: name}}\n", ["OUT115"]),
        (f"parameters: {{p: {{value: {'x' * 4097}}}}}\n", ["SSM109"]),
        (f"parameters: {{p: {{tier: Advanced, value: {'x' * 4097}}}}}\n", []),
        ("session_documents: {d: {idle_minutes: 61}}\n", ["SPC003"]),
        ("session_documents: {doc: {prefix: x}}\n", ["SPC003"]),
        ("session_documents: {doc: {encrypted_logs: true}}\n", ["SPC003"]),
        (f"session_documents: {{doc: {{shell_profile: {{linux: {'x' * 513}}}}}}}\n", ["SPC003"]),
    ],
)
def test_what_aws_would_refuse_is_one_finding(text: str, codes: list[str]) -> None:
    assert said(text) == codes


def test_a_bucket_is_closed_unless_it_says_otherwise() -> None:
    graph = graph_of("buckets: {shop: {}}\n")
    (bucket,) = graph.of(Bucket)
    assert all(bucket.public_access_block)
    assert (bucket.versioning, bucket.object_ownership, bucket.on_delete) == (
        "Enabled",
        "BucketOwnerEnforced",
        "retain",
    )
    assert [one["Sid"] for one in policy_of(graph, "shop")] == ["TlsOnly"]


def test_a_bucket_that_says_nothing_has_no_policy() -> None:
    assert graph_of("buckets: {shop: {tls_only: false}}\n").of(BucketPolicy) == []


def test_nobody_is_locked_out_of_a_bucket_of_an_endpoint() -> None:
    graph = graph_of(VPC + "buckets: {shop: {only_from_endpoint: s3}}\n")
    (statement,) = (one for one in policy_of(graph, "shop") if one["Sid"] == "OnlyFromEndpoint")
    assert all("Object" in action for action in statement["Action"])
    assert statement["Condition"]["BoolIfExists"]["aws:PrincipalIsAWSService"] == "false"


def test_each_bucket_that_logs_into_another_may_write_there_and_waits_for_that() -> None:
    graph = graph_of("buckets: {logs: {}, a-shop: {access_logs: logs}, b-shop: {access_logs: logs}}\n")
    assert [one["Sid"] for one in policy_of(graph, "logs")] == ["TlsOnly", "AccessLogs", "AccessLogs2"]
    waiting = {one.key: [wait.key for wait in one.depends_on] for one in graph.of(Bucket)}
    assert waiting == {"logs": [], "a-shop": ["logs"], "b-shop": ["logs"]}


def test_buckets_log_into_one_another_in_one_direction() -> None:
    graph = graph_of("buckets: {a-shop: {access_logs: b-shop}, b-shop: {access_logs: c-shop}, c-shop: {}}\n")
    waits = {one.key: [other.key for other in one.depends_on] for one in graph.of(Bucket)}
    assert waits == {"a-shop": ["b-shop"], "b-shop": ["c-shop"], "c-shop": []}
    assert said("buckets: {a-shop: {access_logs: b-shop}, b-shop: {access_logs: a-shop}}\n") == ["SPC017"]


def test_a_key_lets_those_use_it_that_name_it() -> None:
    graph = graph_of("kms_keys: {k: {}}\nlog_groups: {/app: {kms_key: k}}\ntopics: {alarms: {kms_key: k}}\n")
    policy = key_policy_of(graph, "k")
    assert set(policy) == {"Account", "Logs", "Services"}
    assert policy["Logs"]["Principal"] == {"Service": "logs.ap-northeast-2.amazonaws.com"}
    assert policy["Logs"]["Condition"]["ArnLike"]["kms:EncryptionContext:aws:logs:arn"].endswith(":log-group:/app")
    assert policy["Services"]["Principal"] == {"Service": "cloudwatch.amazonaws.com"}


@pytest.mark.parametrize(
    ("services", "sids"),
    [
        ("logs", {"Logs"}),
        ("autoscaling", {"AutoScaling", "AutoScalingGrants"}),
        ("[sns, events.amazonaws.com]", {"Services"}),
    ],
)
def test_a_key_lets_services_use_it(services: str, sids: set[str]) -> None:
    assert set(key_policy_of(graph_of(f"kms_keys: {{k: {{services: {services}}}}}\n"), "k")) == {"Account", *sids}


def test_a_key_that_exists_is_used_by_its_arn() -> None:
    arn = "arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
    made = emitted(graph_of(f'kms_keys: {{k: {{existing: "{arn}"}}}}\nsecrets: {{s: {{kms_key: k}}}}\n'))
    assert made.template["Resources"]["SecretS"]["Properties"]["KmsKeyId"] == arn
    assert made.terraform["resource"]["aws_secretsmanager_secret"]["s"]["kms_key_id"] == arn


def test_what_is_made_by_aws_stands_in_no_document() -> None:
    made = documents("storage")
    assert "ephemeral" in made.terraform
    assert made.terraform["terraform"]["required_version"] == ">= 1.11"
    versions = made.terraform["resource"]["aws_secretsmanager_secret_version"]
    assert all("ephemeral." in one["secret_string_wo"] and "secret_string" not in one for one in versions.values())


@pytest.mark.parametrize(("on_delete", "days"), [("retain", 30), ("delete", 0)])
def test_a_secret_that_is_kept_can_be_brought_back_from_terraform(on_delete: str, days: int) -> None:
    made = emitted(graph_of(f"secrets: {{s: {{on_delete: {on_delete}}}}}\n"))
    assert made.template["Resources"]["SecretS"]["DeletionPolicy"] == on_delete.capitalize()
    assert made.terraform["resource"]["aws_secretsmanager_secret"]["s"]["recovery_window_in_days"] == days


@pytest.mark.parametrize(("exclude", "version"), [("", "5.90"), ("/@", "5.100")])
def test_characters_are_left_out_by_a_provider_that_takes_them(exclude: str, version: str) -> None:
    made = emitted(graph_of(f'secrets: {{s: {{generate: {{exclude: "{exclude}"}}}}}}\n')).terraform
    assert made["terraform"]["required_providers"]["aws"]["version"] == f">= {version}, < 7.0"


def test_a_spec_without_made_secrets_needs_no_newer_terraform() -> None:
    assert documents("session-manager").terraform["terraform"]["required_version"] == ">= 1.5"


OF_OTHERS = """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {whole: {availability: regional}, each: {subnets: tier:app}}
    route_tables: {out: {routes: {0.0.0.0/0: igw}}}
    tiers:
      app:
        route_table: out
        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-b: {zone: b, cidr: 10.0.1.0/24}}
    security_groups: {data: {egress: []}}
caches:
  pages: {engine: memcached, version: "1.6.22", class: cache.t4g.micro, subnets: tier:app, security_groups: [data]}
  shards:
    {engine: valkey, version: "8.0", class: cache.t4g.micro, shards: 2, subnets: tier:app, security_groups: [data]}
alarms:
  queue: {metric: depth, namespace: Shop, above: 1, to: []}
  any: {any: [queue], to: []}
  drops: {metric: PacketsDropCount, of: each, above: 1, to: []}
"""
"""Things of which a name may mean one of several kinds, or several of one kind."""


@pytest.mark.parametrize(
    ("of", "in_template", "in_terraform"),
    [
        (
            "pages",
            {"Fn::GetAtt": ["CacheClusterPages", "ConfigurationEndpoint.Address"]},
            "${aws_elasticache_cluster.pages.cluster_address}",
        ),
        (
            "shards",
            {"Fn::GetAtt": ["ReplicationGroupShards", "ConfigurationEndPoint.Address"]},
            "${aws_elasticache_replication_group.shards.configuration_endpoint_address}",
        ),
        ("alarm:any", {"Fn::GetAtt": ["CompositeAlarmAny", "Arn"]}, "${aws_cloudwatch_composite_alarm.any.arn}"),
    ],
)
def test_a_parameter_holds_the_value_of_what_a_name_means(of: str, in_template: object, in_terraform: str) -> None:
    found = emitted(graph_of(OF_OTHERS + f"parameters: {{held: {{of: '{of}'}}}}\noutputs: {{told: {{of: '{of}'}}}}\n"))
    assert found.template["Resources"]["ParameterHeld"]["Properties"]["Value"] == in_template
    assert found.terraform["resource"]["aws_ssm_parameter"]["held"]["insecure_value"] == in_terraform
    assert found.template["Outputs"]["Told"]["Value"] == in_template
    assert found.terraform["output"]["told"]["value"] == in_terraform


def test_an_output_is_lost_for_no_kind_of_thing() -> None:
    asked = "outputs: {nat: {of: whole}, alarms: {of: 'alarm:drops', value: name}}\n"
    found = emitted(graph_of(OF_OTHERS + asked))
    assert found.terraform["output"]["nat"]["value"] == "${aws_nat_gateway.whole.id}"
    names = [f"${{aws_cloudwatch_metric_alarm.drops-each-{zone}.alarm_name}}" for zone in "ab"]
    assert found.terraform["output"]["alarms"]["value"] == names
    assert found.template["Outputs"]["Nat"]["Value"] == {"Ref": "RegionalNatGatewayWhole"}
    refs = [{"Ref": f"AlarmDropsEach{zone}"} for zone in "AB"]
    assert found.template["Outputs"]["Alarms"]["Value"] == {"Fn::Join": [",", refs]}


def test_a_parameter_holds_the_value_of_one_thing() -> None:
    assert said(OF_OTHERS + "parameters: {held: {of: 'alarm:drops'}}\n") == ["OUT115"]
    assert said(OF_OTHERS + "parameters: {held: {of: shards, attribute: reader_endpoint_address}}\n") == ["OUT115"]


def test_a_policy_names_no_alarm_that_stands_several_times() -> None:
    statement = "{Effect: Allow, Action: '*', Resource: 'alarm:drops'}"
    assert said(OF_OTHERS + f"iam: {{policies: {{p: {{document: {{Statement: [{statement}]}}}}}}}}\n") == ["IAM127"]


def test_a_policy_names_a_cache_and_an_alarm_of_each_kind() -> None:
    statement = "{Effect: Allow, Action: '*', Resource: ['cache:pages', 'alarm:any']}"
    graph = graph_of(OF_OTHERS + f"iam: {{policies: {{p: {{document: {{Statement: [{statement}]}}}}}}}}\n")
    (policy,) = emitted(graph).terraform["resource"]["aws_iam_policy"].values()
    assert json.loads(policy["policy"])["Statement"][0]["Resource"] == [
        "${aws_elasticache_cluster.pages.arn}",
        "${aws_cloudwatch_composite_alarm.any.arn}",
    ]


def test_how_long_a_browser_keeps_an_answer_is_in_both_documents() -> None:
    found = emitted(graph_of("buckets: {shop: {cors: [{origins: 'https://shop.example.com', methods: GET}]}}\n"))
    (rule,) = found.template["Resources"]["BucketShop"]["Properties"]["CorsConfiguration"]["CorsRules"]
    (block,) = found.terraform["resource"]["aws_s3_bucket_cors_configuration"].values()
    assert rule["MaxAge"] == block["cors_rule"][0]["max_age_seconds"] == 0


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("https://*.example.com", []), ("*", []), ("https://*.shop.*", ["SPC003"])],
)
def test_an_origin_has_one_wildcard(origin: str, expected: list[str]) -> None:
    assert said(f"buckets: {{shop: {{cors: [{{origins: '{origin}', methods: GET}}]}}}}\n") == expected


STATED = "buckets:\n  shop:\n    policy:\n      Statement: [{Effect: Allow, Principal: {AWS: '123456789012'}, %s}]\n"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("Action: 's3:GetObject'", []),
        ("Action: 's3:*', Resource: ['bucket:shop', 'bucket:shop/*']", []),
        ("Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['bucket:shop', 'bucket:shop/*']", []),
        ("Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/a/*'", []),
        ("Action: 's3:GetObject', Resource: 'arn:aws:s3:::sho*'", []),
        ("Action: 's3:ListBucket', Resource: 'bucket:shop'", []),
        ("Action: 's3:GetObject', Resource: 'bucket:shop'", ["STO114"]),
        ("Action: 's3:ListBucket', Resource: 'bucket:shop/*'", ["STO114"]),
        ("Action: ['s3:PutObject', 's3:GetBucketLocation'], Resource: 'bucket:shop/*'", ["STO114"]),
        ("Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*'", ["STO114"]),
        ("Action: 's3:GetObject', Resource: 'arn:aws:sns:ap-northeast-2:123456789012:shop'", ["STO114"]),
        ("Action: 'sns:Publish'", ["STO114"]),
        ("Action: 's3:GetObjct'", ["IAM128"]),
        ("Action: 's3:GetObject', Effekt: Allow", ["STO113"]),
    ],
)
def test_a_statement_of_a_bucket_is_about_the_bucket(statement: str, found: list[str]) -> None:
    assert said(STATED % statement) == found


def test_a_statement_of_a_key_is_read_where_it_stands() -> None:
    wrong = "{Effect: Allow, Principal: {AWS: '123456789012'}, Action: 'kms:Decypt', Resource: '*'}"
    assert said(f"kms_keys: {{data: {{policy: {{Statement: [{wrong}]}}}}}}\n") == ["IAM128"]
