from answers import answer
from jdgap.assessments.rounds import of_one_round


def rounds(*named, wanted=""):
    answers = [answer(f"S-{number}", round_=round_) for number, round_ in enumerate(named)]
    round_, kept, problems = of_one_round(answers, wanted)
    told = [(each.code, each.facts["found"], each.facts["wanted"]) for each in problems]
    return round_, [each.round for each in kept], told


def test_an_answer_that_names_no_round():
    """It belongs to the round that the others name."""
    assert rounds("2569", "", "2569") == ("2569", ["2569"] * 3, [])


def test_an_answer_of_another_round():
    """It is not counted, and reported."""
    assert rounds("2569", "2568", "2569") == (
        "2569",
        ["2569", "2569"],
        [("other-round", "2568", "2569")],
    )


def test_the_round_that_was_asked_for():
    """It wins over what most answers name; a year of the common era is the same."""
    for wanted in ("2569", "2026", "๒๕๖๙"):
        assert rounds("2568", "2568", "2569", wanted=wanted)[:2] == ("2569", ["2569"])


def test_rounds_of_one_year_are_apart():
    """However they are written; so is the year alone."""
    named = ("1/2569", "2/2569", "2/2569", "2569", "")
    assert rounds(*named) == (
        "2/2569",
        ["2/2569"] * 3,
        [("other-round", "1/2569", "2/2569"), ("other-round", "2569", "2/2569")],
    )
    for wanted in ("1/2569", "2026-H1", "ครั้งที่ ๑/๒๕๖๙"):
        assert rounds(*named, wanted=wanted)[:2] == ("1/2569", ["1/2569"] * 2)


def test_the_later_round_of_two_years():
    """The year comes first, though its number stands last."""
    assert rounds("2/2568", "1/2569")[0] == "1/2569"


def test_two_rounds_named_equally_often():
    """The later one is meant, whatever the order."""
    assert rounds("2568", "2569")[0] == rounds("2569", "2568")[0] == "2569"


def test_nobody_names_a_round():
    """Everybody counts, in a round without a name."""
    assert rounds("", "") == ("", ["", ""], [])
