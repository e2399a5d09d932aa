"""How long a letter's form takes to open, beside a bare one with as many fields: form.py, with both in EOFFICE_FORMS."""

import json
import os
from statistics import median

from figures import Figure, hand_over
from playwright.sync_api import Page, sync_playwright
from support.browser import launch
from support.login import enter

HEAD = "kadis@eoffice.example"
ROUNDS = 21
TIMES_A_BARE_FORM = 1.2
# A page of the desk without a form: where one comes from.
ELSEWHERE = ["List", "Instansi"]
# How many requests are under way, and when the last one ended.
WATCH = """() => {
	const watch = (window.watch_requests = { under_way: 0, ended: 0 });
	const begin = () => watch.under_way++;
	const end = () => { watch.under_way--; watch.ended = performance.now(); };
	const send = XMLHttpRequest.prototype.send;
	XMLHttpRequest.prototype.send = function (...values) {
		begin();
		this.addEventListener("loadend", end);
		return send.apply(this, values);
	};
	const ask = window.fetch;
	window.fetch = (...values) => {
		begin();
		return ask(...values).finally(end);
	};
}"""
# Opens a form as a click in a list does, and gives the milliseconds until its fields stand there and nothing is asked any
# more, of which it makes sure for a while.
OPEN = """([doctype, name, quiet]) => new Promise((resolve) => {
	frappe.model.remove_from_locals(doctype, name);
	const begun = performance.now();
	let still = 0;
	const look = () => {
		const now = performance.now();
		const there = window.cur_frm?.doctype === doctype && cur_frm.doc?.name === name
			&& cur_frm.layout.wrapper.is(":visible") && !window.watch_requests.under_way;
		still = there ? still || now : 0;
		if (still && now - still > quiet) resolve(still - begun);
		else requestAnimationFrame(look);
	};
	frappe.set_route("Form", doctype, name);
	requestAnimationFrame(look);
})"""
QUIET = 400


def main() -> None:
	"""Open both in turn, in one browser that has opened them before, and hand over the figure."""
	letter, bare = json.loads(os.environ["EOFFICE_FORMS"])
	with sync_playwright() as playwright:
		browser = launch(playwright)
		context = browser.new_context(
			base_url=os.environ["EOFFICE_URL"], viewport={"width": 1366, "height": 768}
		)
		context.add_init_script(f"({WATCH})()")
		page = context.new_page()
		enter(page, HEAD, os.environ["EOFFICE_DEMO_PASSWORD"])
		page.goto("/app/instansi")
		page.wait_for_function("window.frappe?.get_route?.()?.[0]")
		rounds = [(open_form(page, *letter), open_form(page, *bare)) for _round in range(ROUNDS + 2)][2:]
		browser.close()
	ours, theirs = (median(times) for times in zip(*rounds, strict=True))
	words = f"{ours:.0f} ms beside {theirs:.0f} ms, medians of {ROUNDS} in turn, opened from a list"
	hand_over(
		Figure(
			"letter's form / bare form of as many fields", ours / theirs, "times", TIMES_A_BARE_FORM, words
		)
	)


def open_form(page: Page, doctype: str, name: str) -> float:
	"""Return the milliseconds until a form stands there as a whole."""
	page.evaluate("route => frappe.set_route(route)", ELSEWHERE)
	page.wait_for_function("route => frappe.get_route_str().startsWith(route.join('/'))", arg=ELSEWHERE)
	page.wait_for_timeout(QUIET)
	return page.evaluate(OPEN, [doctype, name, QUIET])


if __name__ == "__main__":
	main()
