"""What a caraka's phone asks of the office: his runs, and to take in what he noted, perhaps hours ago and twice.

He sees no letter: only what stands outside on the copy that he carries. His right is that the run is his.
"""

from datetime import timedelta

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.sessions import get_csrf_token
from frappe.utils import cint, get_fullname, now_datetime

from eoffice_app.ekspedisi.baris import DOCTYPE, list_of_run
from eoffice_app.ekspedisi.galat import TandaTerimaTidakSahError
from eoffice_app.ekspedisi.gambar import read_foto, read_tanda_tangan
from eoffice_app.ekspedisi.giliran import refuse_unknown, require_state, take_run
from eoffice_app.ekspedisi.hasil import HasilAntar, write_hasil
from eoffice_app.ekspedisi.keadaan import BERJALAN, DITERIMA, MENERIMA_CATATAN, PERAN_CARAKA
from eoffice_app.persuratan.giliran import wait_for_turn
from eoffice_app.persuratan.kode_cetak import read_code

# What the phone keeps of a letter. Its perihal is not among them: nobody at the gate needs it.
KOLOM_PONSEL = ("nomor_urut", "nomor_surat", "jenis_salinan", "tujuan", "melalui", "alamat", "kode", "hasil")
KUNCI_TERPANJANG = 64
# A note that is older was made by a clock gone wrong.
UMUR_TERTUA_MS = 60 * 24 * 3600 * 1000


@frappe.whitelist()
def get_tugas() -> dict:
	"""Return the runs that the user has under way, with what his phone needs to work without network.

	:return: dict of `akun`, `nama`, `token` (which requests that change something carry) and `ekspedisi`: dicts of `name`,
	        `nomor`, `tanggal`, `surat` (dicts of `baris`, KOLOM_PONSEL, `kode_surat` (in the QR of a
	        signed letter) and `penanda`: its sifat unless Biasa)
	:raises frappe.PermissionError: the user is no caraka
	"""
	user = frappe.session.user
	if PERAN_CARAKA not in frappe.get_roles(user):
		frappe.throw(
			_("Halaman ini untuk caraka. Minta Pengelola E-Office memberi peran Caraka pada akun Anda."),
			frappe.PermissionError,
			title=_("Bukan caraka"),
		)
	runs = frappe.get_all(
		"Ekspedisi",
		filters={"akun_caraka": user, "keadaan": BERJALAN},
		fields=["name", "nomor", "tanggal"],
		order_by="diserahkan_pada asc",
	)
	for run in runs:
		run.surat = [_describe(row) for row in list_of_run(run.name)]
	return {"akun": user, "nama": get_fullname(user), "token": get_csrf_token(), "ekspedisi": runs}


@frappe.whitelist(methods=["POST"])
def record_hasil(
	baris: str,
	kunci: str,
	hasil: str,
	umur: int,
	nama_penerima: str = "",
	jabatan_penerima: str = "",
	alasan: str = "",
	tanda_tangan: str = "",
	foto: str = "",
	kode: str = "",
) -> dict:
	"""Take in what the caraka of a run noted of a letter. The same note sent twice, also at once, counts once.

	:param kunci: the note's own key, made on the phone
	:param hasil: DITERIMA or TIDAK_TERKIRIM
	:param umur: milliseconds since it happened: a difference is right also where the phone's clock is not
	:param tanda_tangan: picture as data address; wanted for DITERIMA
	:param foto: the same, if he took one
	:param kode: what stood in the QR of the copy, if he scanned it
	:return: dict of `baris`, `hasil` and `waktu`
	:raises frappe.DoesNotExistError: no such line, or not on a run of this user
	:raises KeadaanEkspedisiError: the run has been closed
	:raises TandaTerimaTidakSahError: see `write_hasil`; the key was used for another letter, or the code is another's
	:raises SudahTercatatError: somebody else noted the outcome before
	"""
	run, row = _take_line(baris)
	if not kunci or len(kunci) > KUNCI_TERPANJANG:
		_refuse(_("Catatan ini tidak mempunyai kunci. Catat kembali dari halaman Caraka."))
	if row.kunci != kunci:
		_refuse_used_key(kunci)
		require_state(run, MENERIMA_CATATAN)
		_check_kode(row, kode)
		write_hasil(
			run,
			row,
			HasilAntar(
				hasil=hasil,
				waktu=now_datetime() - _read_umur(umur),
				nama_penerima=nama_penerima,
				jabatan_penerima=jabatan_penerima,
				alasan=alasan,
				tanda_tangan=read_tanda_tangan(tanda_tangan) if hasil == DITERIMA else None,
				foto=read_foto(foto) if foto else None,
				kunci=kunci,
				dipindai=bool(kode),
			),
		)
	return {"baris": row.name, "hasil": row.hasil, "waktu": row.waktu}


