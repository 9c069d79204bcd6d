"""User data: as text, from a file, and from the template, which is run here as far as a test can."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from weighed import check

from infraspec.cli.beside import reader
from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.resolve.user_data import render
from infraspec.spec.reading import model_of
from infraspec.spec.refusal import Unreadable
from infraspec.spec.templates import TEMPLATES
from infraspec.terraform.emit import emit as to_terraform

HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
  web-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: web
"""
HOSTILE = "it's \"quoted\" ${HOME} $(id) `id` %{x} {{y}} \\ 한국어 🎉\nAPPLICATION\n'; import os #"


def spec(user_data: object, files: dict[str, str] | None = None) -> Checked:
    text = f"{HEAD}    user_data: {json.dumps(user_data, ensure_ascii=False)}\n"
    return check(text.encode(), "spec.yaml", (files or {}).get)


def said(checked: Checked) -> list[tuple[str, str, str]]:
    return [
        (one.problem.code, checked.text[one.primary.span.start : one.primary.span.end], one.message)
        for one in checked.diagnostics
    ]


def script(**parameters: object) -> str:
    model = model_of(*TEMPLATES["flask-behind-nginx"])
    return render("flask-behind-nginx", model.model_validate({"port": 5020, **parameters}).model_dump())


def between(text: str, word: str) -> str:
    """What stands in the here-document that ends with a word."""
    return text.split(f"<<'{word}'\n", 1)[1].split(f"\n{word}\n", 1)[0] + "\n"


def test_text_arrives_as_it_is_written_in_both_documents() -> None:
    text = "#!/bin/bash\necho ${HOME} %{x} {{y}} $${z} %%{w} 한국어 🎉\n"
    checked = spec(text)
    assert said(checked) == []
    assert checked.graph is not None
    template = to_cloudformation(checked.graph)["Resources"][_instance(checked)]
    assert template["Properties"]["UserData"] == {"Fn::Base64": text}
    escaped = to_terraform(checked.graph)["resource"]["aws_instance"]["web-1"]["user_data"]
    assert escaped == text.replace("${", "$${").replace("%{", "%%{")


def _instance(checked: Checked) -> str:
    assert checked.graph is not None
    resources = to_cloudformation(checked.graph)["Resources"]
    return next(name for name, body in resources.items() if body["Type"] == "AWS::EC2::Instance")


def test_what_cloudformation_would_resolve_is_encoded_here() -> None:
    checked = spec("#!/bin/sh\necho '{{resolve:ssm:/x}}'\n")
    assert said(checked) == []
    assert checked.graph is not None
    body = to_cloudformation(checked.graph)["Resources"][_instance(checked)]
    assert body["Properties"]["UserData"] == "IyEvYmluL3NoCmVjaG8gJ3t7cmVzb2x2ZTpzc206L3h9fScK"


def test_a_file_beside_the_spec_is_read() -> None:
    checked = spec({"file": "boot/web.sh"}, {"boot/web.sh": "#!/bin/sh\n"})
    assert said(checked) == []
    assert checked.graph is not None
    assert to_terraform(checked.graph)["resource"]["aws_instance"]["web-1"]["user_data"] == "#!/bin/sh\n"


@pytest.mark.parametrize("name", ["missing.sh", "../web.sh", "/etc/passwd", "a/../../b", "..\\web.sh", "c:/web.sh"])
def test_a_file_that_is_not_there_is_a_finding(name: str) -> None:
    found = said(spec({"file": name}, {"../web.sh": "#!/bin/sh\n", "/etc/passwd": "x"}))
    assert [code for code, _, _ in found] == ["SPC012"]


def test_the_reader_stays_in_the_folder_of_the_spec(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "in.sh").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "binary").write_bytes(b"\xff\xfe")
    (tmp_path / "out.sh").write_text("no", encoding="utf-8")
    (folder / "link.sh").symlink_to(tmp_path / "out.sh")
    read = reader(str(folder / "spec.yaml"))
    assert read("in.sh") == "#!/bin/sh\n"
    assert [read(name) for name in ("none", "a\0b")] == [None, None]
    for name, why in (
        ("../out.sh", "lies outside the folder of the spec"),
        ("../none", "lies outside the folder of the spec"),
        ("link.sh", "lies outside the folder of the spec"),
        ("binary", "is not text in UTF-8"),
        (".", "is not a file"),
    ):
        with pytest.raises(Unreadable, match=why):
            read(name)


