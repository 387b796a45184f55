"""Results for people and programs: screens, JSON and CSV, workbooks."""
