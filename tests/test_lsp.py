"""The language server, driven over its standard input and output as an editor drives it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT, text_of

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
SPEC = (
    HEAD
    + """vpcs:
  서울-😀: {cidr: 10.0.0.0/16, internet_gateway: way}
  main:
    cidr: 10.20.0.0/16
    route_tables:
      private: {}
    tiers:
      app:
        route_table: private
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
          app-c: {zone: c, cidr: 10.20.11.0/24}
    security_groups:
      web:
        ingress:
          - {tcp: 443, from: 0.0.0.0/0}
        egress: all
instances:
  web-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    private_ip: 10.20.10.31
    security_groups: [web]
"""
)


class Editor:
    """An editor with one server."""

    def __init__(self, folder: Path, encodings: list[str]) -> None:
        command = [sys.executable, "-m", "infraspec", "lsp", "--stdio"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.folder = folder
        self.last = 0
        self.told: dict[str, list[dict[str, Any]]] = {}
        self.messages: list[str] = []
        capabilities = {"general": {"positionEncodings": encodings}}
        made = self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities})
        self.capabilities = made["capabilities"]
        self.tell("initialized", {})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any] | None) -> Any:
        self.last += 1
        self._send({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params})
        while True:
            got = self._receive()
            if got.get("id") == self.last and "method" not in got:
                assert "error" not in got, got
                return got["result"]

    def open(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        self.settle(uri)
        return uri

    def change(self, uri: str, text: str, version: int = 2) -> None:
        changes = [{"text": text}]
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}
        self.tell("textDocument/didChange", params)
        self.settle(uri)

    def settle(self, uri: str) -> None:
        """Ask something: what was published before the answer has then arrived."""
        self.ask("textDocument/foldingRange", {"textDocument": {"uri": uri}})

    def codes(self, uri: str) -> list[str]:
        return [one["code"] for one in self.told.get(uri, [])]

    def at(self, uri: str, text: str, word: str, inside: int = 1, **more: Any) -> dict[str, Any]:
        """The position of a word of a text, in UTF-16, which editors count in unless they say otherwise."""
        return {"textDocument": {"uri": uri}, "position": position(text, text.index(word) + inside), **more}

    def end(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", {})
        return self.process.wait(timeout=20)

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(raw) + raw)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        got: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if got.get("method") == "textDocument/publishDiagnostics":
            self.told[got["params"]["uri"]] = got["params"]["diagnostics"]
        if got.get("method") == "window/showMessage":
            self.messages.append(got["params"]["message"])
        return got


def position(text: str, offset: int) -> dict[str, int]:
    line = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    return {"line": line, "character": len(text[start:offset].encode("utf-16-le")) // 2}


def offset_of(text: str, place: dict[str, int]) -> int:
    start = sum(map(len, text.splitlines(keepends=True)[: place["line"]]))
    line = text[start:].partition("\n")[0].encode("utf-16-le")
    return start + len(line[: 2 * place["character"]].decode("utf-16-le"))


def marked(text: str, one: dict[str, Any]) -> str:
    """The characters of a range."""
    return text[offset_of(text, one["start"]) : offset_of(text, one["end"])]


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text with edits made, the last one first."""
    for one in sorted(edits, key=lambda edit: offset_of(text, edit["range"]["start"]), reverse=True):
        start, end = (offset_of(text, one["range"][side]) for side in ("start", "end"))
        text = text[:start] + one["newText"] + text[end:]
    return text


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    made = Editor(tmp_path_factory.mktemp("editor"), ["utf-16"])
    yield made
    assert made.end() == 0


@pytest.fixture
def editor(running: Editor, tmp_path: Path) -> Editor:
    """The one server, with a folder and an ear of its own for each test."""
    running.folder = tmp_path
    running.told.clear()
    running.messages.clear()
    return running


def test_diagnostics_come_while_typing_and_go_when_it_is_right(editor: Editor) -> None:
    bad = SPEC.replace("subnet: app-a\n", "subnet: ap-a\n")
    uri = editor.open("infraspec.yaml", bad)
    (one,) = [found for found in editor.told[uri] if found["severity"] == 1]
    assert (one["code"], marked(bad, one["range"])) == ("SPC004", "ap-a")
    assert one["source"] == "infraspec"
    assert [marked(bad, found["location"]["range"]) for found in one["relatedInformation"]] == ["app-a"]
    editor.change(uri, SPEC)
    assert [found for found in editor.told[uri] if found["severity"] == 1] == []


def test_columns_are_counted_as_the_editor_counts(editor: Editor) -> None:
    bad = SPEC.replace("cidr: 10.0.0.0/16, int", "cidr: 10.0.0.0/8, int")
    uri = editor.open("infraspec.yaml", bad)
    (one,) = [found for found in editor.told[uri] if found["code"] == "NET103"]
    assert marked(bad, one["range"]) == "10.0.0.0/8"


