"""What the papers of a letter say: Lembar Disposisi and Bukti Registrasi. Called by their Print Formats.

Papers are official and therefore Indonesian, whatever language the one who prints them reads the desk in.
"""

import mimetypes
from base64 import b64encode
from datetime import date, datetime
from itertools import groupby

import frappe
import segno
from babel.dates import format_date
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_datetime, get_fullname, get_url_to_form, getdate
from frappe.utils import print_format as frappe_print_format

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK
from eoffice_app.persuratan.pohon import read_nodes

SIFAT = ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia")
SINGKATAN_ZONA = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
WKHTMLTOPDF_HILANG = "No wkhtmltopdf executable found"


class PembuatPdfTidakAdaError(frappe.ValidationError):
	"""The program that makes PDF files is not installed on the server."""


def get_lembar_disposisi(surat_masuk: str) -> dict:
	"""Return what the Lembar Disposisi of a letter says.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat`, `catatan` (list), `riwayat` (see `list_acts`), and as pairs of a text and
		whether it is ticked `sifat`, `derajat`, `penerima` and `instruksi`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user may not print letters (SOP 000, NB: the office's own operator)
	"""
	surat = _get_printable(surat_masuk)
	nodes = read_nodes(surat.name)
	by_addressee = [node for node in nodes if node.dari == surat.tujuan and node.status != DISPOSISI_DITARIK]
	return {
		"kop": get_kop(),
		"surat": describe_letter(surat),
		"sifat": [(sifat, sifat == surat.sifat) for sifat in SIFAT],
		"derajat": [(derajat, derajat == surat.derajat) for derajat in _list_derajat(surat)],
		"penerima": tick_penerima(surat, by_addressee),
		"instruksi": tick_instruksi(by_addressee),
		"catatan": list(dict.fromkeys(node.catatan for node in by_addressee if node.catatan)),
		"riwayat": list_acts(nodes),
	}


def get_bukti_registrasi(surat_masuk: str) -> dict:
	"""Return what the Bukti Registrasi of a letter says to its sender.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat` (whose `perihal` stays unsaid unless the letter is Biasa), `petugas`,
		`dicetak` and `kode_qr` (image that leads to the letter)
	:raises: as `get_lembar_disposisi`
	"""
	surat = _get_printable(surat_masuk)
	said = describe_letter(surat)
	if surat.sifat != "Biasa":
		said["perihal"] = f"Surat {surat.sifat} (perihal tidak dicantumkan)"
	return {
		"kop": get_kop(),
		"surat": said,
		"petugas": describe_petugas(surat),
		"dicetak": write_date(date.today()),
		"kode_qr": segno.make(get_url_to_form(surat.doctype, surat.name), error="m").png_data_uri(scale=6),
	}


@frappe.whitelist(allow_guest=True)
def download_pdf(doctype: str, name: str, **options) -> None:
	"""Answer with the PDF of a document, as Frappe does, and say clearly when the server cannot make one.

	:param options: whatever this Frappe's own function takes besides (format, letterhead, language, …)
	:raises PembuatPdfTidakAdaError: wkhtmltopdf is not installed
	:raises: for a letter also as `get_lembar_disposisi`
	"""
	if doctype == "Surat Masuk":
		# Frappe would answer with a PDF that says "not permitted", and lets readers print who may only read.
		_get_printable(name)
	try:
		frappe.call(frappe_print_format.download_pdf, doctype=doctype, name=name, **options)
	except OSError as error:
		if WKHTMLTOPDF_HILANG not in str(error):
			raise
		_tell_pdf_maker_missing()


def get_kop() -> dict:
	"""Return the letter head: the office's settings, the logo as an image that needs no further request."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	contacts = (
		("Telepon", pengaturan.telepon),
		("Surel", pengaturan.surel),
		("Laman", pengaturan.laman),
	)
	return {
		"pemerintah": pengaturan.nama_pemerintah or "",
		"instansi": pengaturan.nama_instansi or "",
		"alamat": pengaturan.alamat or "",
		"kontak": ", ".join(f"{label} {value}" for label, value in contacts if value),
		"kota": pengaturan.kota or "",
		"logo": embed_image(pengaturan.logo) if pengaturan.logo else "",
	}


def embed_image(file_url: str) -> str:
	"""Return an uploaded image as a data address, so that nobody has to fetch it; other addresses stay."""
	kind = mimetypes.guess_type(file_url)[0] or ""
	name = frappe.db.get_value("File", {"file_url": file_url}, "name")
	if not name or not kind.startswith("image/"):
		return file_url
	with open(frappe.get_doc("File", name).get_full_path(), "rb") as stream:
		return f"data:{kind};base64,{b64encode(stream.read()).decode()}"


def describe_letter(surat: Document) -> dict:
	"""Return the words of a letter for paper: dates written out, names for links, a dash for nothing."""
	klasifikasi = surat.klasifikasi and frappe.db.get_value("Klasifikasi Arsip", surat.klasifikasi, "uraian")
	return {
		"nomor_agenda": surat.nomor_agenda or "-",
		"pengirim": frappe.db.get_value("Instansi", surat.pengirim, "nama_instansi"),
		"nomor_surat": surat.nomor_surat or "-",
		"tanggal_surat": write_date(surat.tanggal_surat),
		"tanggal_terima": write_time(surat.tanggal_terima),
		"tujuan": frappe.db.get_value("Jabatan", surat.tujuan, "nama_jabatan"),
		"perihal": surat.perihal,
		"lampiran": surat.lampiran or "-",
		"saluran": surat.saluran,
		"sifat": surat.sifat,
		"derajat": surat.derajat,
		"klasifikasi": f"{surat.klasifikasi} {klasifikasi}" if klasifikasi else "-",
	}


def describe_petugas(surat: Document) -> str:
	"""Return the name of who registered the letter, as an employee where the account belongs to one."""
	held = list_posts_of_user(surat.owner, getdate(surat.tanggal_terima))
	return held[0].nama_lengkap if held else get_fullname(surat.owner)


def tick_penerima(surat: Document, nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the posts directly below the addressee in the office's order, ticked where disposed to.

	A post further down to which the addressee disposed directly follows at the end.
	"""
	ticked = {node.kepada: node.nama_kepada for node in nodes}
	below = frappe.get_all(
		"Jabatan",
		filters={"parent_jabatan": surat.tujuan, "aktif": 1},
		fields=["name", "nama_jabatan"],
		order_by="urutan asc, name asc",
	)
	listed = {row.name: row.nama_jabatan for row in below}
	return [(nama, name in ticked) for name, nama in {**listed, **ticked}.items()]


