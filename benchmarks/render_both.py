"""Both documents of a spec that is too large for one CloudFormation stack, to standard output.

`infraspec render` refuses more than 500 resources, as CloudFormation does. These are its stages without that limit.
"""

import gc
import os
import sys
from pathlib import Path

from infraspec.cloudformation import emit as cloudformation
from infraspec.compiler import check
from infraspec.json_text import json_text
from infraspec.terraform import emit as terraform


def main(path: str) -> None:
    """Every stage of `infraspec render all`, once."""
    checked = check(Path(path).read_bytes(), path, advice=False)  # as `render` does
    if not checked.is_sound or checked.graph is None:
        sys.exit(f"{path}: {len(checked.diagnostics)} findings, the first: {checked.diagnostics[0].message}")

    sys.stdout.write(json_text(cloudformation.emit(checked.graph)))
    sys.stdout.write(json_text(terraform.emit(checked.graph)))


if __name__ == "__main__":
    gc.disable()  # this and the way out are as the command line has them
    main(sys.argv[1])
    sys.stdout.flush()
    os._exit(0)
