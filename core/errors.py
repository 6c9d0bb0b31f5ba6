"""One error type for everything a user may be told: a code that the screens translate, never a sentence."""


class BenchError(Exception):
    """A failure with a stable `code` (`cloud.unreachable`, `modem.gone`) and parameters for its text.

    Screens and pages look the code up in their translation files; logs print code and parameters.
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        details = ", ".join(f"{key}={value!r}" for key, value in params.items())
        super().__init__(f"{code} ({details})" if details else code)
