"""Results of tests: adds up what the unit tests and the tests from outside report."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RAN = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
VERDICT = re.compile(r"^(?:OK|FAILED)(?: \((?P<details>[^)]*)\))?$", re.MULTILINE)
FAILED_TEST = re.compile(
	r"^(?:ERROR|FAIL): (?P<name>.+)\n-{70}\n(?P<report>(?:.*\n)*?)(?=={70}$|-{70}$|\Z)", re.MULTILINE
)
LONGEST_REASON = 300


@dataclass(frozen=True)
class Counts:
	"""How many tests passed, failed and were skipped; `failures` has a line for each that failed by name."""

	passed: int = 0
	failed: int = 0
	skipped: int = 0
	failures: tuple[str, ...] = ()

	def __add__(self, other: "Counts") -> "Counts":
		return Counts(
			self.passed + other.passed,
			self.failed + other.failed,
			self.skipped + other.skipped,
			self.failures + other.failures,
		)

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
		total += Counts(failed=1, failures=("the unit tests broke off",))
	return total + Counts(failures=tuple(_failures_of_unittest(output)))


def _failures_of_unittest(output: str) -> Iterator[str]:
	for test in FAILED_TEST.finditer(output):
		lines = [line for line in test["report"].splitlines() if line.strip()]
		yield _failure(test["name"], lines[-1] if lines else "")


def _failure(name: str, reason: str) -> str:
	return f"{name}: {reason.strip()[:LONGEST_REASON]}"


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
			total += Counts(failures=tuple(_failures_of_junit(suite)))
	if exit_status and not total.failed:
		total += Counts(failed=1, failures=("the tests from outside broke off",))
	return total


def _failures_of_junit(suite: ElementTree.Element) -> Iterator[str]:
	for test in suite.iter("testcase"):
		for fault in (*test.iter("failure"), *test.iter("error")):
			first_line, _, _ = fault.get("message", "").partition("\n")
			yield _failure(f"{test.get('classname')}.{test.get('name')}", first_line)
