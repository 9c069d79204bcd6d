"""The command line: what was asked for, which command does it, and the exit code.

Exit codes: 0 nothing wrong, 1 findings, 2 it could not be done as asked, 3 a defect of infraspec, 130 interrupted.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import ENOENT
from typing import NoReturn

from infraspec.cli.arguments import command, parse_arguments
from infraspec.cli.failure import Failure


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    options = parse_arguments(arguments)
    return command(options.command).run(options)


def run() -> None:
    """Run as a program: whatever happens, there is an exit code, and a traceback only for those who ask for it."""
    gc.disable()  # a command lives for a moment; collecting costs several times its reading
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them costs more than the models
    _open_streams()
    try:
        code = main()
        sys.stdout.flush()
    except Failure as failure:
        sys.stderr.write(f"infraspec: {failure}\n")
        code = 2
    except BrokenPipeError:
        # Whoever reads has gone. Nothing is to be said, and Python must not try again while it ends.
        _silence()
        code = 0
    except OSError as error:
        # Files that are named are read and written with words of their own: this is a full disk behind the output,
        # or a folder to look from that was removed.
        _silence()
        here = "use the current folder" if error.errno == ENOENT else "write to standard output"
        what = f"use {error.filename}" if error.filename else here
        sys.stderr.write(f"infraspec: cannot {what}: {error.strerror or error}\n")
        code = 2
    except KeyboardInterrupt:
        _silence()
        code = 130
    except Exception as error:  # noqa: BLE001 - the last line of defence: our own bug
        code = _defect(error)
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process as it stands: taking a graph apart that nobody needs any more is a tenth of a short run."""
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def _open_streams() -> None:
    """Standard output and error in UTF-8 wherever we run, and into nothing where the caller closed them."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the run
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _silence() -> None:
    """Point standard output at nothing, so that what is still held for it is dropped."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _defect(error: Exception) -> int:
    """Say that infraspec itself is wrong."""
    if os.environ.get("INFRASPEC_DEBUG", "0") not in ("", "0"):
        import traceback

        traceback.print_exception(error)
    from importlib.metadata import version

    sys.stderr.write(
        f"infraspec: this is a defect of infraspec {version('infraspec')}, not of your spec: "
        f"{type(error).__name__}: {error}\n"
        "Please report it at https://github.com/infraspec/infraspec/issues with the spec; "
        "INFRASPEC_DEBUG=1 shows where it happened.\n"
    )
    return 3
