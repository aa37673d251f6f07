"""What every file of the project keeps to. Each test lists the places that do not."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
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


def test_the_model_needs_little() -> None:
    allowed = {*sys.stdlib_module_names, "stemma", "edtf", "pyparsing", "yaml"}
    others: list[str] = []
    for path, tree in SOURCES.items():
        if path.parent.name != "model":
            continue
        for node in ast.walk(tree):
            match node:
                case ast.Import():
                    modules = [alias.name for alias in node.names]
                case ast.ImportFrom():
                    modules = [node.module or ""]
                case _:
                    continue
            others += [place(path, node) for module in modules if module.partition(".")[0] not in allowed]
    assert others == []
