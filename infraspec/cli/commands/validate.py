"""`infraspec validate`: is this spec right?"""

import sys
from argparse import Namespace

from infraspec.cli import files, talk
from infraspec.compiler import check


def validate(options: Namespace) -> int:
    """Check every spec that is named; 1 if any has an error."""
    checked = [check(files.read(path), files.shown(path, options.stdin_filename)) for path in files.find(options.paths)]
    talk.tell(checked, sys.stdout, colour=options.color, quiet=options.quiet)
    return 0 if all(spec.is_sound for spec in checked) else 1
