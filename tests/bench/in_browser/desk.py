"""How soon Meja and the workspaces can be used, with how many requests, and what of 30 letters is the system's part.

Run by `desk_figures`.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from tempfile import TemporaryDirectory

from figures import Figure, hand_over
from playwright.sync_api import Page, Playwright, Request, sync_playwright
from support.browser import launch_with_profile
from support.login import enter

DOMAIN = "eoffice.example"
HEAD = "kadis"
# Who comes home to a workspace of his own: one account of each role.
ACCOUNTS = (HEAD, "sekretaris", "operator", "verifikator", "kasi.aplikasi", "caraka", "pengelola")
ROUNDS = 9
ROUNDS_THROUGH = 3
LETTERS = 30
SECONDS_UNTIL_USABLE, REQUESTS, NEXT_LETTER, SECONDS_OF_THIRTY = 1.5, 15, 300, 9
MILLISECONDS = 1000
# The first page of the letter stands there, and the form waits for an answer.
MEJA_USABLE = """() => document.querySelector('.meja-gulungan img')?.complete
	&& document.querySelector('.meja-formulir [type=submit]')"""
# What waits is counted, and can be opened.
WORKSPACE_USABLE = "() => document.querySelector('.yang-menunggu ul')"
# Presses a key and gives the milliseconds until another letter's form and first page stand there.
NEXT = """init => new Promise((resolve) => {
	const form = () => document.querySelector('.meja-formulir')?.dataset.kunci;
	const before = form();
	const begun = performance.now();
	document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
	const look = () => {
		const page = document.querySelector('.meja-gulungan img');
		const shown = form() && form() !== before && page?.complete && page.naturalWidth;
		if (shown) resolve(performance.now() - begun);
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
})"""
PRESS = "key => document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key }))"
ROWS = "() => [...document.querySelectorAll('.baris-meja')].map((row) => row.dataset.kunci)"
CHOOSE = """key => [...document.querySelectorAll('.baris-meja')]
	.find((row) => row.dataset.kunci === key).querySelector('.buka').click()"""
SHOWN = "key => document.querySelector('.meja-formulir')?.dataset.kunci === key"
ACCEPTED = "() => document.querySelector('.meja-tertunda .detik')?.textContent"
READY = 1500


def main() -> None:
	"""Measure in browsers that have been there before, and hand over the figures."""
	with sync_playwright() as playwright:
		for account in ACCOUNTS:
			with signed_in(playwright, account) as page:
				measure_workspace(page, account)
		# Last: for a while the office works off what was disposed here.
		with signed_in(playwright, HEAD) as page:
			measure_meja(page)


@contextmanager
def signed_in(playwright: Playwright, account: str) -> Iterator[Page]:
	"""Give the page of a browser with a profile of its own, in which an account of the demo is signed in."""
	options = {"base_url": os.environ["EOFFICE_URL"], "viewport": {"width": 1366, "height": 768}}
	# Chromium still writes while it ends.
	with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
		context = launch_with_profile(playwright, profile, **options)
		page = context.new_page()
		enter(page, f"{account}@{DOMAIN}", os.environ["EOFFICE_DEMO_PASSWORD"])
		yield page
		context.close()


def measure_meja(page: Page) -> None:
	"""Hand over the figures of Meja."""
	opened = [open_page(page, "/app/meja", MEJA_USABLE) for _round in range(ROUNDS + 1)][1:]
	seconds = median(took for took, _count in opened)
	requests = max(count for _took, count in opened)
	hand_over(
		Figure("Meja usable, warm", seconds, "s", SECONDS_UNTIL_USABLE, f"median of {ROUNDS}, by its address")
	)
	hand_over(Figure("Meja, requests", requests, "", REQUESTS, "that left the browser's cache"))
	steps = go_through(page)
	hand_over(
		Figure("Meja, next letter", median(steps), "ms", NEXT_LETTER, f"made ready, {len(steps)} steps")
	)
	sent = clear_letters(page)
	hand_over(
		Figure(
			"Meja, disposisi to next letter",
			median(sent),
			"ms",
			NEXT_LETTER,
			f"by keys, {len(sent)} letters, each taken back",
		)
	)
	hand_over(
		Figure(
			f"Meja, {LETTERS} letters: the system's part",
			sum(sent) / MILLISECONDS,
			"s",
			SECONDS_OF_THIRTY,
			"a head has ten minutes for them",
		)
	)


def measure_workspace(page: Page, account: str) -> None:
	"""Hand over how soon a role's home says what waits."""
	opened = [open_page(page, "/app", WORKSPACE_USABLE) for _round in range(ROUNDS + 1)][1:]
	seconds = median(took for took, _count in opened)
	requests = max(count for _took, count in opened)
	compared = f"median of {ROUNDS}, {requests} requests"
	hand_over(Figure(f"workspace of {account}, warm", seconds, "s", SECONDS_UNTIL_USABLE, compared))


def open_page(page: Page, address: str, usable: str) -> tuple[float, int]:
	"""Return the seconds until a page can be used, and how many requests reached the office for it."""
	asked: list[Request] = []

	# A method of a built-in takes no attributes, and Playwright marks its listeners with one.
	def keep(request: Request) -> None:
		asked.append(request)

	page.goto("about:blank")
	page.on("requestfinished", keep)
	begun = time.monotonic()
	page.goto(address, wait_until="commit")
	page.wait_for_function(usable)
	took = time.monotonic() - begun
	page.remove_listener("requestfinished", keep)
	return took, len([request for request in asked if reached_office(request)])


def reached_office(request: Request) -> bool:
	"""Whether a request was answered by the office: of what its own cache answers, the browser received no bytes."""
	sizes = request.sizes()
	return request.url.startswith("http") and sizes["responseHeadersSize"] + sizes["responseBodySize"] > 0


def go_through(page: Page) -> list[float]:
	"""Return the milliseconds that each step to the next letter takes, once that has been made ready."""
	steps = []
	for _round in range(ROUNDS_THROUGH):
		open_page(page, "/app/meja", MEJA_USABLE)
		for _letter in range(page.locator(".baris-meja").count() - 1):
			page.wait_for_timeout(READY)
			steps.append(page.evaluate(NEXT, {"key": "j"}))
	return steps


def clear_letters(page: Page) -> list[float]:
	"""Dispose of LETTERS letters by keys and take each back; return the milliseconds from each to the next letter."""
	open_page(page, "/app/meja", MEJA_USABLE)
	waiting = page.evaluate(ROWS)
	sent = []
	for number in range(LETTERS):
		letter = waiting[number % len(waiting)]
		page.evaluate(CHOOSE, letter)
		page.wait_for_function(SHOWN, arg=letter)
		page.wait_for_timeout(READY)
		for key in ("1", "q"):
			page.evaluate(PRESS, key)
		sent.append(page.evaluate(NEXT, {"key": "Enter", "ctrlKey": True}))
		page.wait_for_function(ACCEPTED)
		page.evaluate(PRESS, "z")
		page.wait_for_function(SHOWN, arg=letter)
		# What was typed comes back with the letter, and would be let go of by the same keys.
		for key in ("1", "q"):
			page.evaluate(PRESS, key)
	return sent


if __name__ == "__main__":
	main()
