"""A PDF of many sheets, of which Frappe reads only what surrounds them.

Frappe's own way takes the whole HTML to pieces to find the paper's margins and what a page says to Frappe, which for a
hundred sheets takes longer than all the rest. What it looks for stands in the frame around the sheets: the styles.
"""

import os
import re

import frappe
import pdfkit
from frappe.utils import scrub_urls
from frappe.utils.jinja_globals import bundled_asset
from frappe.utils.pdf import cleanup, get_pdf, get_wkhtmltopdf_version, prepare_options
from packaging.version import Version

TEMPLAT = "eoffice_app/templates/cetak/kumpulan.html"
# Stands before the first sheet and after the last.
BATAS = "<!-- lembar-kumpulan -->"
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
	html = frappe.render_template(
		TEMPLAT,
		{
			"lembar": [_shorten(sheet) for sheet in sheets],
			# Each sheet brings the same rules; repeated a hundred times they cost more than the sheets.
			"gaya_lembar": dict.fromkeys(rules for sheet in sheets for rules in GAYA.findall(sheet)),
			"gaya": style,
			"judul": title,
			"batas": BATAS,
		},
	)
	head, rest = html.split(BATAS, 1)
	body, foot = rest.rsplit(BATAS, 1)
	if UNTUK_FRAPPE.search(body):
		return get_pdf(html)
	try:
		return _make_pdf(head + BATAS + foot, body)
	except OSError:
		# Frappe's own way fails likewise, and says of what in its own words.
		return get_pdf(html)


def _make_pdf(frame: str, body: str) -> bytes:
	frame, options = prepare_options(scrub_urls(frame), {})
	# As Frappe's get_pdf: sheets run no scripts and read no files of the server.
	options |= {"disable-javascript": "", "disable-local-file-access": ""}
	if Version(get_wkhtmltopdf_version()) > Version("0.12.3"):
		options["disable-smart-shrinking"] = ""
	try:
		return pdfkit.from_string(_embed_style(frame).replace(BATAS, scrub_urls(body)), options=options)
	finally:
		cleanup(options)


def _embed_style(frame: str) -> str:
	# Else wkhtmltopdf asks the office's web server for it, by a name that the server itself may not know.
	rules = frappe.read_file(os.path.join(frappe.local.sites_path, bundled_asset(GAYA_FRAPPE).lstrip("/")))
	return TAUTAN_GAYA.sub(lambda link: f"<style>{rules}</style>" if rules else link[0], frame)


def _shorten(sheet: str) -> str:
	return INDENTATION.sub("\n", GAYA.sub("", sheet))
