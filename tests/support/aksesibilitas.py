"""What a person needs who sees little, or works without a mouse: the pages looked at by axe-core."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What Frappe draws and an app does not: the bar above, a page's head and side bar, the comments below a form, who
# is shown by his initials, the ticks of a list's rows, the ticks and buttons of tables in forms, lists of
# suggestions, the calendar of a date, the tools of the text editor.
FRAPPE = (
	".navbar",
	".page-head",
	".layout-side-section",
	".form-footer",
	".avatar",
	".list-row-checkbox",
	".form-grid",
	".awesomplete",
	".datepicker",
	".ql-toolbar",
	".btn-modal-close",
	".scroll-to-top",
)
# What Frappe's table of figures draws: the inputs above its columns, and one that takes what is pasted.
TABEL_FRAPPE = (".dt-filter", ".dt-paste-target")
SERIOUS = ("serious", "critical")
# WCAG 2.1 in its levels A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# Nothing is under way that ends by itself: neither the style sheets' transitions nor what jQuery moves.
STANDS_STILL = """() => !window.jQuery?.timers.length && document.getAnimations().every(
	animation => animation.playState !== "running" || animation.effect.getComputedTiming().endTime === Infinity)"""


def check_page(page: Page, name: str, within: str | None = None, without: tuple[str, ...] = ()) -> None:
	"""Look at a page as it stands, or at what lies `within` a selector, but not at Frappe's chrome nor `without`.

	Looked at is what stays: what fades in is pale on its way. Raises AssertionError with each serious finding, where it
	is and what is wrong.
	"""
	page.wait_for_function(STANDS_STILL)
	context = {"include": [within or "html"], "exclude": [*FRAPPE, *without]}
	options = {"runOnly": RULES, "resultTypes": ["violations"]}
	findings = Axe().run(page, context, options).response["violations"]
	serious = [finding for finding in findings if finding["impact"] in SERIOUS]
	assert not serious, "\n".join([f"{name}:", *map(_describe, serious)])


def _describe(finding: dict) -> str:
	places = [f"  {' '.join(map(str, node['target']))}: {node['html'][:200]}" for node in finding["nodes"]]
	return "\n".join([f"{finding['id']} ({finding['impact']}): {finding['help']}", *places])
