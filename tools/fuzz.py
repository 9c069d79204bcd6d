"""Look for a text that infraspec cannot stand, guided by what it reaches in the code.

    python tools/fuzz.py [SECONDS] [--corpus DIR]

Needs atheris (`pip install atheris`, in an environment with infraspec's own dependencies). Texts are specs, bad specs
and examples of the manual, spoilt as tests/mutilations.py spoils them and as libFuzzer does; what must hold of each
stands in tests/survival.py. A text that is not survived is kept in DIR, one for each line of the code that gives in,
and the search goes on.
"""

import argparse
import random
import sys
import traceback
from collections import Counter
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["infraspec"]):
    from mutilations import MUTATIONS, mutilated, seeds
    from survival import judged

    for one in seeds():
        judged(one.encode())  # most modules are imported when they are first needed: now, so that they are watched


def mutate(raw: bytes, most: int, seed: int) -> bytes:
    """A text spoilt in our way or in libFuzzer's."""
    choose = random.Random(seed)
    way = choose.randrange(8)
    if way == 0:
        return mutilated(choose)[:most]
    if way <= 5:
        try:
            return choose.choice(MUTATIONS)(choose, raw.decode()).encode("utf-8", "surrogatepass")[:most]
        except (ValueError, RecursionError, ArithmeticError, TypeError):
            pass
        except Exception as error:
            if not type(error).__module__.startswith("yaml"):
                raise
    return atheris.Mutate(raw, most)


class Search:
    """What was found so far: one text for each line that gives in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: Counter[str] = Counter()

    def __call__(self, raw: bytes) -> None:
        """Try one text."""
        try:
            judged(raw)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            at = traceback.extract_tb(error.__traceback__)[-1]
            name = f"{type(error).__name__}-{Path(at.filename).stem}-{at.lineno}"
            self.found[name] += 1
            if self.found[name] == 1:
                (self.folder / f"{name}.yaml").write_bytes(raw)
                traceback.print_exception(error)


def main() -> None:
    """Seed the corpus, and hand over to libFuzzer."""
    parser = argparse.ArgumentParser(description="Fuzz infraspec with coverage guidance.")
    parser.add_argument("seconds", nargs="?", type=int, default=600)
    parser.add_argument("--corpus", type=Path, default=ROOT / "build" / "fuzz")
    options = parser.parse_args()
    corpus = options.corpus / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds()):
        (corpus / f"seed-{number:04}").write_text(text, encoding="utf-8")
    limits = [
        f"-max_total_time={options.seconds}",
        "-timeout=30",
        "-rss_limit_mb=2048",
        "-max_len=40000",
        "-len_control=0",
    ]
    words = [sys.argv[0], str(corpus), f"-artifact_prefix={options.corpus}/", "-print_final_stats=1", *limits]
    atheris.Setup(words, Search(options.corpus), custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
