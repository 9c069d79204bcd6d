"""`python -m infraspec`."""

from infraspec.cli.main import run

if __name__ == "__main__":
    run()
