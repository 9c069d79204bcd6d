"""An editor, as a language server sees one: it opens texts, hears diagnostics, and asks for completion and hover.

The server is the one that editors use for YAML, https://www.npmjs.com/package/yaml-language-server: `.ci/run` installs
it into `build/editor`; `INFRASPEC_YAML_LANGUAGE_SERVER` names it where it is elsewhere and not on PATH.
"""

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

from tools import ROOT, missing

_SECONDS = 60
_PROGRAM = "yaml-language-server"
_BESIDE = ROOT / "build" / "editor" / "node_modules" / ".bin" / _PROGRAM


def language_server() -> str:
    """The program of the language server."""
    named = os.environ.get("INFRASPEC_YAML_LANGUAGE_SERVER", "")
    found = shutil.which(named or _PROGRAM) or shutil.which(_BESIDE)
    return found or missing(f"{_PROGRAM} is not on PATH: npm install --prefix build/editor {_PROGRAM}@1")


class Editor:
    """One session with the language server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = subprocess.Popen(
            [language_server(), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._number = 0
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {}})
        self._tell("initialized", {})
        settings = {"schemaStore": {"enable": False}, "completion": True, "hover": True, "validate": True}
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": settings}})

    def open(self, name: str, text: str) -> list[str]:
        """Open a text; what the server finds wrong in it."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._next()
            told = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in told["diagnostics"]]

    def completions(self, name: str, line: int, column: int) -> set[str]:
        """What is offered at a place, both counted from 0."""
        found = self.ask("textDocument/completion", self._place(name, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {one["label"] for one in items}

    def hover(self, name: str, line: int, column: int) -> str:
        """What is said of a place."""
        found = self.ask("textDocument/hover", self._place(name, line, column))
        contents = found["contents"] if found else ""
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The answer to a question."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def close(self) -> None:
        """End the session."""
        self._server.kill()
        self._server.wait()

    def _place(self, name: str, line: int, column: int) -> dict[str, Any]:
        uri = (self._folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _next(self) -> dict[str, Any]:
        return self._heard.get(timeout=_SECONDS)

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
                while stream.readline().strip():
                    pass
                self._heard.put(json.loads(stream.read(length)))
