"""A form shows the snapshot, and what is typed in it becomes an edit."""

from PySide6.QtTest import QTest

from appraiser.desktop.widgets.form import Form
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import OptionRole

TRUST = Ref("trust")


def control(form, field):
    return form.editor(field).control


def test_a_form_shows_what_the_snapshot_says(opened, leicester):
    form = Form(opened(leicester), TRUST, ("name", "income", "status"))
    assert control(form, "name").text() == leicester.trust.name
    assert control(form, "income").text().startswith("£")
    assert control(form, "status").currentText() == leicester.trust.status.label


def test_what_is_typed_becomes_one_named_edit(opened, fresh, shown):
    workspace = opened(fresh)
    form = shown(Form(workspace, TRUST, ("name", "income")))
    QTest.keyClicks(control(form, "income"), "12m")
    form.keep()
    assert workspace.appraisal.trust.income == 1_200_000_000
    assert workspace.document.undo_words == "income in a year of the trust"


def test_a_form_follows_undo_and_redo(opened, fresh):
    workspace = opened(fresh)
    form = Form(workspace, TRUST, ("name",))
    workspace.perform(SetField(TRUST, "name", "Another name"))
    assert control(form, "name").text() == "Another name"
    workspace.undo()
    assert control(form, "name").text() == fresh.trust.name
    workspace.redo()
    assert control(form, "name").text() == "Another name"


def test_an_edit_that_is_refused_is_told_and_shows_the_old_value_again(opened, fresh, ask):
    workspace = opened(fresh)
    form = Form(workspace, Ref("options", "business-as-usual"), ("name", "role"))
    role = form.editor("role")
    role.given.emit(OptionRole.CANDIDATE)
    assert "business as usual" in ask.last_told.what
    assert ask.last_told.safe
    assert control(form, "role").currentText() == OptionRole.BUSINESS_AS_USUAL.label
    assert workspace.appraisal == fresh


def test_another_thing_of_the_collection_can_be_shown(opened, leicester, shown):
    workspace = opened(leicester)
    first, second = (Ref("barriers", each.id) for each in leicester.barriers[:2])
    form = shown(Form(workspace, first, ("title", "due")))
    control(form, "title").setText("")
    QTest.keyClicks(control(form, "title"), "A new name")
    QTest.keyClicks(control(form, "due"), "no date")
    form.show_thing(second)
    assert workspace.appraisal.barriers[0].title == "A new name"
    assert control(form, "title").text() == leicester.barriers[1].title
    assert "no date" not in control(form, "due").text()


def test_links_are_offered_by_name_and_follow_what_there_is(opened, leicester):
    workspace = opened(leicester)
    barrier = leicester.barriers[0]
    form = Form(workspace, Ref("barriers", barrier.id), ("options",))
    names = [control(form, "options").item(at).text() for at in range(len(leicester.options))]
    assert names == [each.name for each in leicester.options]
    gone = leicester.options[-1]
    workspace.perform(RemoveEntity(Ref("options", gone.id)))
    assert control(form, "options").count() == len(leicester.options) - 1


def test_a_form_whose_thing_is_removed_stands_still(opened, leicester):
    workspace = opened(leicester)
    barrier = leicester.barriers[0]
    form = Form(workspace, Ref("barriers", barrier.id), ("title",))
    workspace.perform(RemoveEntity(Ref("barriers", barrier.id)))
    assert control(form, "title").text() == barrier.title
