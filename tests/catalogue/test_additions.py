"""A trust's own additions lie over the shipped data, and a mistake in them is named."""

import shutil
from pathlib import Path

import pytest
from tests.catalogue.conftest import Write

from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.problem import Problem
from appraiser.resources import resource

MENTOR = '[[mentor]]\nid = "{id}"\nname = "A made-up mentor"\n'
OFFER = 'offer = { text = "Gives a day a month.", standing = "trust-record" }\n'
RULE = """[[rule]]
id = "our-rule"
title = "Our own rule"
gate = "lawful"
outcome = "warns"
resolver = "trust"
applies = { forms = ["ft-plus"] }
reason = { text = "Our board asks it.", standing = "trust-record" }
unlock = { text = "The board's leave.", standing = "trust-record" }
"""
FORM = resource("reference", "forms.toml").read_text(encoding="utf-8").split("[[form]]")[1]
PARTIAL = "expected a year, a month or a day, such as 2014, 2014-07 or 2014-07-28"
CITED = 'sources = ["'
SHIPPED = {path.name: path.read_text(encoding="utf-8") for path in resource("reference").iterdir()}


def test_an_addition_joins_what_is_shipped(own: Path, write: Write) -> None:
    write("mentors.toml", MENTOR.format(id="our-mentor") + OFFER)
    catalogue = load_catalogue(own=own)

    assert list(catalogue.mentors)[-1] == "our-mentor"
    assert len(catalogue.mentors) == 14
    dated = {each.subject: (each.dated, each.own) for each in catalogue.vintages}
    assert dated["mentors"] == ("2026-11", "2026-12")
    assert dated["forms"] == ("2026-11", "")


def test_an_addition_with_a_shipped_id_takes_its_place(own: Path, write: Write) -> None:
    write("mentors.toml", MENTOR.format(id="kpmg") + OFFER)
    mentors = load_catalogue(own=own).mentors

    assert mentors["kpmg"].name == "A made-up mentor"
    assert len(mentors) == 13


def test_an_addition_may_cite_shipped_sources_and_its_own(own: Path, write: Write) -> None:
    write(
        "sources.toml",
        '[[source]]\nid = "our-minutes"\ntitle = "Minutes"\npublisher = "Us"\naddress = "Shelf"\n',
    )
    cited = 'offer = { text = "As minuted.", sources = ["our-minutes", "letter-2014"] }\n'
    write("mentors.toml", MENTOR.format(id="our-mentor") + cited)
    assert load_catalogue(own=own).mentors["our-mentor"].offer.sources[0] == "our-minutes"


def test_a_folder_with_nothing_in_it_changes_nothing(own: Path) -> None:
    (own / "read me.txt").write_text("Not ours to read.")
    assert len(load_catalogue(own=own).forms) == 17


def problem(own: Path) -> str:
    with pytest.raises(Problem) as caught:
        load_catalogue(own=own)
    return str(caught.value)


def test_a_published_fact_without_a_source_is_named(own: Path, write: Write) -> None:
    write("mentors.toml", MENTOR.format(id="our-mentor") + 'offer = { text = "Gives a day." }\n')
    assert problem(own) == (
        "our-additions/mentors.toml, our-mentor, offer: a published fact needs a source, or it is "
        "marked as a judgement"
    )


def test_a_fact_deep_in_an_entry_is_named_by_its_place(own: Path, write: Write) -> None:
    example = 'examples = [\n    { text = "One.", standing = "judgement" },\n    { text = "Two." },'
    write("forms.toml", "[[form]]" + FORM.replace("examples = [", example))
    assert problem(own).startswith("our-additions/forms.toml, nhs-trust, examples[1]: a published")


def test_a_source_nobody_knows_is_named_with_the_nearest(own: Path, write: Write) -> None:
    offer = 'offer = { text = "As said.", sources = ["leter-2014"] }\n'
    write("mentors.toml", MENTOR.format(id="our-mentor") + offer)
    assert problem(own) == (
        'our-additions/mentors.toml, our-mentor, offer.sources: no source called "leter-2014"; '
        'did you mean "letter-2014"?'
    )


def test_a_form_nobody_knows_is_named_where_a_rule_mentions_it(own: Path, write: Write) -> None:
    write("rules.toml", RULE.replace("ft-plus", "ft-pluss"))
    assert problem(own) == (
        'our-additions/rules.toml, our-rule, applies.forms: no form called "ft-pluss"; '
        'did you mean "ft-plus"?'
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "title =",
            "titel =",
            'our-rule: there is no key called "titel" here; did you mean "title"?',
        ),
        ('title = "Our own rule"\n', "", 'our-rule: the key "title" is missing'),
        ('"Our own rule"', "7", "our-rule, title: expected text, got a whole number"),
        ('"lawful"', '"lawfull"', 'our-rule, gate: "lawfull" is not known here'),
        ('"warns"', '"passes"', "our-rule: a rule either bars or warns"),
        ('["ft-plus"]', '"ft-plus"', "our-rule, applies.forms: expected a list, got text"),
        ("text =", "txt =", 'our-rule, reason: there is no key called "txt" here'),
        (
            "resolver =",
            'from = "2014-13-01"\nresolver =',
            "our-rule, from: expected a date such as 2014-12-01",
        ),
        (
            "resolver =",
            "from = 2014-12-01T10:00:00\nresolver =",
            "our-rule, from: expected a date, got a date with a time",
        ),
        (
            "resolver =",
            "from = 2015-01-01\nuntil = 2014-12-31\nresolver =",
            "our-rule: it ends on 2014-12-31, before it begins on 2015-01-01",
        ),
        (
            "resolver =",
            'expected = "soon"\nresolver =',
            f"our-rule, expected: {PARTIAL}",
        ),
    ],
)
def test_a_slip_in_an_entry_is_named(
    own: Path, write: Write, before: str, after: str, said: str
) -> None:
    write("rules.toml", RULE.replace(before, after, 1))
    assert problem(own) == f"our-additions/rules.toml, {said}"


