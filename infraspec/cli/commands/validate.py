"""`infraspec validate`: is this spec right?"""

import sys
from argparse import Namespace

from infraspec.cli import files, talk
from infraspec.cli.checking import checked


def validate(options: Namespace) -> int:
    """Check every spec that is named; 1 if any has an error."""
    specs = [checked(path, options.stdin_filename) for path in files.find(options.paths)]
    talk.tell(specs, sys.stdout, colour=options.color, quiet=options.quiet)
    return 0 if all(spec.is_sound for spec in specs) else 1