def test_what_is_wrong_with_a_file_is_said() -> None:
    def refuses(_: str) -> str:
        raise Unreadable("is not text in UTF-8")

    text = f"{HEAD}    user_data: {{file: boot.sh}}\n"
    assert [one.message for one in check(text.encode(), "spec.yaml", {}.get).diagnostics] == [
        "there is no file `boot.sh` beside the spec"
    ]
    assert [one.message for one in check(text.encode(), "spec.yaml", refuses).diagnostics] == [
        "`boot.sh` is not text in UTF-8"
    ]


@pytest.mark.parametrize(
    ("user_data", "code", "at", "message"),
    [
        ({"template": "flask-behind-ngnix", "port": 80}, "SPC004", "flask-behind-ngnix", "no template is called"),
        ({"template": "flask-behind-nginx"}, "SPC002", "", "has no `port`"),
        ({"template": "flask-behind-nginx", "port": 70000}, "SPC003", "70000", "`port` takes 65,535 or less"),
        ({"template": "flask-behind-nginx", "port": "80"}, "SPC003", "80", "`port` takes a whole number"),
        ({"template": "flask-behind-nginx", "port": 80, "prot": 1}, "SPC001", "prot", "has no field `prot`"),
        ({"file": "a.sh", "port": 80}, "SPC001", "user_data", "has no field `port`"),
        ({"text": "#!/bin/sh", "file": "a.sh"}, "SPC003", "user_data", "takes one of"),
        ({}, "SPC003", "user_data", "takes one of"),
        (["#!/bin/sh"], "SPC003", "", "is what runs at the first boot"),
    ],
)
def test_what_cannot_be_rendered_is_a_finding(user_data: object, code: str, at: str, message: str) -> None:
    found = said(spec(user_data))
    assert [(one[0], at in one[1], message in one[2]) for one in found] == [(code, True, True)], found


@pytest.mark.parametrize("message", ["Hello", HOSTILE])
def test_the_script_is_bash(message: str) -> None:
    done = subprocess.run(["bash", "-n"], input=script(message=message).encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_parameter_cannot_leave_its_place() -> None:
    assert script(message=HOSTILE).splitlines()[:30] == script(message="Hello").splitlines()[:30]
    assert len(script(message=HOSTILE).splitlines()) == len(script(message="Hello").splitlines())


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The application of the template, running on a free port of this machine."""
    (tmp_path / "app.py").write_text(between(script(message=HOSTILE), "APPLICATION"), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "flask", "--app", "app:app", "run", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def get(url: str) -> bytes:
    """The body at a URL, when its server is up."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - loopback
                body: bytes = answer.read()
                return body
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} does not answer")


def test_the_application_greets_and_says_that_it_lives(address: str) -> None:
    pytest.importorskip("flask")
    assert get(f"{address}/healthz") == b"ok\n"
    assert json.loads(get(f"{address}/"))["message"] == HOSTILE


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")
def test_nginx_takes_the_site(tmp_path: Path) -> None:
    site = between(script(), "SITE")
    conf = tmp_path / "nginx.conf"
    conf.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{site}\n}}\n", encoding="utf-8")
    command = ["nginx", "-t", "-q", "-p", str(tmp_path), "-e", os.devnull, "-c", str(conf)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_site_passes_to_the_application() -> None:
    text = script(port=80, app_port=9000)
    assert "listen 80 default_server;" in between(text, "SITE")
    assert "proxy_pass http://127.0.0.1:9000;" in between(text, "SITE")
    assert "--bind 127.0.0.1:9000 " in between(text, "UNIT")


def test_the_script_is_far_from_the_limit() -> None:
    assert len(script(message="🎉" * 1000).encode()) < 16384 - 1000
