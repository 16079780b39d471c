import pytest

from appraiser import resources
from appraiser.resources import MissingResource, resource, sample


@pytest.fixture
def two_roots(tmp_path, monkeypatch):
    package, checkout = tmp_path / "package", tmp_path / "checkout"
    monkeypatch.setattr(resources, "ROOTS", (package, checkout))
    return package, checkout


def put(root, *parts):
    path = root.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    return path


def test_finds_the_fonts_in_this_checkout():
    assert resource("fonts", "SourceSans3-Regular.ttf").read_bytes()[:4] == b"\0\1\0\0"


def test_finds_a_file_at_the_root_of_a_checkout(two_roots):
    shipped = put(two_roots[1], "resources", "help", "a.md")
    assert resource("help", "a.md") == shipped


def test_a_file_beside_the_package_comes_first(two_roots):
    _, shipped = [put(root, "resources", "help", "a.md") for root in reversed(two_roots)]
    assert resource("help", "a.md") == shipped


def test_finds_a_folder(two_roots):
    shipped = put(two_roots[0], "resources", "help", "a.md")
    assert resource("help") == shipped.parent


def test_a_sample_is_named_without_its_ending(two_roots):
    shipped = put(two_roots[0], "sample_trusts", "leicester.json")
    assert sample("leicester") == shipped


def test_names_what_is_missing_and_what_to_do(two_roots):
    with pytest.raises(MissingResource, match=r"sample_trusts/nowhere\.json is missing\. Install"):
        sample("nowhere")
