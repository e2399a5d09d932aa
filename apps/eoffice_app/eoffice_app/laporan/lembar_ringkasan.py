"""Ringkasan Pimpinan as one page, the same on the screen, on paper and in the Monday mail."""

from datetime import date

import frappe
from babel.dates import format_date
from babel.numbers import format_decimal
from frappe import _
from frappe.utils import getdate, nowdate
from frappe.utils.data import get_url_to_report
from frappe.www.printview import get_print_style

from eoffice_app.laporan.akses import require_counting_all
from eoffice_app.laporan.grafik import draw_pairs
from eoffice_app.laporan.ringkasan import PEJABAT_DITAMPILKAN, read_ringkasan
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time

ISI = "eoffice_app/templates/cetak/ringkasan_pimpinan.html"
LEMBAR = "eoffice_app/templates/cetak/lembar_ringkasan_pimpinan.html"


@frappe.whitelist()
def get_ringkasan() -> str:
	"""Return the page Ringkasan Pimpinan as HTML.

	:raises frappe.PermissionError: the user is not of the leadership
	"""
	return render_ringkasan()


@frappe.whitelist()
def download_ringkasan() -> None:
	"""Answer with Ringkasan Pimpinan as PDF.

	:raises frappe.PermissionError: the user is not of the leadership
	:raises PembuatPdfTidakAdaError: wkhtmltopdf is not installed
	"""
	require_counting_all()
	try:
		content = make_ringkasan_pdf()
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()
		return
	frappe.local.response.update({"filename": name_file(), "filecontent": content, "type": "pdf"})


def make_ringkasan_pdf(hari_ini: date | None = None) -> bytes:
	"""Return Ringkasan Pimpinan as a PDF of one page, with the letter head.

	:raises OSError: as `make_pdf`
	"""
	sheet = frappe.render_template(LEMBAR, {"kop": get_kop(), "isi": render_ringkasan(hari_ini)})
	return make_pdf([sheet], get_print_style(), _("Ringkasan Pimpinan"))


def render_ringkasan(hari_ini: date | None = None) -> str:
	"""Return the figures as HTML.

	:param hari_ini: today when left out
	:raises frappe.PermissionError: see `read_ringkasan`
	"""
	figures = read_ringkasan(hari_ini)
	return frappe.render_template(
		ISI,
		{
			**figures,
			"rentang": f"{write_date(figures['periode'].dari)} – {write_date(figures['periode'].sampai)}",
			"rentang_triwulan": f"{write_date(figures['triwulan'].dari)} – {write_date(figures['triwulan'].sampai)}",
			"dihitung": write_time(figures["dihitung"]),
			"grafik": _draw_months(figures["bulan"]),
			"tunggakan": figures["tunggakan"][:PEJABAT_DITAMPILKAN],
			"pejabat_lain": max(0, len(figures["tunggakan"]) - PEJABAT_DITAMPILKAN),
			"jumlah_terbuka": sum(row["terbuka"] for row in figures["tunggakan"]),
			"jumlah_terlambat": sum(row["terlambat"] for row in figures["tunggakan"]),
			"langkah": [step for step in figures["langkah"] if step["jumlah"]],
			"alamat": get_url_to_report,
			"angka": _write_number,
		},
	)


def name_file() -> str:
	"""Return what the PDF of today is called."""
	return f"Ringkasan Pimpinan {getdate(nowdate())}.pdf"


def _draw_months(months: list[dict]) -> str:
	locale = _get_locale()
	return draw_pairs(
		_("Surat masuk dan keluar tiap bulan"),
		[format_date(row["bulan"], "MMM yy", locale=locale) for row in months],
		(_("Masuk"), [row["masuk"] for row in months]),
		(_("Keluar"), [row["keluar"] for row in months]),
	)


def _write_number(value: float) -> str:
	return format_decimal(value, format="#,##0.#", locale=_get_locale())


def _get_locale() -> str:
	return (frappe.local.lang or "id").replace("-", "_")
