"""What stops a command: it could not do what was asked."""


class Failure(Exception):  # noqa: N818 - it is said to the user, who does not think in exceptions
    """A message for the user, with exit code 2."""
