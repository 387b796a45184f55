"""Which files are meant by paths."""

import os
import random
import sys
from pathlib import Path

import pytest

from jdgap.assessments.finding import MissingPathsError, find_files
from jdgap.problems import in_order

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
needs_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read all"
)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def make(*names):
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(*paths, leave_out=()):
    """The paths that were found, and code and path of each problem."""
    result = find_files(map(Path, paths), leave_out=map(Path, leave_out))
    return (
        [path.as_posix() for path in result.files],
        [(each.code, Path(each.place.file).as_posix()) for each in result.problems],
    )


def test_a_file_that_is_named():
    """It is taken whatever it is called."""
    make("a.docx", ".hidden", "Thumbs.db")
    assert found("a.docx", ".hidden", "Thumbs.db") == ([".hidden", "Thumbs.db", "a.docx"], [])


def test_a_folder_is_searched_with_all_in_it():
    """Every file at any depth is found, sorted, by a path that begins as the user wrote it."""
    make("in/b.xlsx", "in/sub/deep/a", "in/a.pdf", "in/sub/c.csv")
    names = ["a.pdf", "b.xlsx", "sub/c.csv", "sub/deep/a"]
    assert found("in") == ([f"in/{name}" for name in names], [])
    assert found("./in/") == ([f"in/{name}" for name in names], [])
    assert found("in/sub/..")[0] == [f"in/sub/../{name}" for name in names]
    assert found(Path("in").absolute())[0] == [
        Path("in", name).resolve().as_posix() for name in names
    ]


def test_the_folder_in_which_we_are():
    """Its files have no folder before their names."""
    make("a.xlsx", "(1).xlsx", "z/b.xlsx")
    assert found(".") == (["(1).xlsx", "a.xlsx", "z/b.xlsx"], [])
    make("+/b")
    files, problems = found(".", "+/../(1).xlsx")
    assert files == ["(1).xlsx", "+/b", "a.xlsx", "z/b.xlsx"]
    assert problems == [("skipped-file", "+/../(1).xlsx")]


def test_noise_is_passed_over():
    """What systems leave in folders is no input, and no problem."""
    make("in/a.xlsx", "in/._a.xlsx", "in/.DS_Store", "in/.jdgap-1.tmp", "in/Thumbs.db")
    make("in/desktop.ini", "in/Desktop.ini", "in/.git/b.xlsx")
    assert found("in") == (["in/a.xlsx"], [])
    assert found("in/.git") == (["in/.git/b.xlsx"], [])


def test_lock_files_are_told():
    """A workbook that is open somewhere is worth a word, even where its lock file is named."""
    make("in/a.xlsx", "in/~$a.xlsx", "in/.~lock.a.ods#")
    locks = [("skipped-file", "in/.~lock.a.ods#"), ("skipped-file", "in/~$a.xlsx")]
    assert found("in") == (["in/a.xlsx"], locks)
    assert found("in/~$a.xlsx") == ([], locks[1:])


def test_each_file_once():
    """A file that is named again, or is in a folder that is named, too, is read once."""
    make("in/a.xlsx", "in/sub/b.xlsx")
    assert found("in", "in/a.xlsx", "in", "in/sub") == (["in/a.xlsx", "in/sub/b.xlsx"], [])


def test_two_ways_to_write_one_path():
    """The same file by another spelling is told, and the smallest spelling counts."""
    make("in/a.xlsx")
    twice = [("skipped-file", "in/a.xlsx")]
    assert found("in/a.xlsx", "in/../in/a.xlsx") == (["in/../in/a.xlsx"], twice)


@needs_links
def test_several_names_of_one_file():
    """Hard and soft links give one file under its smallest name."""
    make("in/m.xlsx")
    os.link("in/m.xlsx", "in/z.xlsx")
    Path("in/b.xlsx").symlink_to("m.xlsx")
    others = [("skipped-file", "in/m.xlsx"), ("skipped-file", "in/z.xlsx")]
    assert found("in") == (["in/b.xlsx"], others)
    assert found("in/z.xlsx") == (["in/z.xlsx"], [])


@needs_links
def test_loops_are_not_followed():
    """A link to a folder above ends there; a link to a folder elsewhere is followed."""
    make("in/a.xlsx", "other/b.xlsx")
    Path("in/loop").symlink_to("..")
    Path("in/other").symlink_to(Path("other").absolute())
    files, problems = found("in")
    assert files == ["in/a.xlsx", "in/loop/other/b.xlsx"]
    assert problems == [("skipped-file", "in/loop/in"), ("skipped-file", "in/other")]


@needs_links
def test_links_that_lead_nowhere():
    """A link without its file, and one to itself, are problems, found and named alike."""
    Path("in").mkdir()
    Path("in/gone").symlink_to("nothing")
    Path("in/self").symlink_to("self")
    broken = [("unreadable", "in/gone"), ("unreadable", "in/self")]
    assert found("in") == ([], broken)
    assert found("in/self", "in/gone") == ([], broken)
    (problem, _) = find_files([Path("in")]).problems
    assert problem.facts["reason"] == "the link leads nowhere"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_what_is_no_file():
    """A pipe is not read, found or named."""
    make("in/a")
    os.mkfifo("in/pipe")
    assert found("in") == (["in/a"], [("skipped-file", "in/pipe")])
    assert found("in/pipe") == ([], [("skipped-file", "in/pipe")])


