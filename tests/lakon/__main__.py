"""Play a letter of the counter, an incoming and an outgoing one against a running office, and show each role's pages:
python -m lakon --url URL --password-file FILE --out FOLDER.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from support.browser import launch

from lakon.keluar import play_keluar
from lakon.layar import show_layar
from lakon.loket import play_loket
from lakon.main import play
from lakon.panggung import Panggung


def main() -> int:
	"""Play once and return 0; the pictures and papers lie in the folder afterwards."""
	parser = argparse.ArgumentParser(prog="python -m lakon", description=__doc__)
	parser.add_argument("--url", required=True, help="address of the running office")
	parser.add_argument("--password-file", required=True, type=Path, help="holds the demo accounts' password")
	parser.add_argument("--out", required=True, type=Path, help="folder of the pictures and papers")
	arguments = parser.parse_args()
	arguments.out.mkdir(parents=True, exist_ok=True)
	with sync_playwright() as playwright:
		browser = launch(playwright)
		password = arguments.password_file.read_text().strip()
		panggung = Panggung(browser, arguments.url.rstrip("/"), password, arguments.out)
		try:
			for piece in (play, play_keluar, play_loket, show_layar):
				piece(panggung)
				# The operator signs in once more, and his account is open in one place at a time.
				panggung.close()
		except Exception:
			panggung.keep_windows()
			raise
		browser.close()
	return 0


if __name__ == "__main__":
	sys.exit(main())
