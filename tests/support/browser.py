"""A real Chromium, set up as an Indonesian office's."""

import os

from playwright.sync_api import Browser, Page, Playwright

from support.console import watch
from support.office import Office

CHROMIUM = "/usr/bin/chromium"
# Chromium's sandbox refuses to run as root, and a container's shared memory is small.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
TIMEOUT = 60_000


def launch(playwright: Playwright, *arguments: str) -> Browser:
	"""Start the distribution's Chromium, or the one EOFFICE_CHROMIUM names, with further arguments."""
	path = os.environ.get("EOFFICE_CHROMIUM", CHROMIUM)
	return playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *arguments])


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
