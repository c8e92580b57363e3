"""``python -m zongjie``: the same as the command ``zongjie``."""

from zongjie.cli.main import run

if __name__ == "__main__":
    run()
