"""Starting, ending and failing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from example import example
from told import store

import stemma
from stemma.cli import INTERRUPTED, PIPE_CLOSED, main, parser
from stemma.errors import StoreError

ROOT = Path(__file__).parents[2]
COMMANDS = ("extract", "ingest", "show", "timeline", "ledger", "why", "verify", "export")


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"stemma {stemma.__version__}\n"
    assert run("-m", "stemma", "--version").stdout == f"stemma {stemma.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"usage: stemma {command}" in capsys.readouterr().out


def test_the_help_names_every_command_and_exit_code() -> None:
    shown = parser().format_help()
    assert not [command for command in COMMANDS if f"\n    {command} " not in shown]
    assert "130  interrupted" in shown


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["show"], ["show", "A", "--format", "xml"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: stemma" in shown.err


def test_every_error_has_its_exit_code_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("the store is \x1b[31mon fire")

    monkeypatch.setattr("stemma.store.open.open_store", fail)
    assert main(["show", "A"]) == 5
    assert capsys.readouterr().err == "stemma: the store is ␛[31mon fire\n"


def test_a_disk_that_is_full_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stemma.store.open.open_store", fail)
    assert main(["show", "A"]) == 1
    assert capsys.readouterr().err == "stemma: output: No space left on device\n"


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.store.open.open_store", interrupt)
    assert main(["show", "A"]) == INTERRUPTED
    assert capsys.readouterr().err == ""


def test_an_interrupt_from_outside(tmp_path: Path) -> None:
    code = "import stemma.store.open as o, time, stemma.cli as c\n"
    code += "def wait(*a, **k):\n    print('ready', flush=True)\n    time.sleep(60)\n"
    code += "o.open_store = wait\nraise SystemExit(c.main(['show', 'A']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == INTERRUPTED
        assert process.stderr.read() == b""


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    store(tmp_path, example()).close()
    command = [sys.executable, "-m", "stemma", "export", "--store", str(tmp_path / "stemma.db")]
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (PIPE_CLOSED, b"")


def test_a_terminal_that_cannot_show_a_character_gets_its_number(tmp_path: Path) -> None:
    store(tmp_path, example()).close()
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "STEMMA_STORE": str(tmp_path / "stemma.db")}
    done = run("-m", "stemma", "show", "Ansar al-Tawhid", env=environment)
    assert done.returncode == 0
    assert "\\u0623" in done.stdout


def test_help_starts_fast() -> None:
    def fastest(*arguments: str) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            assert run(*arguments).returncode == 0
            times.append(time.perf_counter() - start)
        return min(times)

    assert fastest("-m", "stemma", "--help") <= 3 * fastest("-c", "pass") + 0.1


def test_starting_imports_nothing_heavy() -> None:
    code = "import sys, stemma.cli; stemma.cli.parser()\n"
    code += "print(*sorted({m.split('.')[0] for m in sys.modules} & {'rich', 'spacy', 'sqlalchemy', 'yaml', 'numpy'}))"
    assert run("-c", code).stdout == "\n"
