"""What a letter will look like, while it is written: its pages as pictures, which every browser and phone shows."""

import subprocess
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO

import frappe
import pikepdf
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.berkas import is_temporary
from eoffice_app.hak_akses.riwayat import FORMULIR, record_opening
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.naskah.berkas_konsep import BERKAS
from eoffice_app.naskah.halaman import KOLOM_HALAMAN
from eoffice_app.naskah.siap import NaskahDisiapkanError, compose_naskah, get_naskah
from eoffice_app.naskah.tempat import NOMOR, TANGGAL, show_tempat
from eoffice_app.persuratan.berkas.buatan import read_made_file
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing

DOCTYPE = "Surat Keluar"
# What the form may have changed and not saved yet.
KOLOM = (*KOLOM_HALAMAN, "isi", "penanda_tangan", "cara_tanda_tangan")
TABEL = ("tujuan", "tembusan")
BELUM_ADA = {NOMOR: "[nomor]", TANGGAL: "[tanggal]"}
TITIK_PER_INCI = 96
HALAMAN_TERBANYAK = 10
BATAS_WAKTU_GAMBAR_DETIK = 20


@frappe.whitelist(methods=["POST"])
def make_pratinjau(naskah: str) -> dict:
	"""Return the pages of a letter as its form shows it, saved or not.

	:param naskah: the document of the form as JSON
	:return: dict of `halaman` (pictures as data addresses), `jumlah` (of all pages); or of `menunggu` or `galat`, which
	        say in words why there is none
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: a new letter by who may write none
	"""
	return say_why_not(lambda: _draw(_make(naskah)))


@frappe.whitelist(methods=["POST"])
def make_pratinjau_pdf(naskah: str) -> dict:
	"""Return the PDF of a letter as its form shows it, for `make_pratinjau` as file.

	:param naskah: the document of the form as JSON
	:return: dict of `pdf` (base64), or as `make_pratinjau`
	:raises: as `make_pratinjau`
	"""
	return say_why_not(lambda: {"pdf": b64encode(_make(naskah)).decode()})


def make_naskah_terbaca(surat_keluar: str) -> bytes:
	"""Return the PDF of a letter as who only reads it sees it, with what stands for what it has not been given yet.

	:raises: as `get_naskah`, and as `make_pratinjau`
	"""
	return _make(frappe.as_json({"name": surat_keluar}))


def say_why_not(make: Callable[[], dict]) -> dict:
	"""Return what a function gives, or, where it refuses, the reason in words: `menunggu` or `galat`.

	:raises frappe.DoesNotExistError: as the function
	:raises frappe.PermissionError: as the function
	"""
	try:
		return make()
	except (frappe.DoesNotExistError, frappe.PermissionError):
		raise
	except NaskahDisiapkanError as error:
		return _say("menunggu", error)
	except frappe.ValidationError as error:
		return _say("galat", error)


def _say(key: str, error: frappe.ValidationError) -> dict:
	# Shown beside the text; in a window it would come up at each word that is typed.
	frappe.clear_last_message()
	return {key: frappe.utils.strip_html(str(error))}


def _make(naskah: str) -> bytes:
	surat = _read_surat(frappe.parse_json(naskah))
	if signed := read_made_file(surat.berkas_bernomor or surat.berkas_bertanda):
		return signed
	_require_enough(surat)
	try:
		isi = compose_naskah(surat) if surat.flags.sedang_ditulis else get_naskah(surat)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()
	return show_tempat(isi, BELUM_ADA)


def _read_surat(values: dict) -> Document:
	name = values.get("name")
	if is_temporary(name):
		_require_writer()
		surat = frappe.new_doc(DOCTYPE)
		surat.cara_menulis = values.get("cara_menulis")
		known = None
	else:
		surat = get_visible_surat(name, DOCTYPE)
		known = get_visible_surat(name, DOCTYPE)
	if not known or (
		surat.has_permission("write") and surat.cara_menulis == values.get("cara_menulis") != BERKAS
	):
		_take_over(surat, values, known)
	if known and not surat.flags.sedang_ditulis:
		record_opening(surat.name, FORMULIR, DOCTYPE)
	return surat


def _require_writer() -> None:
	# Frappe's own way to refuse raises different errors on different bases.
	if not frappe.has_permission(DOCTYPE, "create"):
		frappe.throw(
			_("Anda tidak berwenang menyusun surat keluar."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)


def _take_over(surat: Document, values: dict, known: Document | None) -> None:
	surat.update({field: values.get(field) for field in KOLOM})
	for table in TABEL:
		rows = [row for row in values.get(table) or [] if row.get("penerima")]
		surat.set(table, [{key: row.get(key) for key in ("jenis_penerima", "penerima")} for row in rows])
	surat.set_nama_penerima(known)
	surat.flags.sedang_ditulis = surat.cara_menulis != BERKAS


def _require_enough(surat: Document) -> None:
	if not surat.jenis_naskah or not frappe.db.exists("Jenis Naskah", surat.jenis_naskah):
		frappe.throw(_("Pilih jenis naskah untuk melihat pratinjau."))
	if surat.penanda_tangan and not frappe.db.exists("Jabatan", surat.penanda_tangan):
		surat.penanda_tangan = None
	if surat.cara_menulis == BERKAS and surat.is_new():
		frappe.throw(_("Simpan konsep ini untuk melihat pratinjau berkasnya."))


def _draw(isi: bytes) -> dict:
	with pikepdf.open(BytesIO(isi)) as pdf:
		jumlah = len(pdf.pages)
	shown = range(1, min(jumlah, HALAMAN_TERBANYAK) + 1)
	return {"jumlah": jumlah, "halaman": [_draw_page(isi, number) for number in shown]}


def _draw_page(isi: bytes, number: int) -> str:
	command = ["pdftoppm", "-png", "-r", str(TITIK_PER_INCI), "-f", str(number), "-singlefile", "-"]
	drawn = subprocess.run(
		command, input=isi, capture_output=True, check=True, timeout=BATAS_WAKTU_GAMBAR_DETIK
	)
	return "data:image/png;base64," + b64encode(drawn.stdout).decode()
