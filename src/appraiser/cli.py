"""The command line: the same engine without a screen.

Exit codes: 0 done; 1 the input or the appraisal has a problem, in one sentence on stderr naming
the place; 2 wrong usage. Nothing heavy is imported until a command needs it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from enum import Enum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.domain.appraisal import Appraisal

app = typer.Typer(
    help="Appraises whether all or part of an NHS trust should become a mutual.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

WHO = "the command line"


class ScopeName(str, Enum):
    """How much of the trust is considered, as typed."""

    WHOLE_ORGANISATION = "whole-organisation"
    SERVICE_LINE = "service-line"


class PartName(str, Enum):
    """The public or the private paper, as typed."""

    PUBLIC = "1"
    PRIVATE = "2"


File = Annotated[Path, typer.Argument(help="An .appraisal file, or an appraisal as .json.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, for another program.")]


def run(arguments: list[str]) -> int:
    """Run a command; give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack letters; that is no fault
    try:
        code = _answered(arguments)
        sys.stdout.flush()  # here, where a full disk can still be told of
    except Problem as problem:
        return _said(str(problem))
    except OSError as error:
        _drop_output()
        return _said(f"The answer could not be written: {error.strerror or error}.")
    except Exception as error:  # noqa: BLE001 - whatever nobody foresaw, in a sentence
        return _fault(error)
    return code


def _answered(arguments: list[str]) -> int:
    try:
        app(arguments, prog_name="appraiser")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _drop_output() -> None:
    """Let go of what could not be written, which Python would try to write again at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@app.command("new")
def new(
    file: Annotated[Path, typer.Argument(help="Where to keep it.")],
    trust: Annotated[str, typer.Option(help="The trust's name.")],
    scope: Annotated[ScopeName, typer.Option(help="How much of the trust.")],
) -> None:
    """Begin an appraisal in a new file."""
    from appraiser.domain.starting import new_appraisal
    from appraiser.domain.terms import Scope

    if not trust.strip():
        raise Problem("The trust needs a name.", todo="Give it with --trust.")
    chosen = next(each for each in Scope if each == scope.value)
    _keep(new_appraisal(trust, chosen), file, "a new appraisal")
    typer.echo(f"Begun in {file}.")


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="An appraisal as .json.")],
    file: Annotated[Path, typer.Argument(help="The .appraisal file to make.")],
) -> None:
    """Make an .appraisal file out of JSON."""
    from appraiser.exchange.reading import read_appraisal

    _keep(read_appraisal(source), file, f"read from {source.name}")
    typer.echo(f"Kept in {file}.")


@app.command()
def schema(
    results: Annotated[
        bool, typer.Option("--results", help="Of what results --json prints.")
    ] = False,
) -> None:
    """Print the JSON Schema of an appraisal, or of results."""
    if results:
        from appraiser.resources import resource

        text = resource("schema", "results.schema.json").read_text(encoding="utf-8")
    else:
        from appraiser.exchange.schema import schema_text

        text = schema_text()
    typer.echo(text, nl=False)


@app.command()
def export(
    file: File,
    out: Annotated[Path, typer.Argument(help="Ends in pdf, docx, html, json, xlsx or csv.")],
    part: Annotated[PartName, typer.Option(help="1 for the public paper.")] = PartName.PRIVATE,
    expression_of_interest: Annotated[
        bool,
        typer.Option("--expression-of-interest", help="That document alone, as pdf, docx or html."),
    ] = False,
    whole_journal: Annotated[
        bool, typer.Option("--whole-journal", help="Print every change that was ever made.")
    ] = False,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for a password that opens the PDF.")
    ] = False,
) -> None:
    """Write the board paper, its annex as a spreadsheet, or the whole appraisal as JSON."""
    from appraiser.exporting.to_file import export_expression_of_interest, export_to
    from appraiser.exporting.wanted import Wanted
    from appraiser.printing.progress import progress_bar
    from appraiser.session.opening import read_journal

    appraisal = _read(file)
    journal = read_journal(file)
    secret = _ask_password() if password else ""
    write = export_expression_of_interest if expression_of_interest else export_to
    with progress_bar("Writing", 1) as told:
        public = part is PartName.PUBLIC
        wanted = Wanted(public, journal, whole_journal, secret, told)
        notices = write(appraisal, out, wanted)
    for notice in notices:
        typer.echo(notice, err=True)
    typer.echo(f"Written to {out}.")


def _ask_password() -> str:
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


@app.command()
def results(file: File, as_json: AsJson = False) -> None:
    """Print totals, ranks, gates, verdict, what would change it, who agrees, costs and support."""
    from appraiser.analysis.assessing import assess
    from appraiser.analysis.examining import examine
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.printing.progress import progress_bar

    appraisal = _read(file)
    with progress_bar("Working out", 1) as told:
        found = assess(appraisal, load_catalogue(), told)
    with progress_bar("Examining", 1) as told:
        found = examine(appraisal, found, told)
    if as_json:
        from appraiser.exchange.results_json import results_to_json

        typer.echo(results_to_json(appraisal, found), nl=False)
        return
    from appraiser.printing.results import print_results

    print_results(appraisal, found)


@app.command()
def check(file: File, as_json: AsJson = False) -> None:
    """Say what is missing, stale or inconsistent; exit 1 if something is wrong."""
    from appraiser.analysis.assessing import assess
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.domain.checks import check as check_appraisal
    from appraiser.domain.findings import Severity
    from appraiser.session.opening import inspect_file

    appraisal = _read(file)
    for notice in inspect_file(file):
        typer.echo(str(notice), err=True)
    found = (*check_appraisal(appraisal), *assess(appraisal, load_catalogue()).findings)
    if as_json:
        from appraiser.exchange.results_json import findings_to_json

        typer.echo(findings_to_json(found), nl=False)
    else:
        from appraiser.printing.findings import print_findings

        print_findings(found)
    if any(each.severity is Severity.ERROR for each in found):
        raise typer.Exit(1)


@app.command()
def verify(
    paper: Annotated[Path, typer.Argument(help="A board paper as PDF.")],
    file: Annotated[Path | None, typer.Argument(help="The appraisal it was made from.")] = None,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for the password that opens the PDF.")
    ] = False,
) -> None:
    """Work a paper's numbers out again from its appraisal and compare."""
    from appraiser.session.opening import read_journal
    from appraiser.verifying import verify_paper

    secret = str(typer.prompt("Password", hide_input=True)) if password else ""
    if file is None:
        report = verify_paper(paper, None, password=secret)
    else:
        report = verify_paper(paper, _read(file), read_journal(file), secret)
    for line in report.lines:
        typer.echo(line)
    if report.differences:
        raise typer.Exit(1)


