"""What the pages of telephones weigh before one can do anything, run by `desk_figures`."""

import os

from figures import Figure, hand_over
from playwright.sync_api import BrowserContext, sync_playwright
from support.browser import launch
from support.login import enter

CARAKA = "caraka@eoffice.example"
KILOBYTES = 200
PHONE = {"width": 390, "height": 844}


def main() -> None:
	"""Open each page in a browser that has never been there, and hand over the figures."""
	with sync_playwright() as playwright:
		browser = launch(playwright)
		for name, address, user, goal in (
			("guest's form", "/loket/kirim-surat", None, KILOBYTES),
			("courier's page", "/caraka", CARAKA, None),
		):
			context = browser.new_context(base_url=os.environ["EOFFICE_URL"], viewport=PHONE)
			kilobytes, requests = weigh(context, address, user)
			hand_over(Figure(f"{name} before the first input", kilobytes, "KB", goal, f"{requests} requests"))
			context.close()
		browser.close()


def weigh(context: BrowserContext, address: str, user: str | None) -> tuple[float, int]:
	"""Return the kilobytes of all answers' bodies, as they are once unpacked, and how many answers there were."""
	page = context.new_page()
	if user:
		enter(page, user, os.environ["EOFFICE_DEMO_PASSWORD"])
	answers = []

	# A method of a built-in takes no attributes, and Playwright marks its listeners with one.
	def keep(response) -> None:
		answers.append(response)

	page.on("response", keep)
	page.goto(address, wait_until="networkidle")
	bodies = [len(response.body()) for response in answers if response.ok]
	return sum(bodies) / 1024, len(bodies)


if __name__ == "__main__":
	main()
