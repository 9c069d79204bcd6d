"""Files that are shipped beside the code: templates, and the schema."""

from importlib.resources import files
from pathlib import Path


def text(*parts: str) -> str:
    """The text of a file by its path: from the package as it is installed, or from the checkout."""
    installed = files("infraspec").joinpath(*parts)
    if installed.is_file():
        return installed.read_text(encoding="utf-8")
    return Path(__file__).parents[1].joinpath(*parts).read_text(encoding="utf-8")
