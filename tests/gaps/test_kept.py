"""A computed round as it is kept."""

from answers import answer
from builders import book
from jdgap.assessments import Count, NoLevel
from jdgap.gaps.kept import fingerprint, kept_round
from jdgap.positions import Book
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, an_answer


def kept(*people, **options):
    return kept_round(a_result(*people, **options), book(), "folder")


def test_everybody_is_there_in_the_round_s_order_with_all_levels():
    result = a_result(*a_crowd(30))
    people = kept_round(result, book(), "folder").people
    assert [each.employee_id for each in people] == [
        each.assessment.employee_id for each in result.people
    ]
    for one, other in zip(people, result.people, strict=True):
        assert list(one.levels) == [each.competency.id for each in other.results]
        for levels, gap in zip(one.levels.values(), other.results, strict=True):
            assert (levels.gap, levels.shortfall) == (gap.gap, gap.shortfall)
            assert (levels.self_level, levels.supervisor_level) == (
                gap.self_level,
                gap.supervisor_level,
            )
            assert levels.status == gap.status.value
        assert one.place == other.assessment.place


def test_who_somebody_is():
    (person,) = kept(an_answer("S-1", "head-it", name="ก  ข\x1b")).people
    title = book().position_by_id["head-it"].title.th
    assert (person.employee_id, person.name) == ("S-1", "ก ข")
    assert (person.position_id, person.position) == ("head-it", title)
    assert person.department == "เทคโนโลยีสารสนเทศ"


def test_the_department_is_the_answer_s_own_where_it_says_one():
    (person,) = kept(an_answer(department="บัญชี")).people
    assert person.department == "บัญชี"


def test_what_the_round_was_made_with():
    said = kept(an_answer(), count=Count.SELF)
    assert (said.round, said.source, said.count) == ("2569", "folder", Count.SELF)
    assert said.fingerprint == fingerprint(book())
    assert said.required == {each.id: dict(each.required) for each in book().positions}
    assert list(said.competencies) == [each.id for each in book().competencies]
    assert {each.group for each in said.competencies.values()} == {
        group.id for group in book().groups
    }


def test_a_blank_is_no_level():
    rated = {"unity": NoLevel.NOT_APPLICABLE, "integrity": NoLevel.UNUSABLE}
    levels = kept(answer("S-1", rated)).people[0].levels
    assert (levels["unity"].actual_level, levels["unity"].status) == (None, "not_applicable")
    assert (levels["unity"].gap, levels["unity"].shortfall) == (None, None)
    assert levels["integrity"].status == levels["achievement"].status == "not_assessed"


def test_who_holds_a_position_that_requires_nothing_is_left_out():
    own = book().position_by_id["officer-it"].model_dump() | {"reports_to": None, "required": {}}
    other = book().position_by_id["manager"].model_dump()
    of = Book.model_validate(book().model_dump() | {"positions": [own, other]})
    result = a_result(an_answer("S-1"), an_answer("S-2", "manager"), of=of)
    assert [each.employee_id for each in kept_round(result, of, "").people] == ["S-2"]


def test_the_fingerprint_is_of_the_content_and_of_no_language():
    same = Book.model_validate_json(book().model_dump_json())
    use_language("en")
    english = fingerprint(same)
    use_language("th")
    assert fingerprint(book()) == english
    first, *others = book().positions
    changed = first.model_copy(update={"required": first.required | {"unity": 1}})
    other = book().model_copy(update={"positions": (changed, *others)})
    assert fingerprint(other) != english
