"""What hands do on a form of the desk: type, choose, upload, click."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from support.desk import settle


def get_field(page: Page, name: str) -> Locator:
	"""The control of a field on the form that is shown."""
	return page.locator(f".form-page:visible [data-fieldname='{name}']").first


def type_text(page: Page, name: str, text: str) -> None:
	"""Type into a text or date field and leave it."""
	box = get_field(page, name).locator("input, textarea").first
	box.fill(text)
	box.press("Tab")


def type_link(page: Page, name: str, text: str) -> None:
	"""Type the beginning of what is looked for and choose the first suggestion that holds it."""
	field = get_field(page, name)
	box = field.locator("input").first
	box.fill("")
	box.press_sequentially(text, delay=15)
	field.locator(".awesomplete ul > *", has_text=text).first.click()
	expect(box).to_have_value(re.compile(re.escape(text)))


def choose(page: Page, name: str, value: str) -> None:
	"""Choose from a list of fixed values."""
	get_field(page, name).locator("select").select_option(value)


def upload_scan(page: Page, *files: Path | dict) -> None:
	"""Choose files for the letter and wait until each has its row."""
	before = page.locator("[data-fieldname='scan'] a.tautan-scan:visible").count()
	with page.expect_file_chooser() as chooser:
		page.get_by_role("button", name="Unggah Scan").click()
	chooser.value.set_files(list(files))
	expect(page.locator("[data-fieldname='scan'] a.tautan-scan:visible")).to_have_count(before + len(files))


def save(page: Page) -> None:
	"""Save the form and wait until the server has answered and the form shows it."""
	scroll_to_top(page)
	page.locator(".page-actions:visible .primary-action").click()
	settle(page)


def take_action(page: Page, action: str) -> None:
	"""Choose a step of the workflow in the form's menu."""
	scroll_to_top(page)
	page.locator(".page-actions:visible .actions-btn-group > button").click()
	page.locator(".actions-btn-group .dropdown-item:visible", has_text=action).click()
	settle(page)


def print_paper(page: Page, label: str) -> bytes:
	"""Print a paper with the form's button, as PDF in a window of its own; returns the PDF."""
	scroll_to_top(page)
	page.get_by_role("button", name="Cetak", exact=True).locator("visible=true").click()
	with page.expect_popup() as popup, page.context.expect_event("response", is_pdf) as response:
		page.locator(".dropdown-item:visible", has_text=label).click()
	# The window hands the paper to the PDF viewer, so that it is asked for once more to look into it.
	content = page.request.get(response.value.url).body()
	popup.value.close()
	return content


def is_pdf(response) -> bool:
	"""Whether an answer of the office is a paper."""
	return "download_pdf" in response.url


def scroll_to_top(page: Page) -> None:
	"""Bring the form's head with its buttons back: the desk hides it from who reads on downwards."""
	page.mouse.wheel(0, -20_000)
	page.locator(".page-head:visible .title-text:visible").wait_for()


def answer_dialog(page: Page, field: str, text: str) -> None:
	"""Fill in the text of the open dialog and send it."""
	dialog = page.locator(".modal.show")
	dialog.locator(f"[data-fieldname='{field}'] textarea").fill(text)
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	settle(page)
