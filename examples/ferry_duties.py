"""What each position of Gullsound Ferries is there for, in words. All of it is invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Duty:
    """The sentences of one position; what is left out the book does not say.

    Attributes:
        purpose: What the position is there for.
        responsibilities: Each with its activities and the result that is expected.
        relationships: With whom, about what, how often.
        education: What is asked for.
        experience: What is asked for.
        knowledge: What has to be known.
        skills: What has to be mastered.
    """

    purpose: str
    responsibilities: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    relationships: tuple[tuple[str, str, str], ...] = ()
    education: str = ""
    experience: str = ""
    knowledge: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


DUTIES: Final[Mapping[str, Duty]] = {
    "managing-director": Duty(
        "Keeps the islands of Gullsound connected, every day of the year, at a price that people "
        "can pay.",
        (
            (
                "The company's plan",
                ("Proposes the timetable and the budget of the year", "Reports to the board"),
                "The board decides in time, and on figures that prove right.",
            ),
        ),
        (("The island councils", "timetable and fares", "twice a year"),),
        "A degree in business or in shipping",
        "Ten years with a shipping or transport company, three of them in charge of people",
        ("Law of passenger transport by sea", "Subsidies for island traffic"),
        ("Negotiating", "Speaking in public"),
    ),
    "safety-adviser": Duty(
        "Makes sure that nobody is hurt on board or on the pier, and says so where somebody might "
        "be.",
        (
            (
                "Drills",
                ("Plans a drill for every ship and season", "Writes down what went wrong"),
                "Every crew has practised man overboard and fire within the last three months.",
            ),
            (
                "Inspections",
                ("Goes aboard unannounced", "Follows up on what was found"),
                "No fault is found twice.",
            ),
        ),
        (("All ferry masters", "drills and near misses", "every month"),),
        "A certificate as safety officer",
        "Five years at sea",
        ("Rules for the safety of passenger ships", "First aid"),
        ("Asking without blaming", "Writing reports that are read"),
    ),
    "fleet-manager": Duty(
        "Has a ship with a crew ready for every departure of the timetable.",
        (
            (
                "Ships and crews",
                ("Draws up the rota", "Books the dock for the yearly overhaul"),
                "Fewer than five departures a year are cancelled for want of ship or crew.",
            ),
        ),
        (("The shipyard", "overhauls and repairs", "as needed"),),
        "A master's certificate",
        "Five years as ferry master",
        ("Rules on hours of work and rest", "Classification of ships"),
        ("Planning a rota",),
    ),
    "ferry-master": Duty(
        "Takes ship, passengers and crew across safely, and decides when not to sail.",
        (
            (
                "The crossing",
                ("Checks weather, ship and crew before the first departure", "Commands the ship"),
                "Passengers arrive unharmed; a crossing that is not safe does not take place.",
            ),
            (
                "The crew",
                ("Leads the drills", "Signs the trainees' logbooks"),
                "Everybody on board knows their station in an emergency.",
            ),
        ),
        (("The harbour office", "berths and traffic", "every day"),),
        "A master's certificate for coastal waters",
        "Three years as mate",
        ("Tides and currents of Gullsound", "Collision regulations", "Radio procedure"),
        ("Ship handling in wind", "Radar", "Keeping calm"),
    ),
    "chief-engineer": Duty(
        "Keeps engines, pumps and power running, and knows what will fail before it does.",
        (
            (
                "Machinery",
                ("Keeps the maintenance book", "Repairs what can be repaired on board"),
                "No departure is lost to a fault that the maintenance book could have foretold.",
            ),
        ),
        (("Suppliers", "spare parts", "every week"),),
        "An engineer's certificate",
        "Three years in an engine room",
        ("Diesel engines", "Fuel and waste oil rules"),
        ("Fault finding", "Welding"),
    ),
    "deckhand": Duty(
        "Gets passengers and cars on and off safely, and the ship to and from the pier.",
        (
            (
                "On deck",
                ("Works the lines and the ramp", "Guides cars to their places"),
                "The ship leaves on time and nobody is in danger.",
            ),
        ),
        (("Passengers", "boarding, help, directions", "all the time"),),
        "Compulsory schooling and a safety course",
        "",
        ("Signals and lines", "First aid"),
        ("Rope work", "Driving a forklift"),
    ),
    "trainee": Duty(
        "Learns the work on deck, one season long. Nobody expects a trainee to be able to do "
        "anything on the first day.",
    ),
    "terminal-manager": Duty(
        "Runs the terminals at both ends so that people find their ship and queues stay short.",
        (
            (
                "Terminals",
                ("Plans who is at the counters", "Answers complaints within a week"),
                "Nobody misses a ship for want of a ticket.",
            ),
        ),
        (("Bus companies", "connections", "with every new timetable"),),
        "Commercial training",
        "Two years at a counter",
        ("Fares and concessions", "Passenger rights"),
        ("Handling complaints", "Sign language, a little"),
    ),
    "ticket-clerk": Duty(
        "Sells the right ticket with a friendly word, and knows when the next ship leaves.",
        (
            (
                "At the counter",
                ("Sells and changes tickets", "Counts the till every evening"),
                "The till is right, and the passenger knows where to go.",
            ),
        ),
        (("Passengers", "tickets and departures", "all the time"),),
        "Commercial training, or schooling and a trial week",
        "",
        ("Fares and concessions",),
        ("The ticket system", "Two languages"),
    ),
    "accountant": Duty(
        "Keeps books that say at any time how the company stands.",
        (
            (
                "The accounts",
                ("Books every day", "Closes every month within five working days"),
                "The auditors have nothing to correct.",
            ),
        ),
        (("The auditors", "the yearly accounts", "once a year"),),
        "A degree or a certificate in accounting",
        "Two years in accounts",
        ("Bookkeeping and tax law",),
        ("Spreadsheets",),
    ),
}
