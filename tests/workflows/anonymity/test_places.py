"""What files and sheets are called where their names are not told."""

from hypothesis import given
from hypothesis import strategies as st

from jdgap.problems import Place
from jdgap.workflows.anonymity.places import Places


def places(*files, answers=(), stays=lambda _title: False, roster=""):
    return Places(files, answers, stays, roster)


def test_a_file_is_a_number_and_keeps_its_kind():
    """Folders and names go; an ending that is no kind of file may be a name."""
    known = places("ก/สมชาย.xlsx", "ข/b.CSV", "c.สมชาย", "d")
    files = [known.of(Place(file)).file for file in ("ก/สมชาย.xlsx", "ข/b.CSV", "c.สมชาย", "d")]
    assert files == ["file-001.xlsx", "file-002.CSV", "file-003", "file-004"]


def test_a_file_of_one_person_says_whose_it_is():
    """Also where there are several sheets or files of that person."""
    answers = [(Place("a.xlsx", "A"), "S-1"), (Place("a.xlsx", "B"), "S-1")]
    answers += [(Place("b.xlsx", "A"), "S-1"), (Place("c.xlsx", "A"), "")]
    known = places("a.xlsx", "b.xlsx", "c.xlsx", answers=answers)
    assert known.of(Place("a.xlsx", "B", "C4")) == Place("file-001 S-1.xlsx", "sheet-2", "C4")
    assert known.of(Place("b.xlsx", "A")).file == "file-002 S-1.xlsx"
    assert known.of(Place("c.xlsx", "A")) == Place("file-003.xlsx", "sheet-1")


def test_sheets_of_several_people_say_whose_they_are():
    """A sheet with several people does not."""
    answers = [(Place("a.xlsx", title), who) for title, who in (("ส", "S-1"), ("ต", "S-2"))]
    answers += [(Place("a.xlsx", "ต", "A9"), "S-3")]
    known = places("a.xlsx", answers=answers)
    assert known.of(Place("a.xlsx", "ส")) == Place("file-001.xlsx", "sheet-1 S-1")
    assert known.of(Place("a.xlsx", "ต", "A9")) == Place("file-001.xlsx", "sheet-2", "A9")
    assert known.of(Place("a.xlsx", "อื่น")).sheet == "sheet-3"


def test_usual_titles_stay():
    """What programs call sheets, and what cannot be a name; they are counted all the same."""
    known = places("a.xlsx", stays=lambda title: title == "บัญชี")
    titles = ["Sheet1", "แผ่นงาน2", "Form Responses 1", "บัญชี", "Sheet1 สมชาย", ""]
    shown = [known.of(Place("a.xlsx", title)).sheet for title in titles]
    assert shown == [*titles[:4], "sheet-5", ""]


def test_the_roster():
    """It has a name of its own, and takes no number."""
    known = places("a.xlsx", "ร.xlsx", "z.xlsx", roster="ร.xlsx")
    files = [known.of(Place(file)).file for file in ("a.xlsx", "ร.xlsx", "z.xlsx")]
    assert files == ["file-001.xlsx", "roster.xlsx", "file-002.xlsx"]


def test_places_within_texts():
    """File, sheet and cell; what is not known is left out, not shown."""
    tricky = "ก › ข/a › b.xlsx"
    answers = [(Place(tricky, "ส › ช"), "S-1"), (Place("b.csv", "", "A5"), "S-2")]
    known = places(tricky, "b.csv", answers=answers)
    here = Place("b.csv")
    assert known.told(f"{tricky} › ส › ช › B7", here) == "file-001 S-1.xlsx › sheet-1 › B7"
    assert known.told(tricky, here) == "file-001 S-1.xlsx"
    assert known.told("b.csv › A5", here) == "file-002 S-2.csv › A5"
    assert known.told("ส › ช › B7", Place(tricky)) == "sheet-1 › B7"
    assert known.told("B7", here) == "B7"
    assert known.told("B7:B9", here) == "B7:B9"
    assert known.told("c.xlsx › สมชาย › B7", here) == "… › B7"
    assert known.told("สมชาย", here) == "…"


_titles = st.sampled_from(["", "Sheet1", "sheet-1", "sheet-2 S-1", "สมชาย", "ส", "007"])
_files = st.sampled_from(["a.xlsx", "b.xlsx", "file-001.xlsx", "file-002 S-1.xlsx", "ก/a.xlsx"])


@given(st.lists(st.builds(Place, _files, _titles)), st.lists(st.sampled_from(["", "S-1", "S-2"])))
def test_two_places_stay_two(found, owners):
    """What stood apart stands apart, and what stood together does."""
    known = places("b.xlsx", answers=zip(found, owners, strict=False))
    by_label = {}
    for place in found:
        assert by_label.setdefault(known.of(place), place) == place
