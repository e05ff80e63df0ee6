"""The machine that turns content into leaflets; ARCHITECTURE.md draws its rooms."""

__version__ = "0.1.0"
