"""Commands that only keep parameters for the session: a line each, with the clause that describes it."""

from __future__ import annotations

from firmware_bridge.virtual.commands.table import Call, command, fixed, setting

setting("+IPR", "V.250 §6.2.10", "(0,9600,19200,38400,57600,115200,230400,460800,921600)", "115200")
setting("+ICF", "V.250 §6.2.11", "(0-6),(0-3)", "3,3")
setting("+IFC", "V.250 §6.2.12", "(0-2),(0-2)", "0,0")
setting("+ILRR", "V.250 §6.2.13", "(0,1)", "0")
setting("+FCLASS", "T.32 §8.2", "(0)", "0")
setting("+CSTA", "TS 27.007 §6.1", "(129,145)", "129")
setting("+CMOD", "TS 27.007 §6.4", "(0)", "0")
setting("+CBST", "TS 27.007 §6.7", "(0,7,71),(0),(0,1)", "7,0,1")
setting("+CRLP", "TS 27.007 §6.8", "(0-61),(0-61),(39-255),(1-255)", "61,61,48,6")
setting("+CR", "TS 27.007 §6.9", "(0,1)", "0")
setting("+CRC", "TS 27.007 §6.11", "(0,1)", "0", bare=True)
setting("+CVHU", "TS 27.007 §6.20", "(0-2)", "0")
setting("+CSNS", "TS 27.007 §6.19", "(0-7)", "0")
setting("+CSSN", "TS 27.007 §7.17", "(0,1),(0,1)", "0,0")
setting("+CDIP", "TS 27.007 §7.9", "(0,1)", "0")
setting("+CPLS", "TS 27.007 §7.20", "(0-2)", "0")
setting("+CTZU", "TS 27.007 §8.40", "(0,1)", "0")
setting("+CTZR", "TS 27.007 §8.41", "(0-3)", "0")
setting("+CMER", "TS 27.007 §8.10", "(0-3),(0),(0),(0-2),(0,1)", "0,0,0,0,0")
setting("+CMUT", "TS 27.007 §8.24", "(0,1)", "0")
setting("+CLVL", "TS 27.007 §8.23", "(0-7)", "5")
setting("+CRSL", "TS 27.007 §8.21", "(0-7)", "5")
setting("+CALM", "TS 27.007 §8.20", "(0-2)", "0")
setting("+CVIB", "TS 27.007 §8.22", "(0,1)", "0")
setting("+CMEC", "TS 27.007 §8.6", "(0,2),(0,2),(0,2)", "2,2,2")
setting("+VTD", "TS 27.007 §C.2.12", "(1-255)", "1")
setting("+CEMODE", "TS 27.007 §10.1.28", "(0-3)", "2")
setting("+CGEREP", "TS 27.007 §10.1.19", "(0-2),(0,1)", "0,0")
setting("+CGSMS", "TS 27.007 §10.1.21", "(0-3)", "1")
setting("+CGCLASS", "TS 27.007 §10.1.18", '("A")', '"A"')
setting("+CSCON", "TS 27.007 §10.1.30", "(0,1)", "0")
setting("+CIREG", "TS 27.007 §8.71", "(0-2)", "0,0")
setting("+CPSMS", "TS 27.007 §7.38", "(0,1),(),(),(),()", "0")
setting("+CEDRXS", "TS 27.007 §7.40", "(0-3),(4),()", "0,4")
setting("+WS46", "TS 27.007 §5.9", "(25,28,31)", "28")
setting("+CSCS", "TS 27.007 §5.5", '("GSM","IRA","UCS2","HEX")', '"IRA"')
setting("+CLAE", "TS 27.007 §8.32", "(0,1)", "0")
setting("+CLAN", "TS 27.007 §8.30", '("en","ja")', '"en"')
setting("+CSVM", "TS 27.007 §8.33", "(0,1),(),(129,145)", '0,"",129')
setting("+CMMS", "TS 27.005 §3.5.6", "(0-2)", "0")
setting("+CMGF", "TS 27.005 §3.2.3", "(0,1)", "0", bare=True)
setting("+CSDH", "TS 27.005 §3.3.3", "(0,1)", "0")
setting("+CSMP", "TS 27.005 §3.3.2", "(0-255),(0-255),(0-255),(0-255)", "17,167,0,0")
setting("+CSCB", "TS 27.005 §3.3.4", "(0,1),(),()", '0,"",""')
setting("+CNMI", "TS 27.005 §3.4.1", "(0-2),(0-3),(0,2),(0-2),(0,1)", "1,1,0,0,0", bare=True)


def _register(name: str, clause: str, first: str) -> None:
    """An S register (V.250 §5.3.2): three digits when read."""

    def read(call: Call) -> tuple[str, ...]:
        return (f"{int(call.session.setting(name)[0]):03d}",)

    setting(name, clause, "(0-255)", first)
    command(name, "read")(read)
    fixed(name, "test", "(0-255)")
    fixed(name, "execute")


for _name, _clause, _first in (
    ("S0", "V.250 §6.3.8", "0"),
    ("S4", "V.250 §6.2.2", "10"),
    ("S5", "V.250 §6.2.3", "8"),
    ("S6", "V.250 §6.3.9", "2"),
    ("S7", "V.250 §6.3.10", "60"),
    ("S8", "V.250 §6.3.11", "2"),
    ("S10", "V.250 §6.3.12", "15"),
    ("S12", "TIA-602 §6", "50"),
):
    _register(_name, _clause, _first)
for _name, _clause in (
    ("X", "V.250 §6.2.7"),
    ("&C", "V.250 §6.2.8"),
    ("&D", "V.250 §6.2.9"),
    ("&K", "V.250 §6.2.12"),
    ("&S", "V.250 §6.2.8"),
    ("&W", "V.250 §6.1.2"),
    ("L", "V.250 §6.3.13"),
    ("M", "V.250 §6.3.14"),
    ("P", "V.250 §6.3.3"),
    ("T", "V.250 §6.3.2"),
):
    fixed(_name, "execute", clause=_clause)
