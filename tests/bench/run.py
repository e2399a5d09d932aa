#!/usr/bin/env python3
"""All figures in one table, beside their goals: tests/bench/run.py [FIGURE …]. By hand, on a quiet machine."""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE)]

from bench_site import OfficeNotRunning, bench_site, measure_in_site, web_port  # noqa: E402
from desk_figures import measure_desk, measure_light  # noqa: E402
from figures import format_table  # noqa: E402
from form_figures import measure_form  # noqa: E402
from fresh_clone import measure_fresh_clone  # noqa: E402

IN_SITE = (
	"registering",
	"by_request",
	"sheet",
	"at_once",
	"numbering",
	"reminders",
	"finding",
	"merging",
	"docx",
	"signing",
	"at_scale",
	"verifying",
	"ocr",
	"proposals",
	"mail",
	"reports",
	"monitor",
)
# These ask the web server.
BY_REQUEST = ("by_request", "verifying")
FRESH = "fresh"
# In a browser, against the running office.
DESK = "desk"
FORM = "form"
LIGHT = "light"


def main() -> int:
	"""Measure what was asked for and return 0 if every goal is met."""
	options = _parse()
	figures = []
	wished = [name for name in IN_SITE if name in options.figures]
	try:
		if wished:
			with bench_site(options.keep):
				for name in wished:
					port = [str(web_port())] if name in BY_REQUEST else []
					figures += measure_in_site(name, *port, str(getattr(options, name)))
		if DESK in options.figures:
			figures += measure_desk()
		if FORM in options.figures:
			figures += measure_form()
		if LIGHT in options.figures:
			figures += measure_light()
	except OfficeNotRunning as error:
		sys.exit(str(error))
	if FRESH in options.figures:
		figures += measure_fresh_clone(bare=options.bare)
	print(format_table(figures))
	return 0 if all(figure.is_met() for figure in figures) else 1


def _parse() -> argparse.Namespace:
	parser = argparse.ArgumentParser(prog="tests/bench/run.py", description=__doc__)
	names = (*IN_SITE, FRESH, DESK, FORM, LIGHT)
	parser.add_argument("figures", nargs="*", choices=[*names, []], metavar="FIGURE", help=", ".join(names))
	parser.add_argument("--registering", type=int, default=300, help="letters for the time of one")
	parser.add_argument("--by-request", type=int, default=200, help="letters for the time of one request")
	parser.add_argument("--sheet", type=int, default=20, help="sheets to print")
	parser.add_argument("--at-once", type=int, default=10_000, help="letters of eight clients")
	parser.add_argument("--numbering", type=int, default=8_000, help="letters numbered by sixteen clients")
	parser.add_argument("--reminders", type=int, default=10_000, help="letters whose reminder is due")
	parser.add_argument("--finding", type=int, default=1_000_000, help="letters among which one is found")
	parser.add_argument("--merging", type=int, default=100, help="pages to make one PDF of")
	parser.add_argument("--docx", type=int, default=10, help="pages of a word processor to convert")
	parser.add_argument("--signing", type=int, default=100, help="letters to sign in one go")
	parser.add_argument(
		"--verifying", type=int, default=1_000_000, help="letters among which one is verified"
	)
	parser.add_argument("--at-scale", type=int, default=1_000_000, help="letters of the large archive")
	parser.add_argument("--ocr", type=int, default=200, help="letters registered while scans are read")
	parser.add_argument("--proposals", type=int, default=300, help="letters whose fields are proposed")
	parser.add_argument("--mail", type=int, default=1_000, help="mails to fetch into the quarantine")
	parser.add_argument("--reports", type=int, default=1_000_000, help="letters that are reported on")
	parser.add_argument("--monitor", type=int, default=1_000_000, help="letters beside those under way")
	parser.add_argument("--bare", action="store_true", help="first start on a bare Debian (needs root)")
	parser.add_argument("--keep", action="store_true", help="keep the site for the next run")
	options = parser.parse_args()
	options.figures = options.figures or list(names)
	return options


if __name__ == "__main__":
	sys.exit(main())
