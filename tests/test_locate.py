"""From what is emitted back to the spec: the line in each resource, and `infraspec locate`."""

import json
import re
from pathlib import Path

import pytest
from examples import ROOT, SPECS, checked, graph_of, texts
from test_cli import infraspec

from infraspec.cli.main import main
from infraspec.compiler import check, to_cloudformation, to_terraform
from infraspec.source.places import Places, path_text

WEB = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups:
      web:
        ingress:
          - {tcp: 443, from: 0.0.0.0/0}
        egress: []
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.1.0/24}
iam:
  roles:
    old: {existing: old-role}
"""


@pytest.mark.parametrize("name", SPECS)
def test_a_line_is_where_a_diagnostic_would_point(name: str) -> None:
    document = checked(name).document
    assert document is not None
    places = Places(document)
    said = texts(name)["main.tf.json"]
    for node in graph_of(name):
        at = places.position(node.origin)
        assert places.of(node.origin) == (f"{at.file}:{at.line}", path_text(node.origin))
        assert places.of(node.origin)[0] in said or node.existing is not None


def test_a_rule_has_the_line_of_its_own() -> None:
    blocks = json.loads(to_terraform(check(WEB.encode(), "web.yaml")))["resource"]
    (rule,) = blocks["aws_vpc_security_group_ingress_rule"].values()
    assert rule["//"] == "web.yaml:10 vpcs.main.security_groups.web.ingress[0]"


@pytest.mark.parametrize("file", ["web.yaml", "a/b/web.yaml", "/srv/a/web.yaml"])
def test_a_line_tells_nothing_of_where_the_spec_stands(file: str) -> None:
    _, text = to_cloudformation(check(WEB.encode(), file))
    assert json.loads(text)["Resources"]["SubnetAppA"]["Metadata"] == {
        "infraspec": {"source": "web.yaml:15", "path": "vpcs.main.tiers.app.subnets.app-a"}
    }


def test_without_source_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB, encoding="utf-8")
    assert infraspec("render", "all", "web.yaml", "--no-source", "-o", "out", cwd=tmp_path).returncode == 0
    written = [(tmp_path / "out" / name).read_text(encoding="utf-8") for name in ("template.json", "main.tf.json")]
    assert [re.findall(r"web\.yaml", text) for text in written] == [[], []]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("vpcs", "main", "tiers"), "vpcs.main.tiers"),
        (("load_balancers", "web", "listeners", 0), "load_balancers.web.listeners[0]"),
        (("dns", "records", "a.example.com"), 'dns.records."a.example.com"'),
        (("routes", "0.0.0.0/0"), 'routes."0.0.0.0/0"'),
    ],
)
def test_a_path_is_written_with_points(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(path) == text


FOUND = [
    ("SubnetAppA", "15:11"),
    ("aws_subnet.app-a", "15:11"),
    ("aws_subnet.app_a", "15:11"),
    ("aws_subnet.app-a[0]", "15:11"),
    ("aws_subnet.app-a.id", "15:11"),
    ('module.net["x"].module.inner.aws_subnet.app-a', "15:11"),
    ("app-a", "15:11"),
    ("subnet:app-a", "15:11"),
    ("vpcs.main.tiers.app.subnets.app-a", "15:11"),
    ("vpcs.main.tiers.app", "13:7"),
    ("main", "5:3"),
    ("old", "18:5"),
]


@pytest.mark.parametrize(("asked", "place"), FOUND, ids=[one[0] for one in FOUND])
def test_what_is_asked_for_is_found(
    asked: str, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "web.yaml"
    file.write_text(WEB, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["locate", asked, "web.yaml"]) == 0
    assert capsys.readouterr().out.startswith(f"web.yaml:{place}\n")


def test_an_entry_lists_what_it_makes_in_both(tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB, encoding="utf-8")
    done = infraspec("locate", "web", "web.yaml", "--format", "json", cwd=tmp_path)
    (place,) = json.loads(done.stdout)["places"]
    assert (place["file"], place["line"], place["column"]) == ("web.yaml", 8, 7)
    made = {(one["backend"], one["type"]) for one in place["made"]}
    assert made >= {("cloudformation", "AWS::EC2::SecurityGroup"), ("terraform", "aws_security_group")}


def test_what_exists_is_found_and_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB, encoding="utf-8")
    assert b"nothing is emitted for it" in infraspec("locate", "old", "web.yaml", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("asked", "meant"), [("SubnetApA", "SubnetAppA"), ("aws_subnet.ap-a", "aws_subnet.app-a"), ("ap-a", "app-a")]
)
def test_the_nearest_is_named_for_what_is_not_there(asked: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB, encoding="utf-8")
    done = infraspec("locate", asked, "web.yaml", cwd=tmp_path)
    said = f"infraspec: nothing is called `{asked}`; did you mean `{meant}`?\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", said)


def test_a_broken_spec_is_told(tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(WEB.replace("cidr:", "cdir:", 1), encoding="utf-8")
    done = infraspec("locate", "SubnetAppA", "web.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"SPC001" in done.stderr


def test_every_resource_of_a_spec_is_found_by_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    template = json.loads((ROOT / "tests/golden/tutorial/template.json").read_text(encoding="utf-8"))
    for logical, body in template["Resources"].items():
        assert main(["locate", logical, "specs/tutorial.yaml"]) == 0
        line = body["Metadata"]["infraspec"]["source"].rpartition(":")[2]
        assert capsys.readouterr().out.startswith(f"specs/tutorial.yaml:{line}:")
