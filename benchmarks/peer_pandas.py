"""The peer: what an office user would write without jdgap, with pandas and openpyxl.

    python benchmarks/peer_pandas.py FORMS REQUIREMENTS.xlsx REPORT.xlsx

Reads every form in the folder, works out the gaps, and writes the sheets of jdgap's report.
"""

import sys
from pathlib import Path

import pandas as pd
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

COMPETENCY, OWN, SUPERVISOR = "สมรรถนะ", "ระดับตนเอง", "ผู้บังคับบัญชาประเมิน"
LABELS = {
    "รหัสพนักงาน": "employee_id",
    "ชื่อ-สกุล": "name",
    "ตำแหน่ง": "position",
    "ฝ่าย": "department",
    "รอบการประเมิน": "round",
}
COLUMNS = [
    *("round", "employee_id", "name", "position_id", "position", "department", "group"),
    *("competency_id", "competency", "required", "self", "supervisor", "actual", "gap"),
    *("shortfall", "status", "file", "cell"),
]
LEVELS = [1, 2, 3, 4, 5]


def read_form(path: Path) -> list[dict[str, object]]:
    """Return a row for each competency of one form."""
    rows = pd.read_excel(path, header=None, engine="openpyxl").to_numpy().tolist()
    top = next(place for place, row in enumerate(rows) if COMPETENCY in row)
    who = {LABELS[row[0]]: row[1] for row in rows[:top] if row[0] in LABELS}
    name, own, supervisor = (rows[top].index(each) for each in (COMPETENCY, OWN, SUPERVISOR))
    answers: list[dict[str, object]] = []
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        if pd.isna(row[name]):
            break
        levels = {"competency": row[name], "self": row[own], "supervisor": row[supervisor]}
        cell = f"{get_column_letter(own + 1)}{number}"
        answers.append(who | levels | {"file": path.name, "cell": cell})
    return answers


def read_forms(folder: Path) -> tuple[pd.DataFrame, list[dict[str, object]]]:
    """Return the answers of all forms, and the files that could not be read."""
    answers: list[dict[str, object]] = []
    unread: list[dict[str, object]] = []
    for path in sorted(folder.glob("*.xlsx")):
        try:
            answers += read_form(path)
        except Exception as error:  # noqa: BLE001 - one bad file is not to stop the run
            unread.append({"file": path.name, "problem": str(error)})
    return pd.DataFrame(answers), unread


def assess(answers: pd.DataFrame, requirements: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the answers with their gaps, and the cells that hold no level."""
    required = pd.read_excel(requirements, engine="openpyxl")
    data = answers.merge(required, on=["position", "competency"], how="left")
    problems = []
    for rater in ("self", "supervisor"):
        levels = pd.to_numeric(data[rater], errors="coerce")
        levels = levels.where(levels.isin(LEVELS))
        wrong = data[data[rater].notna() & levels.isna()]
        problems.append(wrong[["file", "cell", "competency"]].assign(problem=wrong[rater]))
        data[rater] = levels
    data["actual"] = data["supervisor"].fillna(data["self"])
    data["gap"] = data["actual"] - data["required"]
    data["shortfall"] = (-data["gap"]).clip(lower=0)
    data["reached"] = data[["actual", "required"]].min(axis=1, skipna=False)
    data["rated"] = data["required"].where(data["actual"].notna())
    data["status"] = "not_assessed"
    data.loc[data["gap"] < 0, "status"] = "below"
    data.loc[data["gap"] == 0, "status"] = "met"
    data.loc[data["gap"] > 0, "status"] = "exceeded"
    return data, pd.concat(problems)


def totals(data: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return headcount, shortfall, fit and coverage for each of `by`."""
    groups = data.groupby(by, sort=False, dropna=False)
    result = groups.agg(
        people=("employee_id", "nunique"),
        required=("required", "size"),
        assessed=("actual", "count"),
        shortfall=("shortfall", "sum"),
        reached=("reached", "sum"),
        rated=("rated", "sum"),
    )
    result["fit_pct"] = (100 * result["reached"] / result["rated"]).round(1)
    result["coverage_pct"] = (100 * result["assessed"] / result["required"]).round(1)
    return result.drop(columns=["reached", "rated"]).reset_index()


def training_needs(below: pd.DataFrame) -> pd.DataFrame:
    """Return the competencies by total shortfall, with the people behind each."""
    needs = below.groupby("competency", sort=False).agg(
        people_below=("employee_id", "nunique"),
        total_shortfall=("shortfall", "sum"),
        largest_shortfall=("shortfall", "max"),
        employees=("employee_id", ", ".join),
    )
    needs["employees"] = needs["employees"].str.slice(0, 32_000)
    return needs.sort_values("total_shortfall", ascending=False).reset_index()


def make_sheets(data: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the sheets of the report by title."""
    person = ["employee_id", "name", "position", "department"]
    order = list(dict.fromkeys(data["competency"]))
    gaps = data.pivot_table(index="employee_id", columns="competency", values="gap")
    by_person = totals(data, person).merge(
        gaps.reindex(columns=order), on="employee_id", how="left"
    )
    departments = data.pivot_table(index="department", columns="competency", values="gap")
    below = data[data["shortfall"] > 0]
    plan = below[[*person, "competency", "actual", "required", "shortfall"]]
    return {
        "สรุป": totals(data, ["group"]),
        "รายบุคคล": by_person,
        "ฝ่าย": totals(data, ["department"]).merge(
            departments.reindex(columns=order).round(2), on="department"
        ),
        "ความต้องการพัฒนา": training_needs(below),
        "แผนพัฒนา": plan.assign(how="", by_when="", owner=""),
        "ข้อมูล": data[COLUMNS],
    }


def dress(sheet: Worksheet, first_gap: str = "") -> None:
    """Set widths and printing; colour the gaps where a column with gaps is named."""
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 16
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if first_gap:
        scale = ColorScaleRule(*("num", -2, "F8696B"), *("num", 0, "FFFFFF"), *("num", 2, "63BE7B"))
        last = f"{get_column_letter(sheet.max_column)}{sheet.max_row}"
        sheet.conditional_formatting.add(f"{first_gap}2:{last}", scale)


def write_report(path: Path, sheets: dict[str, pd.DataFrame]) -> None:
    """Write one workbook with all sheets, heat maps and a chart of the groups."""
    first_gaps = {"รายบุคคล": "K", "ฝ่าย": "H"}
    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        for title, frame in sheets.items():
            frame.to_excel(writer, sheet_name=title, index=False)
            dress(writer.sheets[title], first_gaps.get(title, ""))
        summary = writer.sheets["สรุป"]
        chart = BarChart()
        chart.add_data(Reference(summary, min_col=6, max_col=7, min_row=1, max_row=4), True)
        chart.set_categories(Reference(summary, min_col=1, min_row=2, max_row=4))
        summary.add_chart(chart, "B8")


def main(folder: Path, requirements: Path, report: Path) -> None:
    answers, unread = read_forms(folder)
    data, wrong = assess(answers, requirements)
    problems = pd.concat([pd.DataFrame(unread), wrong])
    write_report(report, {**make_sheets(data), "ปัญหา": problems})
    print(data["employee_id"].nunique(), "people,", int(data["shortfall"].sum()), "levels short")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
