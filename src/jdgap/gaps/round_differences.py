"""What two rounds have been made with otherwise: another book, other names, another rule."""

from collections.abc import Iterable, Iterator

from jdgap.assessments.reports.model import KeptCompetency, KeptRound
from jdgap.problems import Place, Problem
from jdgap.text.names import name_key


def round_differences(old: KeptRound, new: KeptRound) -> Iterator[Problem]:
    """Yield what to know before the numbers of two rounds are set side by side."""
    place = Place(new.source)
    if old.round and old.round == new.round:
        facts = {"round": new.round, "other": old.source}
        yield Problem("same-round", place, new.round, facts)
    if old.count is not new.count:
        counts = {"then": old.count.value, "now": new.count.value}
        yield Problem("count-differs", place, new.count.value, counts)
    if old.fingerprint != new.fingerprint:
        yield Problem("other-book", place, facts={"other": old.source})
    yield from _competencies(old, new)


def _competencies(old: KeptRound, new: KeptRound) -> Iterator[Problem]:
    gone = [each for key, each in old.competencies.items() if key not in new.competencies]
    added = [each for key, each in new.competencies.items() if key not in old.competencies]
    for each in gone:
        facts = {"competency": each.name}
        yield Problem("competency-removed", Place(old.source), each.id, facts)
    for each in added:
        yield Problem("competency-new", Place(new.source), each.id, {"competency": each.name})
    yield from _same_name(gone, added, Place(new.source))
    for key, now in new.competencies.items():
        then = old.competencies.get(key)
        if then is not None and name_key(then.name) != name_key(now.name):
            names = {"then": then.name, "now": now.name}
            yield Problem("competency-renamed", Place(new.source), key, names)


def _same_name(
    gone: Iterable[KeptCompetency], added: Iterable[KeptCompetency], place: Place
) -> Iterator[Problem]:
    """Yield a problem for each competency that seems to have got another id."""
    then = {name_key(each.name): each for each in gone}
    then.pop("", None)
    for each in added:
        before = then.get(name_key(each.name))
        if before is not None:
            facts = {"competency": each.name, "then": before.id, "now": each.id}
            yield Problem("competency-other-id", place, each.id, facts)
