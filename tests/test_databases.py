"""Databases: what may be written, what RDS would refuse, and what both documents say."""

import json

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import Checked
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup
from infraspec.terraform.emit import emit as terraform

HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
"""
FIELDS = {
    "engine": "mysql",
    "version": '"8.4.8"',
    "class": "db.t3.large",
    "storage_gib": "20",
    "subnets": "tier:data",
    "security_groups": "[db]",
}


def judged(**fields: str | None) -> Checked:
    """A database with these fields; None leaves one out."""
    lines = {**FIELDS, **{name.rstrip("_"): value for name, value in fields.items()}}
    body = "".join(f"    {name}: {value}\n" for name, value in lines.items() if value is not None)
    return check((HEAD + body).encode(), "spec.yaml")


def codes(**fields: str | None) -> list[str]:
    """What is said of it."""
    return [one.problem.code for one in judged(**fields).diagnostics]


def instance(**fields: str | None) -> DbInstance:
    """The database of the graph."""
    found = judged(**fields)
    assert found.diagnostics == ()
    assert found.graph is not None
    return found.graph.of(DbInstance)[0]


def documents(**fields: str | None) -> tuple[dict[str, object], dict[str, object]]:
    """The database in both documents."""
    graph = judged(**fields).graph
    assert graph is not None
    return cloudformation(graph)["Resources"]["DbInstanceOrders"], terraform(graph)["resource"]["aws_db_instance"][
        "orders"
    ]


def test_the_least_that_makes_a_database_is_safe() -> None:
    found = instance()
    assert (found.storage_encrypted, found.publicly_accessible, found.deletion_protection) == (True, False, True)
    assert (found.backup_retention_period, found.on_delete, found.storage_type) == (7, "snapshot", "gp3")


@pytest.mark.parametrize(
    ("engine", "version", "port", "user", "family"),
    [
        ("mysql", "8.0.46", 3306, "admin", "mysql8.0"),
        ("mysql", "8.4", 3306, "admin", "mysql8.4"),
        ("mariadb", "11.4.10", 3306, "admin", "mariadb11.4"),
        ("mariadb", "10.11", 3306, "admin", "mariadb10.11"),
        ("postgres", "17", 5432, "postgres", "postgres17"),
        ("postgres", "16.9", 5432, "postgres", "postgres16"),
        ("oracle-se2", "19", 1521, "dbadmin", "oracle-se2-19"),
        ("oracle-ee", "19.0.0.0.ru-2024-01.rur-2024-01.r1", 1521, "dbadmin", "oracle-ee-19"),
        ("sqlserver-ex", "16.00.4245.2.v1", 1433, "dbadmin", "sqlserver-ex-16.0"),
        ("sqlserver-se", "15.00", 1433, "dbadmin", "sqlserver-se-15.0"),
    ],
)
def test_an_engine_has_a_port_a_user_and_a_family(engine: str, version: str, port: int, user: str, family: str) -> None:
    checked = judged(engine=engine, version=f'"{version}"', parameters="{some_parameter: 1}")
    assert checked.graph is not None
    (database,) = checked.graph.of(DbInstance)
    (group,) = checked.graph.of(DbParameterGroup)
    assert (database.port, database.master_username, group.family) == (port, user, family)
    assert group.name == f"orders-{family.replace('.', '-')}"


@pytest.mark.parametrize(
    ("engine", "version"),
    [("mysql", "8"), ("mariadb", "x"), ("postgres", "9"), ("postgres", "v17"), ("sqlserver-ex", "2022")],
)
def test_a_version_is_one_of_the_engine(engine: str, version: str) -> None:
    assert codes(engine=engine, version=f'"{version}"') == ["RDS120"]


@pytest.mark.parametrize("version", ["8.0", "10.10", "17"])
def test_a_version_without_quotes_is_not_guessed_at(version: str) -> None:
    (found,) = judged(version=version).diagnostics
    assert (found.problem.code, found.help) == ("SPC003", f'write "{version}"')


@pytest.mark.parametrize("key", ["password", "credentials"])
def test_a_password_is_refused_and_not_repeated(key: str) -> None:
    (found,) = judged(**{key: "correct-horse"}).diagnostics
    assert found.problem.code == "RDS103"
    assert "correct-horse" not in found.message + found.help + found.primary.label


def test_every_mistake_of_a_database_is_reported_in_one_run() -> None:
    assert sorted(codes(password="correct-horse", version="8.0", class_="t3.micro")) == ["RDS103", "SPC003", "SPC003"]  # noqa: S106


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"engine": "aurora-mysql"}, ["SPC003"]),
        ({"engine": "postgresql"}, ["SPC003"]),
        ({"class_": "t3.micro"}, ["SPC003"]),
        ({"kms_key": "alias/rds"}, ["SPC008"]),
        ({"parameters": "{max_connections: true}"}, ["SPC003"]),
        ({"parameters": "{Max_Connections: 5}"}, ["SPC003"]),
        ({"parameters": "{long_query_time: 0.5}"}, ["SPC003"]),
        ({"security_groups": None}, ["SPC002"]),
        ({"subnets": "data-a"}, ["RDS101"]),
        ({"multi_az": "true", "zone": "a"}, ["RDS109"]),
        ({"zone": "a"}, []),
        ({"zone": "b"}, ["RDS122"]),
        ({"zone": "apne2-az1"}, ["RDS122"]),
        ({"port": "1149"}, ["RDS110"]),
        ({"port": "1150"}, []),
        ({"engine": "sqlserver-ex", "version": '"16.00"', "port": "3389"}, ["RDS110"]),
        ({"engine": "mysql", "port": "3389"}, []),
        ({"public": "true"}, ["RDS117"]),
        ({"version": '"5.7.44"'}, ["RDS116"]),
        ({"engine": "postgres", "version": '"11.22"'}, ["RDS116"]),
        ({"engine": "postgres", "version": '"9.6"'}, ["RDS116"]),
        ({"database": "order-book"}, ["NAM119"]),
        ({"database": "1shop"}, []),
        ({"engine": "postgres", "version": '"17"', "database": "1shop"}, ["NAM119"]),
        ({"engine": "sqlserver-ex", "version": '"16.00"', "database": "shop"}, ["NAM119"]),
        ({"username": "rdsadmin"}, ["NAM120"]),
        ({"username": "admin"}, []),
        ({"engine": "postgres", "version": '"17"', "username": "admin"}, ["NAM120"]),
        ({"engine": "postgres", "version": '"17"', "username": "pg_owner"}, ["NAM120"]),
        ({"username": "seventeen_letters"}, ["NAM120"]),
        ({"encrypted": "false"}, ["RDS113"]),
        ({"class_": "db.t2.micro"}, ["RDS114"]),
    ],
    ids=str,
)
def test_what_rds_refuses_is_an_error(fields: dict[str, str], expected: list[str]) -> None:
    assert codes(**fields) == expected


@pytest.mark.parametrize(
    ("storage", "expected"),
    [
        ({"storage_gib": "19"}, ["RDS106"]),
        ({"storage_gib": "65537"}, ["SPC003"]),
        ({"storage_gib": "99", "storage_type": "io1", "iops": "1000"}, ["RDS106"]),
        ({"storage_gib": "100", "storage_type": "io1", "iops": "1000"}, []),
        ({"storage_gib": "100", "storage_type": "io1"}, ["RDS107"]),
        ({"storage_gib": "100", "storage_type": "io2", "iops": "5001"}, ["RDS107"]),
        ({"storage_gib": "100", "storage_type": "gp2", "iops": "1000"}, ["RDS107"]),
        ({"storage_gib": "399", "iops": "12000"}, ["RDS107"]),
        ({"storage_gib": "400", "iops": "12000", "throughput": "500"}, []),
        ({"storage_gib": "400", "iops": "3000"}, ["RDS107"]),
        ({"storage_gib": "200", "iops": "12000", "engine": "oracle-ee", "version": '"19"'}, []),
        ({"storage_gib": "20", "iops": "10000", "engine": "sqlserver-se", "version": '"16.00"'}, ["RDS107"]),
        ({"storage_gib": "20", "iops": "9999", "engine": "sqlserver-se", "version": '"16.00"'}, []),
        ({"storage_gib": "5", "storage_type": "standard"}, []),
        ({"storage_gib": "100", "max_storage_gib": "109"}, ["RDS108"]),
        ({"storage_gib": "100", "max_storage_gib": "110"}, []),
    ],
    ids=str,
)
def test_storage_has_its_bounds(storage: dict[str, str], expected: list[str]) -> None:
    checked = judged(**storage)
    assert [one.problem.code for one in checked.diagnostics] == expected
    if checked.is_sound and checked.graph is not None:
        cloudformation(checked.graph)


@pytest.mark.parametrize(
    ("backup", "maintenance", "expected"),
    [
        ("18:00-18:30", "sun:18:30-sun:19:00", []),
        ("18:00-18:30", "sun:18:29-sun:19:00", ["RDS111"]),
        ("18:00-18:30", "sun:17:00-sun:18:01", ["RDS111"]),
        ("23:45-00:15", "mon:00:15-mon:00:45", []),
        ("23:45-00:15", "mon:00:14-mon:00:45", ["RDS111"]),
        ("23:45-00:15", "sun:23:00-sun:23:45", []),
        ("23:45-00:15", "sun:23:30-mon:00:00", ["RDS111"]),
        ("18:00-18:29", None, ["RDS111"]),
        ("18:00-17:45", None, ["RDS111"]),
        ("6pm", None, ["RDS111"]),
        ("25:00-25:30", None, ["RDS111"]),
        (None, "sun:19:00-19:30", ["RDS111"]),
        (None, "sat:23:45-sun:00:15", []),
    ],
)
def test_windows_are_half_an_hour_apart_from_each_other(
    backup: str | None, maintenance: str | None, expected: list[str]
) -> None:
    checked = judged(backup_window=backup, maintenance_window=maintenance)
    assert [one.problem.code for one in checked.diagnostics] == expected
    if checked.is_sound and checked.graph is not None:
        cloudformation(checked.graph)


@pytest.mark.parametrize(("days", "expected"), [("0", ["RDS112"]), ("35", []), ("36", ["RDS111"]), ("-1", ["RDS111"])])
def test_backups_are_kept_for_up_to_35_days(days: str, expected: list[str]) -> None:
    assert codes(backup_days=days) == expected


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Orders", "orders"), ("order_book", "order-book"), ("a--b", "a-b"), ("a" * 64, "a" * 63), ("orders-", "orders")],
)
def test_a_name_is_an_identifier_of_rds(name: str, meant: str) -> None:
    text = HEAD.replace("  orders:\n", f"  {name}:\n") + "".join(
        f"    {key}: {value}\n" for key, value in FIELDS.items()
    )
    (found,) = check(text.encode(), "spec.yaml").diagnostics
    assert (found.problem.code, found.help) == ("NAM114", f"write `{meant}`")


KEPT = {"skip_final_snapshot": False, "final_snapshot_identifier": "orders-final", "delete_automated_backups": False}
LOST = {"skip_final_snapshot": True, "final_snapshot_identifier": None, "delete_automated_backups": True}


@pytest.mark.parametrize(
    ("on_delete", "policy", "terraforms"),
    [
        ("snapshot", "Snapshot", {**KEPT, "lifecycle": None}),
        ("retain", "Retain", {**KEPT, "lifecycle": {"prevent_destroy": True}}),
        ("delete", "Delete", {**LOST, "lifecycle": None}),
    ],
)
def test_what_becomes_of_the_data_is_written_in_both(
    on_delete: str, policy: str, terraforms: dict[str, object]
) -> None:
    template, document = documents(on_delete=on_delete)
    assert (template["DeletionPolicy"], template["UpdateReplacePolicy"]) == (policy, policy)
    assert {name: document.get(name) for name in terraforms} == terraforms


def test_a_default_that_the_backends_treat_differently_stands_in_both() -> None:
    template, document = documents()
    properties = template["Properties"]
    assert isinstance(properties, dict)
    for theirs, ours in (
        ("BackupRetentionPeriod", "backup_retention_period"),
        ("StorageEncrypted", "storage_encrypted"),
        ("PubliclyAccessible", "publicly_accessible"),
        ("StorageType", "storage_type"),
        ("CopyTagsToSnapshot", "copy_tags_to_snapshot"),
        ("AutoMinorVersionUpgrade", "auto_minor_version_upgrade"),
        ("DeletionProtection", "deletion_protection"),
        ("MultiAZ", "multi_az"),
        ("ManageMasterUserPassword", "manage_master_user_password"),
        ("DeleteAutomatedBackups", "delete_automated_backups"),
    ):
        assert properties[theirs] == document[ours]


def test_no_password_stands_in_either_document() -> None:
    for document in documents():
        assert "MasterUserPassword" not in json.dumps(document).replace("ManageMasterUserPassword", "")
        assert "password" not in {key for key in document if key != "manage_master_user_password"}


def test_a_public_database_waits_for_the_gateway() -> None:
    public = HEAD.replace(
        "    tiers:\n", "    internet_gateway: igw\n    route_tables: {out: {routes: {0.0.0.0/0: igw}}}\n    tiers:\n"
    )
    text = public.replace("data: {subnets", "data: {route_table: out, subnets") + "    public: true\n"
    text += "".join(f"    {key}: {value}\n" for key, value in FIELDS.items())
    checked = check(text.encode(), "spec.yaml")
    assert checked.diagnostics == ()
    assert checked.graph is not None
    assert cloudformation(checked.graph)["Resources"]["DbInstanceOrders"]["DependsOn"] == [
        "InternetGatewayAttachmentIgw"
    ]


def test_one_subnet_group_is_called_like_the_database() -> None:
    graph = judged().graph
    assert graph is not None
    assert [(group.name, len(group.subnets)) for group in graph.of(DbSubnetGroup)] == [("orders", 2)]


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("master_user_password", "credentials"),
        ("MasterUserPassword", "credentials"),
        ("master_password", "credentials"),
        ("publicly_accessible", "public"),
        ("backup_retention_period", "backup_days"),
    ],
)
def test_words_of_other_tools_lead_to_ours(foreign: str, ours: str) -> None:
    (found,) = judged(**{foreign: "1"}).diagnostics
    assert (found.problem.code, found.primary.label) == ("SPC001", f"did you mean `{ours}`?")


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (None, "add `storage_gib:`, or `replica_of:` a database that has it"),
        ("before-the-move", "add `storage_gib:`, as much as its snapshot has, or more"),
    ],
)
def test_how_much_storage_is_said_by_whoever_makes_it(snapshot: str | None, said: str) -> None:
    assert [one.help for one in judged(storage_gib=None, snapshot=snapshot).diagnostics] == [said]


def test_what_is_off_is_said_so_that_a_key_that_goes_is_turned_off_by_both() -> None:
    resource, arguments = documents()
    properties = resource["Properties"]
    assert isinstance(properties, dict)
    said = ("MonitoringInterval", "EnablePerformanceInsights", "EnableIAMDatabaseAuthentication")
    assert [properties[name] for name in said] == [0, False, False]
    kept = ("monitoring_interval", "performance_insights_enabled", "iam_database_authentication_enabled")
    assert [arguments[name] for name in kept] == [0, False, False]


@pytest.mark.parametrize(
    ("fields", "iam", "log_volume"),
    [
        ({"engine": "sqlserver-se", "version": '"16.00"', "storage_gib": "100"}, None, None),
        ({"storage_type": "io2", "iops": "3000", "storage_gib": "100"}, False, False),
        ({"storage_type": "io2", "iops": "3000", "storage_gib": "100", "dedicated_log_volume": "true"}, False, True),
        ({"iam_authentication": "true"}, True, None),
    ],
)
def test_what_an_engine_could_have_is_said_to_be_off(
    fields: dict[str, str], *, iam: bool | None, log_volume: bool | None
) -> None:
    found = judged(**fields).graph
    assert found is not None
    database = found.of(DbInstance)[0]
    assert (database.iam_database_authentication, database.dedicated_log_volume) == (iam, log_volume)
