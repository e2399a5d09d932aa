"""A real Chromium, set up as an Indonesian office's."""

import os

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from support.console import watch
from support.office import Office

CHROMIUM = "/usr/bin/chromium"
# Chromium's sandbox refuses to run as root, and a container's shared memory is small.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
TIMEOUT = 60_000


def launch(playwright: Playwright, *arguments: str) -> Browser:
	"""Start the distribution's Chromium, or the one EOFFICE_CHROMIUM names, with further arguments."""
	return playwright.chromium.launch(executable_path=_find_chromium(), args=[*ARGUMENTS, *arguments])


def launch_with_profile(playwright: Playwright, profile: str, **options) -> BrowserContext:
	"""Start the same browser with a profile in a folder of its own, as a person's at his desk.

	There it keeps what it has compiled of the scripts, which it does not for the private windows of `launch`.

	:param options: of the context, such as `base_url`
	"""
	return playwright.chromium.launch_persistent_context(
		profile, executable_path=_find_chromium(), args=ARGUMENTS, **options
	)


def _find_chromium() -> str:
	return os.environ.get("EOFFICE_CHROMIUM", CHROMIUM)


def new_page(browser: Browser, office: Office) -> Page:
	"""Open a page in a context of its own; its console is watched from the first request on."""
	context = browser.new_context(
		base_url=office.url,
		viewport={"width": 1360, "height": 900},
		locale="id-ID",
		timezone_id="Asia/Jakarta",
	)
	context.set_default_timeout(TIMEOUT)
	page = context.new_page()
	watch(page)
	return page


def close_windows(context: BrowserContext) -> None:
	"""Close a person's windows, and then what they shared.

	Chromium closes the windows with their context by asking each page first; where one goes elsewhere in that moment, as
	to the login page when its session has ended, it never answers. A page that is closed by itself is not asked.
	"""
	for page in context.pages:
		page.close()
	context.close()
