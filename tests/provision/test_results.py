"""Adding up test counts: nothing that went wrong may look like success."""

from dataclasses import replace
from pathlib import Path

import pytest

from provision.test_results import Counts, counts_of_junit, counts_of_unittest


@pytest.mark.parametrize(
	("output", "status", "expected"),
	[
		("Ran 5 tests in 0.1s\n\nOK\n", 0, Counts(5, 0, 0)),
		("Ran 5 tests in 0.1s\n\nOK (skipped=2)\n", 0, Counts(3, 0, 2)),
		("Ran 9 tests in 1s\n\nFAILED (failures=1, errors=2, skipped=3)\n", 1, Counts(3, 3, 3)),
		("Ran 2 tests in 1s\n\nOK\n…\nRan 3 tests in 1s\n\nFAILED (errors=1)\n", 1, Counts(4, 1, 0)),
		("ImportError: no such module\n", 1, Counts(0, 1, 0)),
		("Testing is disabled for the site!\n", 0, Counts(0, 1, 0)),
		("Ran 4 tests in 1s\n\nOK\nSegmentation fault\n", 139, Counts(4, 1, 0)),
		("Ran 4 tests in 1s\n", 0, Counts(0, 1, 0)),
	],
)
def test_counts_of_unittest(output: str, status: int, expected: Counts):
	counts = counts_of_unittest(output, status)
	assert replace(counts, failures=()) == expected


def test_each_failed_unit_test_is_named_with_its_reason():
	output = f"""{"=" * 70}
ERROR: test_a (app.TestA.test_a)
{"-" * 70}
Traceback (most recent call last):
  File "x.py", line 1, in test_a
ValueError: wrong

{"=" * 70}
FAIL: setUpClass (app.TestB)
{"-" * 70}
AssertionError: 1 != 2

{"-" * 70}
Ran 3 tests in 1s

FAILED (failures=1, errors=1)
"""
	assert counts_of_unittest(output, 1).failures == (
		"test_a (app.TestA.test_a): ValueError: wrong",
		"setUpClass (app.TestB): AssertionError: 1 != 2",
	)


def test_counts_of_junit(tmp_path: Path):
	report = tmp_path / "report.xml"
	report.write_text(
		'<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2">'
		'<testcase classname="tests.test_a" name="test_b"><failure message="assert 1 == 2&#10;more"/></testcase>'
		"</testsuite></testsuites>"
	)
	assert counts_of_junit(report, 1) == Counts(3, 2, 2, ("tests.test_a.test_b: assert 1 == 2",))


def test_a_run_without_report_counts_as_failed(tmp_path: Path):
	assert counts_of_junit(tmp_path / "none.xml", 4).failed == 1