def test_an_editor_that_counts_in_utf_8_is_answered_in_it(tmp_path: Path) -> None:
    editor = Editor(tmp_path, ["utf-8", "utf-16"])
    bad = SPEC.replace("cidr: 10.0.0.0/16, int", "cidr: 10.0.0.0/8, int")
    uri = editor.open("infraspec.yaml", bad)
    assert editor.capabilities["positionEncoding"] == "utf-8"
    (one,) = [found for found in editor.told[uri] if found["code"] == "NET103"]
    line = bad.splitlines()[one["range"]["start"]["line"]].encode()
    assert line[one["range"]["start"]["character"] : one["range"]["end"]["character"]] == b"10.0.0.0/8"
    editor.end()


def test_a_pointer_on_a_subnet_shows_its_addresses(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    shown = editor.ask("textDocument/hover", editor.at(uri, SPEC, "app-a: {zone"))["contents"]["value"]
    assert "10.20.10.0 to 10.20.10.255" in shown
    assert "251 usable addresses, 250 of them free" in shown
    assert "`10.20.10.31` instance `web-1`" in shown
    assert shown == editor.ask("textDocument/hover", editor.at(uri, SPEC, "10.20.10.0/24"))["contents"]["value"]


def test_a_pointer_on_a_group_shows_who_may_send(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    shown = editor.ask("textDocument/hover", editor.at(uri, SPEC, "[web]"))["contents"]["value"]
    assert "Lets in:\n- tcp 443 from `0.0.0.0/0`" in shown
    assert "Lets out:\n- everything to `0.0.0.0/0`" in shown


def test_a_name_leads_to_its_definition_and_to_its_uses(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    where = editor.at(uri, SPEC, "subnet: app-a", len("subnet: a"))
    found = editor.ask("textDocument/definition", where)
    assert found["uri"] == uri
    assert (marked(SPEC, found["range"]), found["range"]["start"]["line"]) == ("app-a", 13)
    uses = editor.ask("textDocument/references", where | {"context": {"includeDeclaration": False}})
    assert [one["range"]["start"]["line"] for one in uses] == [24]
    every = editor.ask("textDocument/references", where | {"context": {"includeDeclaration": True}})
    assert [one["range"]["start"]["line"] for one in every] == [13, 24]


def test_a_name_is_renamed_everywhere(editor: Editor) -> None:
    text = text_of("tutorial")
    uri = editor.open("infraspec.yaml", text)
    for old, new in (("my-SG-private-service", "service-group"), ("service:", "workers"), ("my-nat:", "yes")):
        made = editor.ask("textDocument/rename", editor.at(uri, text, old, newName=new))
        changed = applied(text, made["changes"][uri])
        editor.change(uri, changed)
        assert [one for one in editor.told[uri] if one["severity"] == 1] == [], (old, new)
        editor.change(uri, text)


def test_what_cannot_be_renamed_is_said(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    where = editor.at(uri, SPEC, "app-a: {zone")
    assert editor.ask("textDocument/rename", where | {"newName": "app-c"}) is None
    assert editor.ask("textDocument/rename", where | {"newName": "a/b"}) is None
    assert editor.messages == [
        "there is a subnet called app-c already",
        "a/b cannot be a name: `/` and `:` stand between other things",
    ]


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("    subnet: \n    private", ["app-a", "app-c"]),
        ("    subnet: ap\n    private", ["app-a", "app-c"]),
        ("security_groups: [w", ["web"]),
        ("security_groups: [web, ", ["web"]),
        ("route_table: ", ["private"]),
        ("    private_ip: ", ["10.20.10.4", "10.20.10.5", "10.20.10.6", "10.20.10.7", "10.20.10.8"]),
        ("app-c: {zone: c, cidr: ", ["10.20.0.0/24", "10.20.1.0/24", "10.20.2.0/24", "10.20.3.0/25", "10.20.4.0/23"]),
    ],
)
def test_what_can_stand_there_is_offered(written: str, offered: list[str], editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    before = {
        "    subnet: \n    private": "    subnet: app-a\n    private",
        "    subnet: ap\n    private": "    subnet: app-a\n    private",
        "security_groups: [w": "security_groups: [web]",
        "security_groups: [web, ": "security_groups: [web]",
        "route_table: ": "route_table: private",
        "    private_ip: ": "    private_ip: 10.20.10.31",
        "app-c: {zone: c, cidr: ": "app-c: {zone: c, cidr: 10.20.11.0/24}",
    }[written]
    text = SPEC.replace(before, written)
    editor.change(uri, text)
    at = text.index(written) + len(written.removesuffix("\n    private"))
    found = editor.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position(text, at)})
    assert [one["label"] for one in found["items"]] == offered


def test_advice_can_be_ignored_with_a_reason(editor: Editor) -> None:
    text = text_of("tutorial-literal")
    uri = editor.open("infraspec.yaml", text)
    one = next(found for found in editor.told[uri] if found["code"] == "NET304")
    params = {"textDocument": {"uri": uri}, "range": one["range"], "context": {"diagnostics": []}}
    (offer,) = [found for found in editor.ask("textDocument/codeAction", params) if "Ignore" in found["title"]]
    made = applied(text, offer["edit"]["changes"][uri])
    assert "# infraspec: ignore[NET304] " in made


def test_the_outline_is_the_entries(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [(one["name"], [inside["name"] for inside in one["children"]]) for one in found] == [
        ("vpcs", ["서울-😀", "main"]),
        ("instances", ["web-1"]),
    ]
    folds = editor.ask("textDocument/foldingRange", {"textDocument": {"uri": uri}})
    assert {(3, 19), (20, 26)} <= {(one["startLine"], one["endLine"]) for one in folds}


def test_a_hint_says_how_many_addresses_can_be_used(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    hints = editor.ask("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": whole})
    assert [(one["position"]["line"], one["label"]) for one in hints] == [(13, "251 usable"), (14, "251 usable")]


def test_a_broken_text_keeps_the_names_that_were_known(editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    broken = SPEC + "databases: {\n"
    editor.change(uri, broken)
    assert editor.codes(uri) == ["YML001"]
    found = editor.ask("textDocument/definition", editor.at(uri, broken, "subnet: app-a", len("subnet: a")))
    assert found["range"]["start"]["line"] == 13


def test_another_yaml_file_is_left_alone(editor: Editor) -> None:
    uri = editor.open("docker-compose.yaml", "services:\n  web: {image: nginx}\n")
    assert editor.told.get(uri, []) == []


@pytest.mark.parametrize("text", ["", "\ud800", "a: [", "version: 1\n\x00", "version: 1\r\nname: x\rregion: y\n"])
def test_no_text_stops_the_server(text: str, editor: Editor) -> None:
    uri = editor.open("infraspec.yaml", SPEC)
    editor.change(uri, text)
    editor.change(uri, SPEC, 3)
    assert editor.ask("textDocument/hover", editor.at(uri, SPEC, "app-a: {zone")) is not None


def test_a_quick_fix_mends_what_it_is_offered_for(editor: Editor) -> None:
    bad = SPEC.replace("subnet: app-a\n", "subnet: ap-a\n")
    uri = editor.open("infraspec.yaml", bad)
    where = {"start": position(bad, bad.index("ap-a")), "end": position(bad, bad.index("ap-a") + 1)}
    context = {"diagnostics": []}
    params = {"textDocument": {"uri": uri}, "range": where, "context": context}
    offers = editor.ask("textDocument/codeAction", params)
    assert [one["title"] for one in offers] == ["Write `app-a`"]
    assert applied(bad, offers[0]["edit"]["changes"][uri]) == SPEC


def test_what_the_configuration_leaves_out_is_not_told(editor: Editor) -> None:
    (editor.folder / "infraspec.toml").write_text('[lint]\nignore = ["NET304"]\n', encoding="utf-8")
    uri = editor.open("infraspec.yaml", text_of("tutorial-literal"))
    assert "SEC203" in editor.codes(uri)
    assert "NET304" not in editor.codes(uri)


def test_a_comment_silences_in_the_editor_too(editor: Editor) -> None:
    text = text_of("tutorial-literal").replace(
        "      my-nat:", "      # infraspec: ignore[NET304] later\n      my-nat:"
    )
    uri = editor.open("infraspec.yaml", text)
    assert "SEC203" in editor.codes(uri)
    assert "NET304" not in editor.codes(uri)


def test_a_broken_configuration_is_told_once_and_passed_over(editor: Editor) -> None:
    (editor.folder / "infraspec.toml").write_text("[lint]\nselekt = []\n", encoding="utf-8")
    uri = editor.open("infraspec.yaml", SPEC.replace("subnet: app-a\n", "subnet: ap-a\n"))
    assert "SPC004" in editor.codes(uri)
    assert "selekt" in editor.messages[0]


def test_what_is_included_is_looked_at_as_it_is_open(editor: Editor) -> None:
    head, tail = SPEC.split("instances:\n")
    part = editor.open("machines.yaml", "instances:\n" + tail.replace("app-a", "ap-a"))
    uri = editor.open("infraspec.yaml", head + "include: machines.yaml\n")
    assert "SPC004" in editor.codes(part)
    editor.change(part, "instances:\n" + tail)
    assert "SPC004" not in editor.codes(part)
    found = editor.ask("textDocument/definition", editor.at(part, "instances:\n" + tail, "subnet: app-a", 10))
    assert found["uri"] == uri