@frappe.whitelist(methods=["POST"])
def record_from_book(
	ekspedisi: str,
	baris: str,
	hasil: str,
	waktu: str,
	nama_penerima: str = "",
	jabatan_penerima: str = "",
	alasan: str = "",
) -> str:
	"""Take in what the clerk reads in the paper book, where the phone noted nothing; return the outcome.

	:param waktu: when it happened
	:raises frappe.DoesNotExistError: no such run or line, or not for this user
	:raises: as `write_hasil`
	"""
	run = take_run(ekspedisi, MENERIMA_CATATAN)
	if frappe.db.get_value(DOCTYPE, baris, "ekspedisi") != run.name:
		refuse_unknown()
	row = frappe.get_doc(DOCTYPE, baris, for_update=True)
	write_hasil(
		run,
		row,
		HasilAntar(
			hasil=hasil,
			waktu=frappe.utils.get_datetime(waktu),
			nama_penerima=nama_penerima,
			jabatan_penerima=jabatan_penerima,
			alasan=alasan,
		),
	)
	return row.hasil


def _describe(row: frappe._dict) -> dict:
	is_open = row.sifat == "Biasa"
	return {
		"baris": row.name,
		**{column: row[column] or "" for column in KOLOM_PONSEL},
		# The QR of a signed letter leads to a page about it; one that is not Biasa travels in a closed envelope.
		"kode_surat": row.kode_verifikasi or "" if is_open else "",
		"penanda": "" if is_open else row.sifat,
	}


def _take_line(baris: str) -> tuple[Document, Document]:
	ekspedisi = frappe.db.get_value(DOCTYPE, baris, "ekspedisi") or ""
	# The run first, as its other steps do: so nobody closes it while a note of it is taken in.
	wait_for_turn("Ekspedisi", ekspedisi)
	if not ekspedisi or frappe.db.get_value("Ekspedisi", ekspedisi, "akun_caraka") != frappe.session.user:
		refuse_unknown()
	if not frappe.db.exists(DOCTYPE, baris):
		refuse_unknown()
	return frappe.get_doc("Ekspedisi", ekspedisi, for_update=True), frappe.get_doc(
		DOCTYPE, baris, for_update=True
	)


def _read_umur(umur: int) -> timedelta:
	if abs(cint(umur)) > UMUR_TERTUA_MS:
		_refuse(_("Waktu catatan ini tidak masuk akal. Sampaikan hasilnya kepada petugas persuratan."))
	return timedelta(milliseconds=cint(umur))


def _refuse_used_key(kunci: str) -> None:
	if frappe.db.exists(DOCTYPE, {"kunci": kunci}):
		_refuse(_("Kunci catatan ini sudah dipakai surat lain. Catat kembali dari halaman Caraka."))


def _check_kode(row: Document, kode: str) -> None:
	# Somebody else's paper in the hand is worth stopping for; the page itself has refused it already.
	if not kode:
		return
	known = (
		frappe.db.get_value("Pengiriman Surat", row.pengiriman, "kode"),
		frappe.db.get_value("Surat Keluar", row.surat_keluar, "kode_verifikasi"),
	)
	if read_code(kode.rpartition("/")[2]) not in [read_code(code) for code in known if code]:
		_refuse(_("QR yang dipindai bukan milik surat ini. Pindai kembali salinan yang benar."))


def _refuse(message: str) -> None:
	frappe.throw(message, TandaTerimaTidakSahError, title=_("Tanda terima belum sah"))
