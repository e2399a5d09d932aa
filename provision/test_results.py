"""Counts of tests: adds up what the unit tests and the tests from outside report."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

RAN = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
VERDICT = re.compile(r"^(?:OK|FAILED)(?: \((?P<details>[^)]*)\))?$", re.MULTILINE)


@dataclass(frozen=True)
class Counts:
	"""How many tests passed, failed and were skipped."""

	passed: int = 0
	failed: int = 0
	skipped: int = 0

	def __add__(self, other: "Counts") -> "Counts":
		return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

	def __str__(self) -> str:
		return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def counts_of_unittest(output: str, exit_status: int) -> Counts:
	"""Read the summaries that unittest prints; there may be several.

	A run that ended badly without naming a failed test, or that ran nothing, counts as one failure.
	"""
	total = Counts()
	for ran in RAN.finditer(output):
		verdict = VERDICT.search(output, ran.end())
		total += _counts_of_summary(int(ran.group(1)), verdict)
	if (exit_status and not total.failed) or total == Counts():
		total += Counts(failed=1)
	return total


def _counts_of_summary(ran: int, verdict: re.Match | None) -> Counts:
	if verdict is None:
		return Counts(failed=1)
	details = dict(part.split("=") for part in (verdict["details"] or "").split(", ") if part)
	failed = sum(int(details.get(word, 0)) for word in ("failures", "errors", "unexpected successes"))
	skipped = int(details.get("skipped", 0))
	return Counts(max(ran - failed - skipped, 0), failed, skipped)


def counts_of_junit(report: Path, exit_status: int) -> Counts:
	"""Read the report pytest writes; a run that broke off before its first test counts as one failure."""
	total = Counts()
	if report.exists():
		for suite in ElementTree.parse(report).getroot().iter("testsuite"):
			failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
			skipped = int(suite.get("skipped", 0))
			total += Counts(max(int(suite.get("tests", 0)) - failed - skipped, 0), failed, skipped)
	if exit_status and not total.failed:
		total += Counts(failed=1)
	return total