def tick_instruksi(nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the office's instructions in its order, ticked where given, and those it has given up since."""
	given = dict.fromkeys(instruksi for node in nodes for instruksi in node.instruksi)
	active = frappe.get_all(
		"Instruksi Disposisi", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
	)
	return [(instruksi, instruksi in given) for instruksi in dict.fromkeys([*active, *given])]


def list_acts(nodes: list[frappe._dict]) -> list[dict]:
	"""Return the disposisi of a letter as acts, in the order in which a paper sheet would bear them.

	What one official wrote in one go is one act: `nomor`, who (`sebagai`, `nama`, `pangkat`, `nip`), when
	(`waktu`), `instruksi`, `catatan`, `batas_waktu`, and to whom (`penerima`: each with `jabatan`, `status`,
	`keterangan`, `umpan_balik` and `pelapor`).
	"""
	groups = groupby(nodes, key=lambda node: (node.ditulis_pada, node.dari))
	return [_describe_act(number, list(group)) for number, (_key, group) in enumerate(groups, start=1)]


def write_date(day: date | str | None) -> str:
	"""Return a day as papers write it, for example 21 November 2026; a dash for none."""
	return format_date(getdate(day), "d MMMM yyyy", locale="id") if day else "-"


def write_time(moment: datetime | str | None) -> str:
	"""Return day and time in the office's zone, such as 21 November 2026, 08.15 WIB; a dash for none."""
	if not moment:
		return "-"
	moment = get_datetime(moment)
	zone = SINGKATAN_ZONA.get(frappe.get_cached_doc("Pengaturan E-Office").zona_waktu, "")
	return f"{write_date(moment)}, {moment:%H.%M} {zone}".strip()


def _tell_pdf_maker_missing() -> None:
	title = _("PDF tidak dapat dibuat")
	message = _(
		"PDF tidak dapat dibuat karena program wkhtmltopdf tidak terpasang pada server. "
		"Mintalah pengelola server memasangnya, lalu cetak kembali."
	)
	if not _is_asked_by_browser():
		frappe.throw(message, PembuatPdfTidakAdaError, title=title)
	# A paper opens in a window of its own, where Frappe would show an exception by its traceback.
	frappe.respond_as_web_page(title, message, http_status_code=503, indicator_color="red")


def _is_asked_by_browser() -> bool:
	request = getattr(frappe.local, "request", None)
	return bool(request) and "text/html" in request.headers.get("Accept", "")


def _get_printable(name: str) -> Document:
	surat = get_visible_surat(name)
	surat.check_permission("print")
	return surat


def _list_derajat(surat: Document) -> list[str]:
	active = frappe.get_all(
		"Derajat Surat", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
	)
	return list(dict.fromkeys([*active, surat.derajat]))


def _describe_act(number: int, nodes: list[frappe._dict]) -> dict:
	first = nodes[0]
	return {
		"nomor": number,
		"sebagai": first.sebagai,
		"nama": first.nama_penulis,
		"pangkat": first.pangkat_penulis or "-",
		"nip": first.nip_penulis or "-",
		"waktu": write_time(first.ditulis_pada),
		"instruksi": first.instruksi,
		"catatan": first.catatan or "",
		"batas_waktu": write_date(first.batas_waktu) if first.batas_waktu else "",
		"penerima": [_describe_penerima(node) for node in nodes],
	}


def _describe_penerima(node: frappe._dict) -> dict:
	return {
		"jabatan": node.nama_kepada,
		"status": node.status,
		"keterangan": _describe_status(node),
		"umpan_balik": node.umpan_balik or "",
		"pelapor": node.nama_pelapor or "",
	}


def _describe_status(node: frappe._dict) -> str:
	if node.status == DISPOSISI_DITARIK:
		return f"ditarik {write_time(node.ditarik_pada)}"
	if node.umpan_balik_pada:
		return f"selesai {write_time(node.umpan_balik_pada)}"
	return f"dibaca {write_time(node.dibaca_pada)}" if node.dibaca_pada else "belum dibaca"
