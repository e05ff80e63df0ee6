"""Changes YAML that people wrote by hand, and writes YAML that the program keeps.

A change replaces the very characters it is about: comments, order, quotes and all other lines stay byte for
byte. ruamel.yaml tells where each value stands, and reads the result back, which must say exactly what was
wanted. Every single value is text, as in the rest of the program.
"""

from __future__ import annotations

from press.rewrite.editing import edited, written
from press.rewrite.trees import Edit, Insert, Put, Remove, plain

__all__ = ["Edit", "Insert", "Put", "Remove", "edited", "plain", "written"]
