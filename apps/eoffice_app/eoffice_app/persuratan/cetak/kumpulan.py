"""A PDF of many sheets, of which Frappe reads only what surrounds them.

Frappe's own way takes the whole HTML to pieces to find the paper's margins and what a page says to Frappe, which for a
hundred sheets takes longer than all the rest. What it looks for stands in the frame around the sheets: the styles.
"""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from math import ceil

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
# Fewer sheets than these are not worth a second start of the program that makes the PDF.
SEBAGIAN = 20
GAYA_FRAPPE = "print.bundle.css"
TAUTAN_GAYA = re.compile(r"<link\b[^>]*print\.bundle[^>]*>")
GAYA = re.compile(r"<style\b.*?</style>", re.DOTALL)
INDENTATION = re.compile(r"\n\s+")
# What Frappe would change in a sheet: parts for paper or screen alone, heads, styles, and images that it hands over.
UNTUK_FRAPPE = re.compile(
	r"(?:visible|hidden)-pdf|(?:header|footer)-html|<style\b|<img\b(?![^>]*?\ssrc=[\"']data:)", re.IGNORECASE
)


def make_pdf(sheets: list[str], style: str, title: str) -> bytes:
	"""Return the PDF of sheets, each on pages of its own and in the look that Frappe's own way gives it.

	:param sheets: HTML with the styles of each
	:param style: CSS of all of them
	:raises OSError: as Frappe's `get_pdf`, among others where wkhtmltopdf is not installed
	"""
	# Each sheet brings the same rules; repeated a hundred times they cost more than the sheets.
	rules = dict.fromkeys(rule for sheet in sheets for rule in GAYA.findall(sheet))
	frame = frappe.render_template(
		TEMPLAT, {"judul": title, "gaya": style, "gaya_lembar": rules, "tempat": TEMPAT_LEMBAR}
	)
	sheets = [INDENTATION.sub("\n", GAYA.sub("", sheet)) for sheet in sheets]
	if any(map(UNTUK_FRAPPE.search, sheets)):
		return get_pdf(_fill(frame, sheets))
	try:
		return _make_pdf(frame, _share_out(sheets))
	except OSError:
		# Frappe's own way fails likewise, and says of what in its own words.
		return get_pdf(_fill(frame, sheets))


def _fill(frame: str, sheets: list[str]) -> str:
	return frame.replace(TEMPAT_LEMBAR, f"<div>{HALAMAN_BARU.join(sheets)}</div>")


def _share_out(sheets: list[str]) -> list[list[str]]:
	"""Return the sheets in as many parts as there are processors to make them at the same time."""
	parts = min(os.cpu_count() or 1, ceil(len(sheets) / SEBAGIAN))
	size = ceil(len(sheets) / parts)
	return [sheets[begin : begin + size] for begin in range(0, len(sheets), size)]


def _make_pdf(frame: str, parts: list[list[str]]) -> bytes:
	frame, options = prepare_options(scrub_urls(frame), {})
	# As Frappe's get_pdf: sheets run no scripts and read no files of the server.
	options |= {"disable-javascript": "", "disable-local-file-access": ""}
	if Version(get_wkhtmltopdf_version()) > Version("0.12.3"):
		options["disable-smart-shrinking"] = ""
	frame = _embed_style(frame)
	pages = [_fill(frame, [scrub_urls(sheet) for sheet in part]) for part in parts]
	try:
		with ThreadPoolExecutor(len(pages)) as programs:
			return _join(list(programs.map(partial(pdfkit.from_string, options=options), pages)))
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
