"""Write docs/language.md and docs/problems.md: the manual, from the models and the problems that are the truth.

    .venv/bin/python tools/reference.py

tests/test_project.py holds both files to what this writes.
"""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: E402
from pydantic.fields import FieldInfo  # noqa: E402
from pydantic_core import PydanticUndefined  # noqa: E402

from infraspec.catalogue import PROBLEMS  # noqa: E402
from infraspec.spec.base import LATER, SpecModel  # noqa: E402
from infraspec.spec.kinds import KINDS, TOP  # noqa: E402
from infraspec.spec.names import words  # noqa: E402
from infraspec.spec.reading import model_of  # noqa: E402
from infraspec.spec.templates import TEMPLATES  # noqa: E402

_PLAIN = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "`true` or `false`",
    object: "anything",
    "IPv4Network": "an IPv4 block",
    "IPv6Network": "an IPv6 block",
    "IPv4Address": "an IPv4 address",
    "NoneType": "nothing",
}


_SHARED = {"tags": "Tags beside the Name tag, which is the entry's key."}
"""What keys mean wherever they stand."""


class Key(NamedTuple):
    """A row of the manual."""

    name: str
    takes: str
    default: str
    meaning: str


class Section(NamedTuple):
    """An entry's or an inner mapping's keys."""

    title: str
    where: str
    about: str
    keys: list[Key]


def language() -> str:
    """The page of every key."""
    sections: list[Section] = []
    shown: dict[str, None] = {}
    for kind in (TOP, *KINDS):
        model = model_of(kind.module, kind.model)
        title = "The top of a spec" if kind is TOP else words(kind.word)[0].upper() + words(kind.word)[1:]
        where = ".".join("NAME" if part == "*" else part for part in kind.where)
        sections.append(Section(title, where, _about(model), _keys(model)))
        inner = [one for one in _inner(model) if one.__name__ not in shown]
        shown.update(dict.fromkeys(one.__name__ for one in inner))
        sections += [Section(f"`{_said(one)}` of a {words(kind.word)}", "", _about(one), _keys(one)) for one in inner]
    for name, place in TEMPLATES.items():
        model = model_of(*place)
        about = f"{_about(model)} Written as `user_data: {{template: {name}, …}}`."
        sections.append(Section(f"Template `{name}`", "", about, _keys(model)))
    return _render("language.md.j2", sections=sections, kinds=[kind.word for kind in KINDS])


def problems() -> str:
    """The page of every problem."""
    return _render("problems.md.j2", problems=PROBLEMS)


def _render(template: str, **values: Any) -> str:
    loader = FileSystemLoader(ROOT / "templates" / "pages")
    # Markdown is not HTML, and nothing here comes from a user.
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = lambda text: text.replace("|", "\\|").replace("\n", " ")
    environment.filters["code"] = lambda text: f"`{text}`"
    return environment.get_template(template).render(**values).rstrip() + "\n"


def _about(model: type[SpecModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _keys(model: type[SpecModel]) -> list[Key]:
    meanings = _meanings(model)
    return [
        Key(field.alias or name, _takes(field), _default(field), meanings.get(name) or _SHARED.get(name, ""))
        for name, field in model.model_fields.items()
        if field.annotation is not type(None)
    ]


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


def _takes(field: FieldInfo) -> str:
    annotation: Any = field.annotation
    said = " or ".join(dict.fromkeys(one for one in _said_all(annotation) if one != "nothing"))
    if LATER in field.metadata or _may_wait(annotation):
        said += ", also of `deploy_time`"
    bounds = [_bound(item) for item in field.metadata]
    return said + "".join(f", {bound}" for bound in bounds if bound)


def _may_wait(annotation: Any) -> bool:
    """Whether a text, or each text of a mapping, may be left to the deployment."""
    inside = get_args(annotation)
    return any(one is LATER for one in inside) or any(
        _may_wait(one) for one in inside if not (isinstance(one, type) and issubclass(one, SpecModel))
    )


def _bound(item: object) -> str:
    for name, word in (("ge", "at least"), ("le", "at most"), ("min_length", "at least"), ("max_length", "at most")):
        if (value := getattr(item, name, None)) is not None:
            return f"{word} {value:,}" + (" long" if "length" in name else "")
    return ""


def _said_all(annotation: Any) -> Iterator[str]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _said_all(arguments[0])
    elif origin is Literal:
        yield ", ".join(f"`{one}`" for one in arguments)
    elif origin is list:
        yield "a list of " + " or ".join(_said_all(arguments[0]))
    elif origin is dict:
        yield "a mapping from names to " + " or ".join(one for one in _said_all(arguments[1]) if one != "nothing")
    elif origin is Union or type(annotation).__name__ == "UnionType":
        for one in arguments:
            yield from _said_all(one)
    elif isinstance(annotation, type) and issubclass(annotation, SpecModel):
        yield f"`{_said(annotation)}`"
    else:
        yield _PLAIN.get(annotation) or _PLAIN.get(getattr(annotation, "__name__", ""), "text")


def _said(model: type[SpecModel]) -> str:
    """The name of an inner mapping: its model's, in the spelling of keys."""
    name = model.__name__.lstrip("_")
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    value = field.get_default(call_default_factory=True)
    if value is PydanticUndefined or value is None or value in ({}, [], "") or isinstance(value, SpecModel):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _inner(model: type[SpecModel]) -> Iterator[type[SpecModel]]:
    """The models of inner mappings, depth first."""
    for field in model.model_fields.values():
        for one in _models_in(field.annotation):
            yield one
            yield from _inner(one)


def _models_in(annotation: Any) -> Iterator[type[SpecModel]]:
    if isinstance(annotation, type) and issubclass(annotation, SpecModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models_in(one)


PAGES = {"language.md": language, "problems.md": problems}


if __name__ == "__main__":
    for page, make in PAGES.items():
        (ROOT / "docs" / page).write_text(make(), encoding="utf-8", newline="\n")
        print(f"docs/{page}")
