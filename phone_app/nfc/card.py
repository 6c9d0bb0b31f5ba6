"""A simulated My Number card: one file that every reader shares, with its password counted on the card itself.

As on a real one (JPKI, user authentication): four digits, three wrong ones in a row lock it, a right one sets the count
back, and only the municipal office unlocks it (`MYNA-B03a`, `MYNA-C05a`). A try is on disk before the password is
compared, so that cutting the power gives no more of them.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import BenchError
from core.store import JsonStore

if TYPE_CHECKING:
    # Loaded with the first card that is laid, not with the phone.
    from core.jpki.authority import CardAuthority
    from core.rsp.pki import Credential

TRIES = 3
PASSWORD_LENGTH = 4


@dataclass(frozen=True)
class Signature:
    """What the card gives out: its certificate (DER) and r ‖ s over what was asked."""

    certificate: bytes
    signature: bytes


@dataclass(frozen=True)
class _Memory:
    """What is on the card. `tries`: how many wrong passwords it still takes, 0 when it is locked."""

    number: str
    password: str
    tries: int
    certificate: str
    key: str


class MyNumberCard:
    """The card in `path` (JSON, 0600), issued by `authority` when a reader first asks for it.

    `authority` makes or finds the authority; it is called when a card must be issued, on the caller's thread.
    """

    def __init__(self, path: Path, *, number: str, first_password: str, authority: Callable[[], CardAuthority]) -> None:
        self._path = path
        self._number = number
        self._first_password = first_password
        self._authority = authority

    def power(self) -> CardSession:
        """The card in a reader's field. That its password was given is forgotten when it leaves the field."""
        return CardSession(self)

    @property
    def tries_left(self) -> int:
        """How many wrong passwords it still takes; raises `card.broken`, `storage.failed`."""
        with self._open() as memory:
            return memory.tries

    def verify(self, password: str) -> None:
        """Compare the password; raises `card.malformed` (no try), `card.wrong {left}`, `card.locked`, `card.broken`."""
        if len(password) != PASSWORD_LENGTH or not (password.isascii() and password.isdecimal()):
            raise BenchError("card.malformed")
        with self._open() as memory:
            if memory.tries <= 0:
                raise BenchError("card.locked")
            left = memory.tries - 1
            self._keep(replace(memory, tries=left))
            if not _fits(memory.password, password):
                raise BenchError("card.wrong", left=left) if left else BenchError("card.locked")
            self._keep(replace(memory, tries=TRIES))

    def sign(self, data: bytes) -> Signature:
        """Sign with the key of user authentication; a session asks for the password before."""
        with self._open() as memory:
            credential = _credential(memory)
        return Signature(credential.der, credential.sign(data))

    def restore(self) -> None:
        """The municipal office: the first password again, all tries; a broken card is issued anew."""
        with self._locked():
            memory = self._read()
            if memory is None:
                self._issue()
            else:
                self._keep(replace(memory, password=_hash(self._first_password), tries=TRIES))

    @contextmanager
    def _open(self) -> Iterator[_Memory]:
        with self._locked():
            memory = self._read()
            if memory is None:
                if any(self._path.parent.glob(f"{self._path.name}.damaged-*")):
                    # A new one with all its tries would be a way around the count: only the office gives it.
                    raise BenchError("card.broken")
                memory = self._issue()
            yield memory

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One reader at a time, also of other processes."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = self._path.with_suffix(".lock").open("ab")
        except OSError as error:
            raise BenchError("storage.failed", path=str(self._path), reason=error.strerror) from error
        with file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _read(self) -> _Memory | None:
        store = JsonStore(self._path)
        stored: dict[str, Any] = store.load()
        if not stored:
            return None
        try:
            memory = _Memory(**stored)
            if not 0 <= memory.tries <= TRIES:
                raise ValueError(memory.tries)
            _credential(memory)
        except (TypeError, ValueError, AttributeError):
            store.set_aside()
            return None
        return memory

    def _keep(self, memory: _Memory) -> None:
        JsonStore(self._path).save(asdict(memory))

    def _issue(self) -> _Memory:
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

        made = self._authority().issue(self._number)
        key = made.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        certificate = made.certificate.public_bytes(Encoding.PEM).decode()
        memory = _Memory(self._number, _hash(self._first_password), TRIES, certificate, key)
        self._keep(memory)
        return memory


class CardSession:
    """A card with power: it signs only after its password was right in this session."""

    def __init__(self, card: MyNumberCard) -> None:
        self._card = card
        self._verified = False

    def verify(self, password: str) -> None:
        """Give the password; raises what `MyNumberCard.verify` does."""
        self._verified = False
        self._card.verify(password)
        self._verified = True

    def sign(self, data: bytes) -> Signature:
        """Sign `data`; raises `card.not_verified` before a right password."""
        if not self._verified:
            raise BenchError("card.not_verified")
        return self._card.sign(data)


def _credential(memory: _Memory) -> Credential:
    """Raises ValueError for what is no certificate or no key of this kind."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    from core.rsp.pki import Credential

    key = load_pem_private_key(memory.key.encode(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError(key)
    return Credential(x509.load_pem_x509_certificate(memory.certificate.encode()), key)


def _hash(password: str) -> str:
    return str(_hasher().hash(password))


def _fits(hashed: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(hashed, password))
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> Any:
    # Only now: argon2 is loaded with the first card, not with the phone.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
