"""What a sender wrote, as a sheet of paper: the scan of a submission that came without one, or its first page.

An e-mail is printed before it is entered (SOP 001, e-mail in); this is that print.
"""

from functools import partial
from pathlib import Path

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_files_path
from frappe.www.printview import get_print_style

from eoffice_app.loket.ruang_unggah import PENUH
from eoffice_app.persuratan.berkas.buatan import write_made_file
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text

TEMPLAT = "eoffice_app/templates/cetak/lembar_pengajuan.html"


class PenyimpananPenuhError(frappe.ValidationError):
	"""The server has no room left for a file."""


def write_lembar(pengajuan: Document) -> str:
	"""Write the sheet of a submission as a private PDF, which goes again with a rollback; return its address.

	:raises PembuatPdfTidakAdaError: the server has no program that makes PDF files
	:raises PenyimpananPenuhError: there is no room for it
	"""
	sheet = frappe.render_template(TEMPLAT, describe_lembar(pengajuan))
	try:
		content = make_pdf([sheet], get_print_style(), pengajuan.nomor_bukti)
	except OSError as error:
		if is_pdf_maker_missing(error):
			tell_pdf_maker_missing()
		raise
	address = _write(f"pengajuan-{pengajuan.name}-isi.pdf", content)
	path = Path(get_files_path(address.rpartition("/")[2], is_private=1))
	frappe.db.after_rollback.add(partial(path.unlink, missing_ok=True))
	return address


def describe_lembar(pengajuan: Document) -> dict:
	"""Return what the sheet says: `kop`, `judul`, `baris` (pairs of name and value) and `isi`."""
	rows = (
		("Nomor Bukti", pengajuan.nomor_bukti),
		("Masuk Melalui", pengajuan.asal),
		("Diterima Pada", write_time(pengajuan.diterima_pada)),
		("Pengirim", _join(pengajuan.nama_pengirim, pengajuan.instansi_pengirim)),
		("Surel", pengajuan.surel),
		("Telepon", pengajuan.telepon),
		("Nomor Surat", pengajuan.nomor_surat),
		("Tanggal Surat", write_date(pengajuan.tanggal_surat) if pengajuan.tanggal_surat else ""),
		("Kepada", pengajuan.tujuan),
		("Perihal", pengajuan.perihal),
		*frappe.parse_json(pengajuan.isian or "[]"),
		("Berkas", "\n".join(row.nama_asli for row in pengajuan.berkas)),
	)
	return {
		"kop": get_kop(),
		"judul": pengajuan.layanan or pengajuan.asal,
		"baris": [(name, write_text(value)) for name, value in rows if value],
		"isi": write_text(pengajuan.isi),
	}


def _write(name: str, content: bytes) -> str:
	try:
		return write_made_file(name, content)
	except OSError as error:
		if error.errno not in PENUH:
			raise
		frappe.throw(
			_(
				"Penyimpanan server penuh, sehingga surat belum didaftarkan. Hubungi pengelola server, lalu coba kembali."
			),
			PenyimpananPenuhError,
			title=_("Penyimpanan penuh"),
		)


def _join(*texts: str | None) -> str:
	return ", ".join(text for text in texts if text)