def test_a_barrier_that_nobody_can_remove_is_refused(own: Path, write: Write) -> None:
    cell = '{ text = "So.", standing = "judgement" }'
    write(
        "barriers.toml",
        '[[barrier]]\nid = "ours"\ntitle = "Ours"\ntheme = "staff"\nprompt = "Is it?"\n'
        f"resolvers = []\nmitigation = {cell}\nlaw_then = {cell}\nlaw_now = {cell}\n",
    )
    assert problem(own).endswith("ours: it names nobody who can remove it")


def test_bands_of_a_discount_schedule_may_leave_no_gap(own: Path, write: Write) -> None:
    write(
        "discount.toml",
        '[[schedule]]\nid = "ours"\nname = "Ours"\nuse = { text = "So.", standing = "judgement" }\n'
        "bands = [{ first = 0, last = 30, rate = 3.5 }, { first = 32, rate = 3.0 }]\n",
    )
    assert "the band that begins at year 32 should follow 31" in problem(own)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mentors.toml", "vintage = ", "mentors.toml: this is not well-formed TOML:"),
        ("mentors.toml", 'note = "No vintage"', 'mentors.toml: the key "vintage" is missing'),
        (
            "mentors.toml",
            'vintage = "2026-13"\nnote = ""',
            "mentors.toml, vintage: expected a year, a month or a day",
        ),
        (
            "mentors.toml",
            'vintage = "2026"\nnote = ""\n[[mentors]]\nid = "a"',
            'mentors.toml: there is no key called "mentors" here; did you mean "mentor"?',
        ),
        (
            "mentors.toml",
            'vintage = "2026"\nnote = ""\nmentor = 1',
            "mentors.toml: entries should begin with [[mentor]]",
        ),
        (
            "mentors.toml",
            'vintage = "2026"\nnote = ""\nmentor = [1]',
            "mentors.toml: entries should begin with [[mentor]]",
        ),
        (
            "mentors.toml",
            'vintage = "2026"\nnote = ""\n[[mentor]]\nname = "Nobody"',
            "mentors.toml, mentor number 1: it needs an id of small letters, digits and hyphens",
        ),
        (
            "mentors.toml",
            'vintage = "2026"\nnote = ""\n[[mentor]]\nid = "Not An Id"',
            "mentors.toml, mentor number 1: it needs an id",
        ),
        (
            "mentor.toml",
            "",
            "mentor.toml: there is no file of this name in the reference data; did you mean",
        ),
    ],
)
def test_a_slip_in_a_file_is_named(own: Path, name: str, text: str, said: str) -> None:
    (own / name).write_text(text, encoding="utf-8")
    assert problem(own).startswith(f"our-additions/{said}")


def test_an_id_used_twice_is_refused(own: Path, write: Write) -> None:
    write("mentors.toml", (MENTOR.format(id="ours") + OFFER) * 2)
    assert problem(own) == 'our-additions/mentors.toml: the id "ours" is used twice'


def test_a_file_that_is_not_text_is_refused(own: Path) -> None:
    (own / "mentors.toml").write_bytes(b"\xff\xfe\x00")
    assert problem(own) == "our-additions/mentors.toml: this is not text in UTF-8"


def test_a_file_that_cannot_be_read_is_named(own: Path) -> None:
    (own / "mentors.toml").mkdir()
    assert problem(own).startswith("our-additions/mentors.toml: it cannot be read")


@pytest.mark.parametrize("name", [name for name, text in SHIPPED.items() if CITED in text])
def test_a_shipped_file_whose_source_is_missing_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(resource("reference"), folder)
    (folder / name).write_text(SHIPPED[name].replace(CITED, CITED + "x", 1), encoding="utf-8")

    with pytest.raises(Problem) as caught:
        load_catalogue(folder).check()
    assert caught.value.place.startswith(f"reference/{name}, ")
    assert "no source called" in caught.value.what


def test_what_nobody_knows_is_refused_by_its_kind() -> None:
    catalogue = load_catalogue()
    for ask, said in [
        (catalogue.form, 'no form called "CICC"; did you mean "cic-guarantee"?'),
        (catalogue.programme, 'no programme called "CICC"'),
        (catalogue.schedule, 'no discount schedule called "CICC"'),
        (catalogue.source, 'no source called "CICC"'),
    ]:
        with pytest.raises(Problem) as caught:
            ask("CICC")
        assert str(caught.value).startswith(said)
