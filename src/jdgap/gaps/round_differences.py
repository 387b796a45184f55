"""What two rounds have been made with otherwise: another book, other names, another rule."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from jdgap.assessments.reports.model import KeptCompetency, KeptRound
from jdgap.problems import Place, Problem
from jdgap.text.language import mark as _
from jdgap.text.names import name_key

_UNNAMED: Final = _("one of the two names no round")
_SAME_DAY: Final = _("one of the two names no round, and both reports were made on one day")
_MADE_LATER: Final = _("one of the two names no round, and the older one's report was made later")


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
    yield from _order(old, new)
    yield from _competencies(old, new)
    yield from _positions(old, new)


def _order(old: KeptRound, new: KeptRound) -> Iterator[Problem]:
    """Yield a problem where nothing says that the older round was given as the older one."""
    if old.round and new.round:
        return  # compared before anything else
    reason = _UNNAMED
    if old.made_on and new.made_on:
        if old.made_on < new.made_on:
            return
        reason = _SAME_DAY if old.made_on == new.made_on else _MADE_LATER
    facts = {"other": old.source, "reason": reason}
    yield Problem("order-not-checked", Place(new.source), facts=facts)


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


def _positions(old: KeptRound, new: KeptRound) -> Iterator[Problem]:
    """Yield a problem for each position that seems to have got another id."""
    gone = {key: title for key, title in old.titles.items() if key not in new.titles}
    added = {key: title for key, title in new.titles.items() if key not in old.titles}
    for then, now in _other_ids(gone, added):
        facts = {"position": new.titles[now], "then": then, "now": now}
        yield Problem("position-other-id", Place(new.source), now, facts)


def _same_name(
    gone: Iterable[KeptCompetency], added: Iterable[KeptCompetency], place: Place
) -> Iterator[Problem]:
    """Yield a problem for each competency that seems to have got another id."""
    names = {each.id: each.name for each in added}
    for then, now in _other_ids({each.id: each.name for each in gone}, names):
        facts = {"competency": names[now], "then": then, "now": now}
        yield Problem("competency-other-id", place, now, facts)


def _other_ids(gone: Mapping[str, str], added: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ids then and now of everything that is called the same; both are names by id."""
    then = {name_key(name): key for key, name in gone.items()}
    then.pop("", None)
    for key, name in added.items():
        if name_key(name) in then:
            yield then[name_key(name)], key
