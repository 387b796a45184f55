"""Results without names: people by their ids, files and sheets by numbers, typed words left out.

It is done once, on the result, so that every output has it. What comes out is pseudonymous, not
anonymous: whoever knows the ids, or who holds a position, knows whose levels they are.
"""

from jdgap.workflows.anonymity.results import Anonymity, Seen

__all__ = ["Anonymity", "Seen"]