@needs_user
def test_folders_that_may_not_be_read():
    """A closed folder is a problem, and what is beside it is read."""
    make("in/a.xlsx", "in/closed/b.xlsx")
    Path("in/closed").chmod(0)
    try:
        assert found("in", "in/closed/b.xlsx") == (
            ["in/a.xlsx"],
            [("unreadable", "in/closed"), ("unreadable", "in/closed/b.xlsx")],
        )
    finally:
        Path("in/closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed(monkeypatch):
    """The reason is told, in words that are translated when they are shown."""
    make("in/a.xlsx", "b.xlsx")

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    result = find_files([Path("in"), Path("b.xlsx")])
    assert [str(path) for path in result.files] == ["b.xlsx"]
    (problem,) = result.problems
    assert (problem.code, problem.place.file) == ("unreadable", "in")
    assert problem.facts == {"reason": "it is not allowed to look into it"}


def test_files_left_out():
    """They are known by what they are, however they are written, and no word is lost on them."""
    make("in/roster.xlsx", "in/a.xlsx")
    spelt = [Path("in").absolute() / "roster.xlsx", "in/../in/roster.xlsx"]
    for each in spelt:
        assert found("in", "in/roster.xlsx", leave_out=[each, "in/not-there"]) == (
            ["in/a.xlsx"],
            [],
        )


@needs_links
def test_other_names_of_a_file_left_out():
    """A second name of the roster is not answers either."""
    make("in/roster.xlsx")
    Path("in/a.xlsx").symlink_to("roster.xlsx")
    assert found("in", leave_out=["in/roster.xlsx"]) == ([], [])


def test_paths_that_do_not_exist():
    """All of them are told at once, each once, in the order given."""
    make("a.xlsx")
    names = ["z.xlsx", "a.xlsx", "none/b.xlsx", "a.xlsx/c", "z.xlsx", "nul\0"]
    with pytest.raises(MissingPathsError) as caught:
        find_files(map(Path, names))
    assert caught.value.paths == (
        Path("z.xlsx"),
        Path("none/b.xlsx"),
        Path("a.xlsx/c"),
        Path("nul\0"),
    )
    assert isinstance(caught.value, FileNotFoundError)
    assert "none" in str(caught.value)


def test_no_paths():
    """Nothing in, nothing out."""
    assert found() == ([], [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text(tmp_path):
    """Bytes that are no letters, from an old archive, are carried through."""
    (tmp_path / "in").mkdir()
    folder = os.fsencode(tmp_path / "in")
    for name in (b"\xa1\xa2.xlsx", b"~$\xa1.xlsx"):
        with open(folder + b"/" + name, "wb") as stream:  # noqa: PTH123 (bytes are no Path)
            stream.write(b"x")
    result = find_files([Path("in")])
    assert [os.fsencode(path) for path in result.files] == [b"in/\xa1\xa2.xlsx"]
    (problem,) = in_order(result.problems)
    assert os.fsencode(problem.place.file) == b"in/~$\xa1.xlsx"


@needs_links
def test_the_order_of_the_paths_does_not_matter():
    """Whatever the order, the same names are kept and the same problems told."""
    make("b/x.xlsx", "c/y.xlsx", "d.xlsx", "b/~$x.xlsx")
    Path("a").symlink_to("c")
    Path("c/up").symlink_to("../b")
    Path("b/d.xlsx").symlink_to("../d.xlsx")
    paths = ["a", "b", "c", "d.xlsx", "b/../c", "c/up/x.xlsx", "."]
    wanted = found(*paths)
    assert wanted[0] == sorted(wanted[0])
    chance = random.Random(2569)  # noqa: S311 (the same orders in every run)
    for _ in range(30):
        chance.shuffle(paths)
        assert found(*paths) == wanted
    names = {Path(name).resolve() for name in wanted[0]}
    assert names == {Path(name).resolve() for name in ("b/x.xlsx", "c/y.xlsx", "d.xlsx")}


@needs_links
def test_where_the_system_numbers_no_files(monkeypatch):
    """Without file numbers, as on some disks under Windows, real paths tell files apart."""
    make("in/a.xlsx", "in/b.xlsx")
    Path("in/c.xlsx").symlink_to("b.xlsx")
    Path("in/loop").symlink_to("..")
    plain = Path.stat

    def without_numbers(path, **options):
        about = list(plain(path, **options))
        about[1] = 0
        return os.stat_result(about)

    monkeypatch.setattr(Path, "stat", without_numbers)
    files, problems = found("in", leave_out=["in/a.xlsx"])
    assert files == ["in/b.xlsx"]
    assert problems == [("skipped-file", "in/c.xlsx"), ("skipped-file", "in/loop/in")]
