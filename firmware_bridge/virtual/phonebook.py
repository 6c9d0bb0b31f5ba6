"""The phone books of +CPBS: SIM, modem, own number, emergency numbers and the lists of calls (TS 27.007 §8.11)."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NUMBER, LONGEST_NAME = 40, 20
WRITABLE = ("SM", "ME", "ON", "FD")
CALL_LISTS = ("DC", "RC", "MC", "LD")
"""Dialled, received, missed; LD is what ATDL dials."""
SIZES = {"SM": 250, "ME": 200, "ON": 1, "FD": 10, "EN": 10, "DC": 10, "RC": 10, "MC": 10, "LD": 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One number with its name; `kind` is the type of address, 145 international, 129 any other."""

    number: str
    name: str = ""

    @property
    def kind(self) -> int:
        """<type> of AT commands."""
        return 145 if self.number.startswith("+") else 129


class PhoneBook:
    """All storages, each with places from 1."""

    def __init__(self) -> None:
        self._storages: dict[str, dict[int, Entry]] = {name: {} for name in SIZES}

    def entries(self, storage: str) -> dict[int, Entry]:
        """What is in `storage`, by place. Raises KeyError for a storage that does not exist."""
        return self._storages[storage]

    def write(self, storage: str, place: int, entry: Entry | None) -> None:
        """Put `entry` (None: nothing) at `place`. Raises IndexError for a place that does not exist."""
        if not 1 <= place <= SIZES[storage]:
            raise IndexError(place)
        if entry is None:
            self._storages[storage].pop(place, None)
        else:
            self._storages[storage][place] = entry

    def free(self, storage: str) -> int | None:
        """The first free place, or None."""
        taken = self._storages[storage]
        return next((place for place in range(1, SIZES[storage] + 1) if place not in taken), None)

    def fill(self, storage: str, numbers: tuple[str, ...]) -> None:
        """Replace a storage that the SIM brings."""
        self._storages[storage] = {place: Entry(number) for place, number in enumerate(numbers, 1)}

    def remember_call(self, storage: str, number: str) -> None:
        """Put a call at the top of a list; a number that is there already moves up."""
        if number:
            rest = [entry.number for entry in self._storages[storage].values() if entry.number != number]
            self.fill(storage, tuple([number, *rest][: SIZES[storage]]))
