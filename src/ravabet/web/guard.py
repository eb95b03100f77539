"""What keeps the site to its one reader: no other host, no script from elsewhere, no form sent by another site."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost"})
"""Names a request may come by; any other is a page elsewhere that had its own name point here (DNS rebinding)."""

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'{style}; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Refuses requests by a foreign name or from a foreign page, and tells the browser to ask no one else."""

    def __init__(self, app: ASGIApp, styled: tuple[str, ...] = ()) -> None:
        """``styled``: paths of pages on which a chart library sets styles of its own."""
        self._app, self._styled = app, styled

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = _refusal(scope["method"], headers)
        if refusal:
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
            return
        style = " 'unsafe-inline'" if scope["path"] in self._styled else ""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                told["content-security-policy"] = POLICY.format(style=style)
                for name, value in _HEADERS.items():
                    told[name] = value
            await send(message)

        await self._app(scope, receive, guarded)


def _refusal(method: str, headers: Headers) -> str:
    host = headers.get("host", "")
    if host.rsplit(":", 1)[0] not in HOSTS:
        return "This site answers to 127.0.0.1 and localhost only; open it by one of these names."
    origin = headers.get("origin")
    if method not in SAFE and origin is not None and origin.partition("://")[2] != host:
        return "A form on another site may not change anything here."
    if method not in SAFE and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "A form on another site may not change anything here."
    return ""
