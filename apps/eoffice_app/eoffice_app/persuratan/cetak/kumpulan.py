"""A PDF of one or many sheets, of which Frappe reads only what surrounds them.

Frappe's own way takes the whole HTML to pieces to find the paper's margins and what a page says to Frappe, which for a
hundred sheets takes longer than all the rest, and waits for scripts that a sheet has not. What it looks for stands in
the frame around the sheets: the styles.
"""

import os
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import islice
from threading import Lock

import frappe
import pdfkit
import pikepdf
from frappe.utils import scrub_urls
from frappe.utils.jinja_globals import bundled_asset
from frappe.utils.pdf import cleanup, get_pdf, get_wkhtmltopdf_version, prepare_options
from packaging.version import Version

TEMPLAT = "eoffice_app/templates/cetak/kumpulan.html"
TEMPAT_LEMBAR = "<!-- lembar-kumpulan -->"
HALAMAN_BARU = '</div><div style="page-break-before: always">'
# So many go to the program that makes the PDF at a time, beside it the next are composed.
SEBAGIAN = 25
GAYA_FRAPPE = "print.bundle.css"
TAUTAN_GAYA = re.compile(r"<link\b[^>]*print\.bundle[^>]*>")
GAYA = re.compile(r"<style\b.*?</style>", re.DOTALL)
# Frappe lends the whole process's output to the program that makes the PDF: of two threads that do, as two who sign at
# once, one would wait for ever.
CETAKAN_FRAPPE = Lock()
INDENTATION = re.compile(r"\n\s+")
# What Frappe would change in a sheet: parts for paper or screen alone, heads, styles, and images that it hands over.
UNTUK_FRAPPE = re.compile(
	r"(?:visible|hidden)-pdf|(?:header|footer)-html|<style\b|<img\b(?![^>]*?\ssrc=[\"']data:)", re.IGNORECASE
)


def make_pdf(sheets: Iterable[str], style: str, title: str) -> bytes:
	"""Return the PDF of sheets, each on pages of its own and in the look that Frappe's own way gives it.

	:param sheets: HTML with the styles of each; the first are made into a PDF while the next are still composed
	:param style: CSS of all of them
	:raises OSError: as Frappe's `get_pdf`, among others where wkhtmltopdf is not installed
	"""
	sheets = iter(sheets)
	parts = iter(lambda: list(islice(sheets, SEBAGIAN)), [])
	with ThreadPoolExecutor(os.cpu_count()) as programs:
		made = [_start(programs, _Part(part, style, title)) for part in parts]
		return _join([finish() for finish in made])


class _Part:
	"""Some of the sheets in the frame around them."""

	def __init__(self, sheets: list[str], style: str, title: str):
		# Each sheet brings the same rules; repeated a hundred times they cost more than the sheets.
		rules = dict.fromkeys(rule for sheet in sheets for rule in GAYA.findall(sheet))
		values = {"judul": title, "gaya": style, "gaya_lembar": rules, "tempat": TEMPAT_LEMBAR}
		self.frame = frappe.render_template(TEMPLAT, values)
		self.sheets = HALAMAN_BARU.join(INDENTATION.sub("\n", GAYA.sub("", sheet)) for sheet in sheets)

	def make_as_frappe(self) -> bytes:
		with CETAKAN_FRAPPE:
			return get_pdf(_fill(_embed_style(self.frame), self.sheets))


def _start(programs: ThreadPoolExecutor, part: _Part) -> Callable[[], bytes]:
	"""Have the PDF of a part made; return what waits for it."""
	if UNTUK_FRAPPE.search(part.sheets):
		return part.make_as_frappe
	frame, options = prepare_options(scrub_urls(part.frame), {})
	# As Frappe's get_pdf: sheets run no scripts and read no files of the server. For scripts the program would wait a
	# fifth of a second all the same.
	options |= {"disable-javascript": "", "disable-local-file-access": "", "javascript-delay": "0"}
	if Version(get_wkhtmltopdf_version()) > Version("0.12.3"):
		options["disable-smart-shrinking"] = ""
	pages = _fill(_embed_style(frame), scrub_urls(part.sheets))
	running = programs.submit(_run, pages, options)

	def finish() -> bytes:
		try:
			return running.result()
		except OSError:
			# Frappe's own way fails likewise, and says of what in its own words.
			return part.make_as_frappe()

	return finish


def _fill(frame: str, sheets: str) -> str:
	return frame.replace(TEMPAT_LEMBAR, f"<div>{sheets}</div>")


def _run(pages: str, options: dict) -> bytes:
	try:
		return pdfkit.from_string(pages, options=options)
	finally:
		cleanup(options)


def _join(parts: list[bytes]) -> bytes:
	if len(parts) == 1:
		return parts[0]
	whole, stream = pikepdf.new(), BytesIO()
	for part in parts:
		whole.pages.extend(pikepdf.open(BytesIO(part)).pages)
	whole.save(stream)
	return stream.getvalue()


def _embed_style(frame: str) -> str:
	# Else wkhtmltopdf asks the office's web server for it, by a name that the server itself may not know.
	rules = frappe.read_file(os.path.join(frappe.local.sites_path, bundled_asset(GAYA_FRAPPE).lstrip("/")))
	return TAUTAN_GAYA.sub(lambda link: f"<style>{rules}</style>" if rules else link[0], frame)
