"""The Bukti Penerimaan: what a sender takes home from the counter, once, right after he has sent.

Source: SOP 000, Tugas Operator ("menyerahkan bukti registrasi … kepada pihak pemilik surat").
"""

import frappe
import segno
from frappe import _
from frappe.utils import add_to_date, now_datetime
from frappe.www.printview import get_print_style

from eoffice_app.loket.batas import TerlaluSeringError, limit
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.kode_cetak import group_code, read_code
from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint, get_status_url

TEMPLAT = "eoffice_app/templates/cetak/bukti_penerimaan.html"
BERLAKU_MENIT = 60


@frappe.whitelist(allow_guest=True, methods=["POST"])
def download_bukti(kode: str) -> None:
	"""Answer with the receipt of a submission of the last hour as PDF, or with a page that says why not.

	The code is the right; later it opens no more than the tracking page.

	:raises PembuatPdfTidakAdaError: see `tell_pdf_maker_missing`
	"""
	try:
		limit("bukti")
	except TerlaluSeringError as error:
		frappe.clear_messages()
		frappe.respond_as_web_page(_("Tunggu sebentar"), str(error), http_status_code=429)
		return
	name = find_recent(kode)
	if not name:
		_tell_absent()
		return
	pengajuan = frappe.get_doc("Pengajuan Surat", name)
	try:
		content = make_pdf(
			[render_bukti(pengajuan, read_code(kode))], get_print_style(), pengajuan.nomor_bukti
		)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()
		return
	filename = f"Bukti Penerimaan {pengajuan.nomor_bukti.replace('/', '-')}.pdf"
	frappe.local.response.update({"filename": filename, "filecontent": content, "type": "pdf"})


def find_recent(kode: str) -> str | None:
	"""Return the submission of a code, if it came within the last hour; None else, and for a wrong code."""
	since = add_to_date(now_datetime(), minutes=-BERLAKU_MENIT)
	filters = {"kode_sidik": fingerprint(kode), "diterima_pada": [">=", since]}
	return frappe.db.get_value("Pengajuan Surat", filters)


def render_bukti(pengajuan: frappe.model.document.Document, kode: str) -> str:
	"""Return the receipt as HTML; of a secret letter it does not say what it is about."""
	rows = (
		("Diterima", f"{write_time(pengajuan.diterima_pada)} melalui {pengajuan.asal}"),
		("Layanan", pengajuan.layanan),
		("Pengirim", pengajuan.nama_pengirim),
		("Instansi", pengajuan.instansi_pengirim),
		("Nomor surat", pengajuan.nomor_surat),
		("Tanggal surat", write_date(pengajuan.tanggal_surat) if pengajuan.tanggal_surat else ""),
		("Perihal", "(surat rahasia, perihal tidak dicantumkan)" if pengajuan.rahasia else pengajuan.perihal),
		("Berkas", f"{len(pengajuan.berkas)} berkas"),
	)
	return frappe.render_template(
		TEMPLAT,
		{
			"kop": get_kop(),
			"nomor_bukti": pengajuan.nomor_bukti,
			"baris": [(name, write_text(value)) for name, value in rows if value],
			"kode": group_code(kode),
			"alamat_lacak": get_status_url(kode),
			"kode_qr": segno.make(get_status_url(kode), error="m").png_data_uri(scale=6),
		},
	)


def _tell_absent() -> None:
	frappe.respond_as_web_page(
		_("Bukti tidak dapat diunduh lagi"),
		_(
			"Bukti penerimaan hanya dapat diunduh dalam satu jam sesudah surat terkirim. Surat Anda tetap tercatat: lihat di halaman {0} dengan kode lacaknya."
		).format('<a href="/lacak">/lacak</a>'),
		http_status_code=404,
		indicator_color="red",
	)
