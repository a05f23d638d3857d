"""``Fault``: what went wrong on the way to a bank, told from the error of any httpx-like transport."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from cafx.core.text import printable

if TYPE_CHECKING:
    from ssl import SSLCertVerificationError
    from types import ModuleType

__all__ = ["TRUST_SETTINGS", "Fault", "fault_of"]

#: Whether asking again may help: ``later`` where a host was not reached, ``once`` where a connection
#: broke before a byte of the answer came.
Retry: TypeAlias = Literal["never", "later", "once"]

#: What the system's trust is read from in place of the certificates that come with httpx.
TRUST_SETTINGS: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")

_MAX_CAUSES: Final = 8
# How errors of httpx and of its forks are called, in the package that raised them.
_FAMILY: Final = "TransportError"
_NOT_REACHED: Final = ("ConnectError", "ConnectTimeout", "PoolTimeout")
_TOO_SLOW: Final = ("TimeoutException",)
_BROKEN: Final = ("ReadError", "WriteError", "CloseError")
_PROXY: Final = ("ProxyError",)
_GARBLED: Final = ("RemoteProtocolError",)


class Fault(Exception):
    """A transport's error: what happened, and whether asking again may help."""

    def __init__(self, what: str, retry: Retry = "never") -> None:
        super().__init__(what)
        self.retry = retry


def fault_of(error: Exception, host: str, proxy: str = "", *, has_begun: bool = False) -> Fault:
    """Return what *error* says of asking *host*.

    Args:
        error: what the transport raised.
        host: who was asked.
        proxy: the proxy that it was asked through, if any.
        has_begun: whether the answer had begun to come.
    """
    certificate = _certificate_error(error)
    if certificate is not None:
        setting = next((f"; {name} is set" for name in TRUST_SETTINGS if os.environ.get(name)), "")
        return Fault(
            f"could not be trusted: the certificate of {host} was refused ({certificate.verify_message}"
            f"{setting}); pass verify= an ssl.SSLContext that knows its issuer"
        )
    said = printable(str(error) or type(error).__name__)
    where = f"{host} through the proxy {proxy}" if proxy else host
    family = _family_of(error)
    if _is_one(error, family, _PROXY):
        return Fault(f"was not reached at {where}: the proxy refused ({said})", "later")
    if _is_one(error, family, _NOT_REACHED):
        return Fault(f"was not reached at {where} ({said})", "later")
    if isinstance(error, TimeoutError) or _is_one(error, family, _TOO_SLOW):
        return Fault(f"was too slow at {where} ({said})")
    # A server that closes an idle connection just as it is used again, or a socket that another
    # thread's pool has closed: nothing of an answer came, and a GET may be repeated.
    is_silent = _is_one(error, family, _BROKEN) or (
        _is_one(error, family, _GARBLED) and "without sending a response" in str(error)
    )
    return Fault(f"broke off at {where} ({said})", "once" if is_silent and not has_begun else "never")


def _certificate_error(error: BaseException) -> SSLCertVerificationError | None:
    from ssl import SSLCertVerificationError

    cause: BaseException | None = error
    for _ in range(_MAX_CAUSES):
        if cause is None or isinstance(cause, SSLCertVerificationError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def _family_of(error: Exception) -> ModuleType | None:
    """Return the package whose kind of error this is: httpx or a fork, which share only the names."""
    for cls in type(error).__mro__:
        package = sys.modules.get(cls.__module__.partition(".")[0])
        if isinstance(getattr(package, _FAMILY, None), type):
            return package
    return None


def _is_one(error: Exception, family: ModuleType | None, names: tuple[str, ...]) -> bool:
    """Return whether *error* is of one of the types that *family* has under these names."""
    return any(
        isinstance(kind := getattr(family, name, None), type) and isinstance(error, kind) for name in names
    )
