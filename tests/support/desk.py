"""Moving about in the desk."""

from typing import Any

from playwright.sync_api import Locator, Page, Request, Route, expect

# A page asks for the next thing when it has the last one: quiet means quiet for a while. Looks are counted, not the clock
# read: a busy browser that does one long piece of work between two looks has not been quiet meanwhile.
QUIET = """() => {
	const ready = window.frappe?.boot && frappe.router?.current_route
		&& frappe.request.ajax_count === 0 && !document.querySelector('#freeze.show');
	window.quietLooks = ready ? (window.quietLooks || 0) + 1 : 0;
	return window.quietLooks > 5;
}"""


def settle(page: Page) -> None:
	"""Wait until the desk shows its page and has had no request under way for half a second of looking."""
	page.wait_for_function("() => { window.quietLooks = 0; return true; }")
	page.wait_for_function(QUIET, polling=100)


def list_asked(page: Page) -> list[str]:
	"""Return the addresses that a page asks for from now on: a list that grows."""
	asked = []

	# A method of a built-in takes no attributes, and Playwright marks its listeners with one.
	def keep(request: Request) -> None:
		asked.append(request.url)

	page.on("request", keep)
	return asked


def open_route(page: Page, route: str) -> None:
	"""Go to an address of the desk, such as `/app/todo`, and wait until it is there."""
	page.goto(route)
	settle(page)


def call(page: Page, method: str, **arguments: Any) -> Any:
	"""Call a method of the server as the page's scripts do. Raises Error when the server refuses."""
	return page.evaluate("([method, args]) => frappe.xcall(method, args)", [method, arguments])


def refuse_until_pressed(page: Page, address: str, button: str) -> None:
	"""Let the page's requests to `address` fail until somebody presses `button` (a selector).

	What the page asks for by itself meanwhile fails too, so that the button stays for whoever presses it.
	"""
	page.evaluate(
		"""selector => document.addEventListener(
			"click", ({ target }) => { window.wasPressed ||= Boolean(target.closest(selector)); }, true)""",
		button,
	)

	def answer(route: Route) -> None:
		if page.evaluate("window.wasPressed"):
			route.continue_()
		else:
			route.abort()

	page.route(f"**/*{address}*", answer)


# Bootstrap lets go of a key that comes while a dialog fades in.
STANDS_STILL = """dialog => {
	const modal = window.$(dialog).data("bs.modal");
	return modal && modal._isShown && !modal._isTransitioning;
}"""


def dismiss(dialog: Locator) -> None:
	"""Close a dialog of the desk by Escape, once it has faded in. Raises AssertionError where it stays."""
	page = dialog.page
	page.wait_for_function(STANDS_STILL, arg=dialog.element_handle())
	dialog.locator(".modal-title").click()
	page.keyboard.press("Escape")
	expect(dialog).to_be_hidden()
