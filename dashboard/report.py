"""What a check found: coded findings with counts, a few examples, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SEVERITIES = ("error", "warning", "info")
MOST_EXAMPLES = 10


@dataclass(frozen=True)
class Finding:
    """One kind of fault in one place: how often, where for example, and the remedy.

    code: stable and hyphenated (`duplicate-key`), so that a test or a reader can look for it.
    count: of everything found, while `examples` stop at ten.
    """

    code: str
    severity: str
    count: int
    examples: tuple[str, ...]
    message: str
    remedy: str

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"finding {self.code}: severity {self.severity!r} is not one of {', '.join(SEVERITIES)}")
        if len(self.examples) > MOST_EXAMPLES:
            raise ValueError(f"finding {self.code}: {len(self.examples)} examples, at most {MOST_EXAMPLES} are kept")

    def text(self) -> str:
        """The finding as a few indented lines."""
        lines = [f"{self.severity.upper()} {self.code} ({self.count}): {self.message}"]
        lines += [f"    {example}" for example in self.examples]
        if self.count > len(self.examples) > 0:
            lines.append(f"    ... and {self.count - len(self.examples)} more")
        return "\n".join([*lines, f"    What to do: {self.remedy}"])


@dataclass(frozen=True)
class Report:
    """All findings of one check, gravest first."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding | None]) -> Report:
        """A report of the findings that are there, gravest first, otherwise in the order given."""
        present = [f for f in findings if f is not None]
        return cls(tuple(sorted(present, key=lambda f: SEVERITIES.index(f.severity))))

    def __add__(self, other: Report) -> Report:
        return Report.of((*self.findings, *other.findings))

    @property
    def is_ok(self) -> bool:
        """True when nothing found is an error; warnings and information do not count."""
        return all(f.severity != "error" for f in self.findings)

    def having(self, code: str) -> tuple[Finding, ...]:
        """The findings with one code."""
        return tuple(f for f in self.findings if f.code == code)

    def count(self, severity: str) -> int:
        """How many findings have that severity."""
        return sum(f.severity == severity for f in self.findings)

    def text(self) -> str:
        """The whole report as plain text, ending with the verdict."""
        verdict = "passed" if self.is_ok else "failed"
        counted = ", ".join(f"{self.count(s)} {s}" for s in SEVERITIES)
        return "\n".join([*(f.text() for f in self.findings), f"Check {verdict}: {counted}."])