@app.command()
def programme(
    files: Annotated[
        list[Path], typer.Argument(help="The appraisals of the programme, or folders of them.")
    ],
    out: Annotated[Path, typer.Option(help="Ends in xlsx, json or html.")],
    anonymous: Annotated[
        bool, typer.Option(help="Name no trust, person or place, and leave out what they wrote.")
    ] = False,
) -> None:
    """Gather barriers and requests to Government across trusts."""
    from appraiser.exchange.programme_writers import write_programme_return
    from appraiser.gathering import appraisals_in, gather
    from appraiser.printing.progress import progress_bar

    found = appraisals_in(files)
    with progress_bar("Reading", len(found)) as advance:
        gathered = gather(found, anonymous=anonymous, progress=advance)
    write_programme_return(gathered, out)
    for skipped in gathered.skipped:
        typer.echo(f"Left out: {skipped}", err=True)
    typer.echo(f"Written to {out}.")


def _read(file: Path) -> Appraisal:
    from appraiser.session.opening import read_snapshot

    return read_snapshot(file)


def _keep(appraisal: Appraisal, file: Path, words: str) -> None:
    from appraiser.session.opening import create

    create(file, appraisal, who=WHO, words=words).close()


def _fault(error: Exception) -> int:
    """Write a fault of the program down, and say where."""
    from platformdirs import user_data_path

    from appraiser.fault_log import write_fault

    log = user_data_path("Appraiser", appauthor=False) / "errors.log"
    with contextlib.suppress(OSError):
        write_fault(log, error)
    return _said(
        "Something in Appraiser went wrong; it was nothing you did. Your files are as they were. "
        f"Where it happened is in {log}."
    )


def _said(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return 1
