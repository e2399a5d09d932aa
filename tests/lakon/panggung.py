"""The stage: a browser window for each person, and the folder for the pictures and papers they leave."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from support.browser import close_windows
from support.console import watch, watcher_of
from support.desk import open_route, settle
from support.login import login

LAYAR = {"width": 1366, "height": 768}
TELEPON = {"width": 390, "height": 844}
DOMAIN = "eoffice.example"
TIMEOUT = 60_000


@dataclass
class Panggung:
	"""Where the play takes place.

	`read_mail` takes an address and a word and returns the text of the e-mail that arrived; without it nobody looks
	for mail. `say` is told each step in one line.
	"""

	browser: Browser
	url: str
	password: str
	folder: Path
	read_mail: Callable[[str, str], str] | None = None
	say: Callable[[str], None] = print
	number: int = 0
	pages: list[Page] = field(default_factory=list)

	def enter(self, akun: str, telepon: bool = False) -> "Pemeran":
		"""Sign a person in through the login page, at a desk or on a telephone."""
		page = self._open_window(telepon)
		login(page, f"{akun}@{DOMAIN}", self.password)
		settle(page)
		return Pemeran(self, page, akun)

	def open_phone(self) -> "Pemeran":
		"""Give somebody without an account a telephone."""
		return Pemeran(self, self._open_window(telepon=True), "")

	def _open_window(self, telepon: bool) -> Page:
		context = self.browser.new_context(
			base_url=self.url,
			viewport=TELEPON if telepon else LAYAR,
			device_scale_factor=2 if telepon else 1,
			is_mobile=telepon,
			has_touch=telepon,
			locale="id-ID",
			timezone_id="Asia/Jakarta",
			accept_downloads=True,
		)
		context.set_default_timeout(TIMEOUT)
		expect.set_options(timeout=TIMEOUT)
		page = context.new_page()
		watch(page)
		self.pages.append(page)
		return page

	def next_path(self, name: str, suffix: str) -> Path:
		"""The next numbered file in the folder."""
		self.number += 1
		return self.folder / f"{self.number:02d}-{name}.{suffix}"

	def keep_paper(self, content: bytes, name: str) -> Path:
		"""Keep a PDF, and its first page as a picture; returns the path of the PDF."""
		path = self.next_path(name, "pdf")
		path.write_bytes(content)
		subprocess.run(
			["pdftoppm", "-png", "-r", "110", "-f", "1", "-singlefile", path, path.with_suffix("")],
			check=True,
		)
		return path

	def assert_silent(self) -> None:
		"""Raise AssertionError if any window's console complained."""
		for page in self.pages:
			watcher_of(page).assert_silent()

	def keep_windows(self) -> None:
		"""Take a picture of every open window: for whoever has to find out why the play broke off."""
		for number, page in enumerate(self.pages):
			if not page.is_closed():
				page.screenshot(path=self.folder / f"putus-{number}.png")

	def close(self) -> None:
		"""Send everybody home; what they met is nobody's complaint any more."""
		for page in self.pages:
			close_windows(page.context)
		self.pages.clear()


@dataclass
class Pemeran:
	"""One person at a computer of their own."""

	panggung: Panggung
	page: Page
	akun: str

	def open(self, route: str) -> None:
		"""Go to an address of the desk and wait until it is there."""
		open_route(self.page, route)

	def settle(self) -> None:
		settle(self.page)

	def keep_picture(self, name: str) -> None:
		"""Take a numbered picture of what this person sees, without fleeting messages."""
		self.page.evaluate(
			"document.querySelectorAll('#alert-container .desk-alert').forEach((e) => e.remove())"
		)
		# Dialogs and menus fade in.
		self.page.wait_for_timeout(350)
		self.page.screenshot(path=self.panggung.next_path(name, "png"))

	def leave(self) -> None:
		"""Close this person's window."""
		close_windows(self.page.context)
