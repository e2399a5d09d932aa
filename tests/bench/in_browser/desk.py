"""How soon Meja can be used, with how many requests, and how soon the next letter stands there: run by `desk_figures`."""

import os
import time
from statistics import median

from figures import Figure, hand_over
from playwright.sync_api import Page, Request, sync_playwright
from support.browser import launch
from support.login import enter

HEAD = "kadis@eoffice.example"
ROUNDS = 9
ROUNDS_THROUGH = 3
SECONDS_UNTIL_USABLE, REQUESTS, NEXT_LETTER = 1.5, 15, 300
MILLISECONDS = 1000
# The first page of the letter stands there, and the form waits for an answer.
USABLE = """() => document.querySelector('.meja-gulungan img')?.complete
	&& document.querySelector('.meja-formulir [type=submit]')"""
# Presses the key and gives the milliseconds until another letter's head and first page stand there.
NEXT = """key => new Promise((resolve) => {
	const head = () => document.querySelector('.meja-kepala h2')?.textContent;
	const before = document.querySelector('.baris-meja.terpilih').dataset.kunci;
	const begun = performance.now();
	document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
	const look = () => {
		const shown = document.querySelector('.baris-meja.terpilih')?.dataset.kunci !== before
			&& head() && document.querySelector('.meja-gulungan img')?.complete;
		if (shown) resolve(performance.now() - begun);
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
})"""
READY = 1500


def main() -> None:
	"""Measure in one browser that has been there before, and hand over the figures."""
	with sync_playwright() as playwright:
		browser = launch(playwright)
		page = browser.new_context(
			base_url=os.environ["EOFFICE_URL"], viewport={"width": 1366, "height": 768}
		).new_page()
		enter(page, HEAD, os.environ["EOFFICE_DEMO_PASSWORD"])
		opened = [open_desk(page) for _round in range(ROUNDS + 1)][1:]
		steps = go_through(page)
		browser.close()
	seconds = median(took for took, _count in opened)
	requests = max(count for _took, count in opened)
	hand_over(
		Figure("Meja usable, warm", seconds, "s", SECONDS_UNTIL_USABLE, f"median of {ROUNDS}, by its address")
	)
	hand_over(Figure("Meja, requests", requests, "", REQUESTS, "that left the browser's cache"))
	hand_over(
		Figure("Meja, next letter", median(steps), "ms", NEXT_LETTER, f"made ready, {len(steps)} steps")
	)


def open_desk(page: Page) -> tuple[float, int]:
	"""Return the seconds until the desk can be used, and how many requests reached the office for it."""
	asked: list[Request] = []

	# A method of a built-in takes no attributes, and Playwright marks its listeners with one.
	def keep(request: Request) -> None:
		asked.append(request)

	page.on("requestfinished", keep)
	page.goto("about:blank")
	begun = time.monotonic()
	page.goto("/app/meja", wait_until="commit")
	page.wait_for_function(USABLE)
	took = time.monotonic() - begun
	page.remove_listener("requestfinished", keep)
	return took, len([request for request in asked if reached_office(request)])


def reached_office(request: Request) -> bool:
	"""Whether a request was answered by the office and not by the browser's own cache."""
	return request.url.startswith("http") and request.sizes()["responseHeadersSize"] > 0


def go_through(page: Page) -> list[float]:
	"""Return the milliseconds that each step to the next letter takes, once that has been made ready."""
	steps = []
	for _round in range(ROUNDS_THROUGH):
		open_desk(page)
		for _letter in range(page.locator(".baris-meja").count() - 1):
			page.wait_for_timeout(READY)
			steps.append(page.evaluate(NEXT, "j"))
	return steps


if __name__ == "__main__":
	main()
