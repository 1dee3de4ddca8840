"""``python -m stofgroep``."""

from stofgroep.cli.main import main

if __name__ == "__main__":
    main()
