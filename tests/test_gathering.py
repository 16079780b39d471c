"""Which files a return is gathered from."""

from pathlib import Path

from appraiser.gathering import appraisals_in


def test_files_are_taken_as_given_and_folders_for_the_appraisals_in_them(tmp_path: Path) -> None:
    for name in ("b.appraisal", "a.JSON", "notes.txt", "a.appraisal.lock"):
        (tmp_path / name).touch()
    (tmp_path / "inner.appraisal").mkdir()
    alone = tmp_path / "notes.txt"

    found = appraisals_in([alone, tmp_path, tmp_path / "b.appraisal"])

    assert [each.name for each in found] == ["notes.txt", "a.JSON", "b.appraisal"]
