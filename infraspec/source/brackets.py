"""Which brackets of a text are closed."""

import re


def is_closed(text: str, opened: int) -> bool:
    """Whether as many brackets are closed as opened, somewhere behind `opened`."""
    depth = 0
    for found in re.compile(r"[\[\]{}]").finditer(text, opened):
        depth += 1 if found.group() in "[{" else -1
        if depth == 0:
            return True
    return False


def last_open(text: str) -> int | None:
    """The last bracket that nothing closes."""
    stack: list[int] = []
    for found in re.finditer(r"[\[\]{}]", text):
        if found.group() in "[{":
            stack.append(found.start())
        elif stack:
            stack.pop()
    return stack[-1] if stack else None
