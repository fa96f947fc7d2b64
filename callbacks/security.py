"""Headers on every answer, whoever gives it: pages, files, Dash's scripts, answers that were kept, errors.

They are made once; an answer costs a look at its kind. `dashboard/site/policy.py` has what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dashboard.settings import Settings
from dashboard.site.policy import common_headers, file_policy, frame_ancestors, page_policy, policy_headers
from layouts.notice import STYLE

Wsgi = Callable[[dict, Callable], Iterable[bytes]]
DOCUMENT, PDF, UNCHANGED = "text/html", "application/pdf", "304"


def secured(application: Wsgi, settings: Settings) -> Wsgi:
    """The application, each of whose answers has the headers of the settings; one that it gave itself stays."""
    framed, csp = settings.frame_ancestors, settings.csp
    common = common_headers(framed, settings.referrer_policy)
    of_page = common | policy_headers(page_policy(framed, (STYLE,)), framed, csp)
    of_file = common | policy_headers(file_policy(framed), framed, csp)
    of_pdf = common | {"Content-Security-Policy": frame_ancestors(framed)}  # a browser shows it by a viewer that would be held to the rest

    def of_kind(kind: str) -> dict[str, str]:
        return of_page if kind.startswith(DOCUMENT) else of_pdf if kind.startswith(PDF) else of_file

    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Callable:
            given = {name.lower(): value for name, value in headers}
            own = common if status.startswith(UNCHANGED) else of_kind(given.get("content-type", ""))
            return start_response(status, headers + [pair for pair in own.items() if pair[0].lower() not in given], exc_info)

        return application(environ, start)

    return answer
