from appraiser.domain.problem import Problem


def test_a_problem_is_one_line_with_its_place():
    problem = Problem("It is full.", safe="Nothing is lost.", todo="Make room.", place="disk")
    assert str(problem) == "disk: It is full. Nothing is lost. Make room."
    assert str(Problem("It is full.")) == "It is full."


def test_what_happened_ends_in_a_full_stop_where_more_follows():
    newer = Problem("this one reads version 1", todo="Update Appraiser.")
    assert str(newer) == "this one reads version 1. Update Appraiser."
    assert str(Problem("Is it?", safe="Nothing is lost.")) == "Is it? Nothing is lost."
    assert str(Problem("no form called that")) == "no form called that"


def test_places_are_joined_from_the_inside_out():
    problem = Problem("no form is called that", safe="Safe.", todo="Do.")
    assert problem.at("form").place == "form"
    assert problem.at("form").at("options[2]").place == "options[2].form"
    assert problem.at("[1]").at("points").place == "points[1]"
    moved = problem.at("form")
    assert (moved.what, moved.safe, moved.todo) == (problem.what, "Safe.", "Do.")
    assert problem.place == ""
