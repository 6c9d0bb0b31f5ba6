"""`python -m onebench`."""

from onebench.cli import main

if __name__ == "__main__":
    main()
