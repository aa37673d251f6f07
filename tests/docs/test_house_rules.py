"""What every file of the project keeps to. Each test lists the places that do not."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "src").rglob("*.py"))}
LONGEST_FILE = 600
LONGEST_FUNCTION = 100
"""Both in lines."""


def place(path: Path, node: ast.stmt | None = None) -> str:
    name = str(path.relative_to(ROOT))
    return f"{name}:{node.lineno}" if node else name


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def test_no_file_is_too_long() -> None:
    files = [path for folder in ("src", "tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    assert len(files) > len(SOURCES)
    assert [place(path) for path in files if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE] == []


def test_no_function_is_too_long() -> None:
    long = [place(path, f) for path, f in functions() if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


def test_modules_classes_and_public_functions_say_what_they_are_for() -> None:
    silent = [place(path) for path, tree in SOURCES.items() if tree.body and not ast.get_docstring(tree)]
    for path, tree in SOURCES.items():
        public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        silent += [place(path, n) for n in public if not n.name.startswith("_") and not ast.get_docstring(n)]
    assert silent == []


def test_no_import_hides_from_the_layers() -> None:
    assert [place(path) for path in SOURCES if "TYPE_CHECKING" in path.read_text("utf-8")] == []


def test_nothing_is_swallowed() -> None:
    broad = ("Exception", "BaseException")
    swallowing = [
        place(path, node.body[0])
        for path, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in broad))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert swallowing == []


def imported() -> Iterator[tuple[Path, ast.stmt, str]]:
    """Every package that is imported, by the first part of its name, and where."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((path, node, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield path, node, (node.module or "").partition(".")[0]


def test_the_model_needs_little() -> None:
    allowed = {*sys.stdlib_module_names, "stemma", "edtf", "pyparsing", "yaml"}
    others = [
        place(path, node) for path, node, name in imported() if name not in allowed and path.parent.name == "model"
    ]
    assert others == []


def test_every_package_that_is_used_is_required() -> None:
    required = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    known = {re.split(r"[^\w-]", line)[0].lower() for line in required}
    offers = packages_distributions()
    missing = {
        name
        for _, _, name in imported()
        if name not in {*sys.stdlib_module_names, "stemma"}
        and not {d.lower().replace("_", "-") for d in offers.get(name, [])} & known
    }
    assert missing == set()
