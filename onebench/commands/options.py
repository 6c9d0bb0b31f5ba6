"""Options that several commands share, said once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from core.brand import brand_ids
from core.data_folder import default_data_folder


class Language(StrEnum):
    """Languages of the screens."""

    ja = "ja"
    en = "en"


BrandOption = Annotated[str, typer.Option("--brand", help=f"Which car: {', '.join(brand_ids())}.")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of the screens.")]
DataOption = Annotated[
    Path,
    typer.Option("--data", help="Folder where everything is remembered.", default_factory=default_data_folder),
]
PersonaOption = Annotated[
    str, typer.Option("--persona", help="Whose phone it is: a person of the demonstration, such as hana, ken or mio.")
]
FreshOption = Annotated[bool, typer.Option("--fresh", help="Forget all of the folder first.")]

DEFAULT_BRAND = "bmw"
