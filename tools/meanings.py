"""What the models say of themselves: their docstrings, and the text below each field."""

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from infraspec.spec.base import SpecModel

_SHARED = {"tags": "Tags beside the Name tag, which is the entry's key."}
"""What keys mean wherever they stand."""


def about(model: type[SpecModel]) -> str:
    """What a model is."""
    return inspect.cleandoc(model.__doc__ or "")


def meaning(model: type[SpecModel], field: str) -> str:
    """What a field of a model means; empty where nobody wrote it."""
    return _meanings(model).get(field) or _SHARED.get(field, "")


@cache
def _meanings(model: type[SpecModel]) -> dict[str, str]:
    """What stands in quotes below each field, its own and those that it inherits."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if not issubclass(one, SpecModel) or one is SpecModel:
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for field, text in pairwise(body):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                found[ast.unparse(field.target)] = " ".join(str(text.value.value).split())
    return found
