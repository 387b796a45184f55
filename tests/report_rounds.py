"""Rounds of invented people, and the report's sheets written and read back."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from answers import answer, member, roster
from builders import book
from jdgap.assessments import Assessment, Count, NoLevel
from jdgap.assessments.own_reports import report_titles
from jdgap.assessments.roster.roster import StaffMember
from jdgap.gaps import Comparison
from jdgap.gaps.attendance import attendance
from jdgap.gaps.organisation import organisation_gaps
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface
from jdgap.output.report.setting import Setting
from jdgap.positions import Book

DAY = date(2026, 11, 23)


def a_result(
    *people: Assessment,
    staff: tuple[StaffMember, ...] | None = None,
    answered: tuple[Assessment, ...] = (),
    problems=(),
    round_="2569",
    of: Book | None = None,
    count: Count = Count.EITHER,
) -> RoundResult:
    """The round in which `people` count; `answered` are answers that do not."""
    of = of or book()
    comparison = Comparison(of, count)
    compared = [comparison.person(each, of.position_by_id[each.position_id]) for each in people]
    organisation = organisation_gaps(compared, of)
    everybody = (*people, *answered)
    return RoundResult(
        round=round_,
        count=count,
        files=len({each.place.file for each in everybody}),
        people=organisation.people,
        organisation=organisation,
        attendance=None
        if staff is None
        else attendance(roster(*staff), everybody, people, of, lambda each: each.department),
        problems=tuple(problems),
        answers=everybody,
    )


def an_answer(employee="S-1", /, position="officer-it", *, department="", name="ก ข", **levels):
    """An answer with levels by competency id, `_` for `-`."""
    said = {key.replace("_", "-"): level for key, level in levels.items()}
    return answer(employee, said, name=name, position=position, department=department)


def somebody(employee="S-1", /, position="officer-it", *, department="", name="ก ข", **gaps):
    """Somebody who meets what the position requires, but for `gaps`; None is left blank."""
    off = {key.replace("_", "-"): gap for key, gap in gaps.items()}
    levels = {
        key: NoLevel.BLANK if off.get(key, 0) is None else required + off.get(key, 0)
        for key, required in book().position_by_id[position].required.items()
    }
    return answer(employee, levels, name=name, position=position, department=department)


def unrated(employee="S-1", /, position="officer-it", *, department=""):
    """Somebody who left everything blank."""
    nothing = dict.fromkeys(book().position_by_id[position].required)
    return somebody(employee, position, department=department, **nothing)


def written(
    path: Path, result: RoundResult, *add: Callable[[Setting], None], font=DEFAULT_FONT, of=None
) -> openpyxl.Workbook:
    """The sheets that `add` writes, read back."""
    with Workbook(path) as workbook:
        setting = Setting(
            book=of or book(),
            result=result,
            workbook=workbook,
            looks=Looks(workbook, Typeface(font)),
            day=DAY,
            titles=report_titles(),
            taken=SheetTitles(report_titles().values()),
        )
        for each in add:
            each(setting)
    return openpyxl.load_workbook(path)


def shown_in_charts(sheet: Worksheet) -> list[list]:
    """What each bar of each chart shows; it is the same in the chart and in its cells."""
    found = []
    for chart in sheet._charts:
        (series,) = chart.series
        numbers, words = series.val.numRef, series.cat.strRef or series.cat.numRef
        cells = [_cells_of(sheet, each.f) for each in (words, numbers)]
        cache = words.strCache if series.cat.strRef else words.numCache
        assert [point.v for point in cache.pt] == cells[0]
        kept = {point.idx: point.v for point in numbers.numCache.pt}
        for place, value in enumerate(cells[1]):
            assert float(kept.get(place) or 0) == (0 if value == "—" else value)
        found.append(list(zip(*cells, strict=True)))
    return found


def with_a_group_of_one() -> Book:
    """The book with a group whose only competency is the last."""
    given = book().model_dump(mode="json")
    given["groups"].append({"id": "alone", "name": {"en": "Leading others"}})
    given["competencies"][-1]["group"] = "alone"
    return Book.model_validate(given)


def _cells_of(sheet: Worksheet, area: str) -> list:
    first, row, _last, last_row = range_boundaries(area.split("!")[1].replace("$", ""))
    return [sheet.cell(each, first).value for each in range(row, last_row + 1)]


_FIRST = ("สมชาย", "สมหญิง", "อรทัย", "ธนพล", "กิตติศักดิ์", "พิมพ์ชนก", "วราภรณ์", "ณัฐวุฒิ", "ปิยะดา")
_LAST = ("ใจดี", "รักสหกรณ์", "แสงทอง", "ศรีสุวรรณ", "วงศ์ประเสริฐ", "บุญมาก", "ทองคำ", "ตั้งเจริญชัย")


def a_crowd(
    count: int, departments: int | None = None, *, of: Book | None = None, seed: int = 1
) -> list[Assessment]:
    """Invented people; in the departments of their positions, or in so many invented ones."""
    of = of or book()
    chance = random.Random(seed)  # noqa: S311 (no secret)
    people = []
    for number in range(1, count + 1):
        position = chance.choice(of.positions)
        department = of.department_name(position) or ""
        if departments is not None:
            department = f"ฝ่ายที่ {chance.randint(1, departments)}"
        levels = {
            key: (_level(chance, required, of), _level(chance, required, of))
            for key, required in position.required.items()
        }
        name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        people.append(
            answer(
                f"{number:04}",
                levels,
                name=name,
                position=position.id,
                department=department,
                file=f"{number:04}.xlsx",
            )
        )
    return people


def staff_of(people: list[Assessment]) -> tuple[StaffMember, ...]:
    """The roster on which exactly `people` stand."""
    return tuple(
        member(
            each.employee_id, name=each.name, position=each.position_id, department=each.department
        )
        for each in people
    )


def _level(chance: random.Random, required: int, of: Book) -> int | NoLevel:
    if chance.random() < 0.04:
        return NoLevel.BLANK
    step = chance.choices((-3, -2, -1, 0, 1), (1, 5, 22, 50, 20))[0]
    return min(max(required + step, of.levels[0]), of.levels[-1])
