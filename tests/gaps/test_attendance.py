from answers import answer, member, roster
from builders import book
from jdgap.gaps.attendance import Completion, attendance

STAFF = roster(
    member("S-10", department="สินเชื่อ"),
    member("S-9", department="สินเชื่อ"),
    member("S-1", department="บัญชี"),
    member("S-2", department=""),
)


def found(answered, counted):
    return attendance(
        STAFF,
        [answer(each) for each in answered],
        [answer(each) for each in counted],
        book(),
        lambda staff: staff.department,
    )


def test_who_has_answered():
    """An answer that could not be counted is an answer; somebody else's is nobody's here."""
    result = found(["S-9", "s 1", "S-77"], ["S-9"])
    assert result.whole == Completion("", 4, 2, 1)
    assert result.departments == (
        Completion("บัญชี", 1, 1, 0),
        Completion("สินเชื่อ", 2, 1, 1),
        Completion("", 1, 0, 0),
    )
    assert [each.employee_id for each in result.missing] == ["S-10", "S-2"]
    assert result.whole.answered_pct == 50


def test_an_id_with_other_separators_is_another_employee():
    """Whoever answered as `11-2` is not `1-12`."""
    staff = roster(member("1-12"), member("11-2"))
    result = attendance(staff, [answer("๑๑–๒")], [], book(), lambda each: each.department)
    assert [each.employee_id for each in result.missing] == ["1-12"]


def test_nobody_has_answered():
    """Everybody is missing, by department and by id as people count."""
    missing = found([], []).missing
    assert [each.employee_id for each in missing] == ["S-1", "S-9", "S-10", "S-2"]
    assert [each.department for each in missing] == ["บัญชี", "สินเชื่อ", "สินเชื่อ", ""]


def test_an_empty_roster():
    """There is no share of nobody."""
    result = attendance(roster(), [answer()], [], book(), lambda staff: staff.department)
    assert result.whole.answered_pct is None
