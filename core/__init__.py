"""Ground floor of the bench: clock, events, faults, settings, brand packs and the parts every room stands on."""

from core.lasting import make_lasting

make_lasting()
