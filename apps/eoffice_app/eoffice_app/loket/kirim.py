"""What the form page asks of the office: everything a guest may do at the counter, and nothing that tells him of others.

A sender proves some work, gets a session, uploads his files into it in parts, and sends the form once. Each function may
be called by everybody; what it needs is the session's token, which nobody else has.
"""

import json
import re

import frappe
from frappe import _
from frappe.utils import cint, getdate

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.loket import ruang_unggah
from eoffice_app.loket.batas import limit, limit_pengirim
from eoffice_app.loket.berkas import check_isi, check_ukuran
from eoffice_app.loket.berkas_pengajuan import BerkasTerunggah
from eoffice_app.loket.bukti_kerja import check_jawaban, make_tantangan
from eoffice_app.loket.keadaan import FORMULIR_WEB
from eoffice_app.loket.masukan import PengajuanTidakLengkapError
from eoffice_app.loket.pengajuan import DataPengajuan, HasilPengajuan, find_same, submit
from eoffice_app.loket.ruang_unggah import BerkasSpool, SesiUnggahTidakAdaError
from eoffice_app.persuratan.kode_cetak import group_code

BERKAS_BAWAAN = 10
BAGIAN_TERBESAR = 1024**2
# No person sees this field; who fills it in is a program.
JEBAKAN = "laman_web"
KUNCI_SAH = re.compile(r"[0-9a-f]{32}")
ISIAN = (
	"nama_pengirim",
	"instansi_pengirim",
	"surel",
	"telepon",
	"nomor_surat",
	"perihal",
	"tujuan",
	"isi",
)


class KirimanTidakWajarError(frappe.ValidationError):
	"""What no person with our page would send."""


@frappe.whitelist(allow_guest=True, methods=["POST"])
def get_tantangan() -> dict:
	"""Return the work to do before sending; see `make_tantangan`."""
	limit("mulai")
	return make_tantangan()


@frappe.whitelist(allow_guest=True, methods=["POST"])
def begin(tantangan: str, jawaban: str) -> dict:
	"""Begin a session for who did the work: dict of `sesi`, its token.

	:raises BuktiKerjaSalahError: the work was not done
	:raises RuangUnggahPenuhError: no room
	:raises TerlaluSeringError: asked too often; so all here
	"""
	limit("mulai")
	check_jawaban(tantangan, jawaban)
	return {"sesi": ruang_unggah.open_sesi()}


@frappe.whitelist(allow_guest=True, methods=["POST"])
def begin_berkas(sesi: str, nama: str, ukuran: int) -> dict:
	"""Begin a file: dict of `berkas`, its number, and `diterima`, how much of it is there.

	:raises BerkasTidakSahError: empty, too large, or one too many
	:raises SesiUnggahTidakAdaError: see there; so all here
	:raises RuangUnggahPenuhError: no room
	"""
	limit("berkas")
	check_ukuran(nama, cint(ukuran))
	if len(ruang_unggah.list_berkas(sesi)) >= get_berkas_terbanyak():
		_refuse(
			_("Paling banyak {0} berkas setiap kiriman. Gabungkan beberapa berkas menjadi satu.").format(
				get_berkas_terbanyak()
			)
		)
	return _tell(ruang_unggah.add_berkas(sesi, nama[:200], cint(ukuran)))


@frappe.whitelist(allow_guest=True, methods=["POST"])
def put_bagian(sesi: str, berkas: int, mulai: int) -> dict:
	"""Add the part in the request's file `isi`, and check the file when it is whole; see `begin_berkas`.

	A part that begins elsewhere than where the file ends is left out: the sender goes on at `diterima`.

	:raises BerkasTidakSahError: the file is not accepted, and is removed again
	"""
	limit("bagian")
	sent = frappe.request.files.get("isi")
	isi = b"" if sent is None else sent.stream.read(BAGIAN_TERBESAR + 1)
	if len(isi) > BAGIAN_TERBESAR:
		_refuse(_("Bagian berkas ini terlalu besar. Muat ulang halaman, lalu pilih kembali berkasnya."))
	found = ruang_unggah.put_bagian(sesi, cint(berkas), cint(mulai), isi)
	if not found:
		_refuse(_("Berkas ini tidak ada lagi. Pilih kembali berkasnya."))
	if found.diterima == found.ukuran and not found.jenis:
		found = _check_whole(sesi, found)
	return _tell(found)


@frappe.whitelist(allow_guest=True, methods=["POST"])
def get_berkas(sesi: str) -> list[dict]:
	"""Return what has arrived in a session, for who lost his connection; see `begin_berkas`."""
	limit("berkas")
	return [_tell(each) for each in ruang_unggah.list_berkas(sesi)]


@frappe.whitelist(allow_guest=True, methods=["POST"])
def remove_berkas(sesi: str, berkas: int) -> None:
	"""Take a file out of a session again."""
	limit("berkas")
	ruang_unggah.remove_berkas(sesi, cint(berkas))


@frappe.whitelist(allow_guest=True, methods=["POST"])
def send(sesi: str, kunci: str, layanan: str, isian: str) -> dict:
	"""Hand in what was filled in and uploaded; the same `kunci` again gives the answer of the first.

	:param kunci: 128 random bits as the page chose them
	:param isian: JSON of the fields of ISIAN, `tanggal_surat`, `rahasia`, `jawaban` (a service's own questions) and JEBAKAN
	:return: dict of `nomor_bukti` and `kode`, by which the sender follows it; nothing of what he sent
	:raises PengajuanTidakLengkapError: see `submit`
	:raises KirimanTidakWajarError: see there
	"""
	limit("kirim")
	data = read_isian(kunci, layanan, isian)
	try:
		files = _read_files(sesi)
	except SesiUnggahTidakAdaError:
		# A second click, whose first has been answered and has cleared the room.
		if not (found := find_same(data)):
			raise
		frappe.clear_messages()
		return _tell_result(found)
	limit_pengirim(data.surel, data.instansi_pengirim)
	with ruang_unggah.told_when_full():
		result = submit(data, files)
	frappe.db.after_commit.add(lambda: ruang_unggah.close_sesi(sesi))
	return _tell_result(result)


def read_isian(kunci: str, layanan: str, isian: str) -> DataPengajuan:
	"""Return what the page sent as the quarantine takes it.

	:raises KirimanTidakWajarError: see there
	:raises PengajuanTidakLengkapError: a date that is none
	"""
	values = _parse(isian)
	if not KUNCI_SAH.fullmatch(kunci) or values.get(JEBAKAN):
		_refuse_unnatural()
	texts = {name: str(values.get(name) or "") for name in ISIAN}
	answers = values.get("jawaban") or {}
	if not isinstance(answers, dict):
		_refuse_unnatural()
	return DataPengajuan(
		asal=FORMULIR_WEB,
		layanan=layanan,
		kunci_kirim=kunci,
		tanggal_surat=_read_date(str(values.get("tanggal_surat") or "")),
		rahasia=bool(values.get("rahasia")),
		isian={str(label): str(answer) for label, answer in answers.items()},
		**texts,
	)


def get_berkas_terbanyak() -> int:
	"""Return how many files may be sent at once."""
	setting = frappe.db.get_single_value("Pengaturan E-Office", "berkas_kiriman_maksimum")
	return cint(setting) or BERKAS_BAWAAN


def _check_whole(sesi: str, berkas: BerkasSpool) -> BerkasSpool:
	limit("periksa")
	try:
		jenis = check_isi(berkas.nama, ruang_unggah.read_isi(sesi, berkas.nomor))
	except BerkasTidakSahError:
		ruang_unggah.remove_berkas(sesi, berkas.nomor)
		raise
	return ruang_unggah.keep_jenis(sesi, berkas, jenis)


def _read_files(sesi: str) -> list[BerkasTerunggah]:
	files = ruang_unggah.list_berkas(sesi)
	for each in files:
		if not each.jenis:
			_refuse(
				_("Ada berkas yang belum selesai diunggah. Tunggu sampai selesai, atau hapus berkas itu.")
			)
	return [BerkasTerunggah(each.nama, ruang_unggah.read_isi(sesi, each.nomor), each.jenis) for each in files]


def _tell(berkas: BerkasSpool) -> dict:
	return {
		"berkas": berkas.nomor,
		"nama": berkas.nama,
		"ukuran": berkas.ukuran,
		"diterima": berkas.diterima,
		"selesai": bool(berkas.jenis),
	}


def _tell_result(result: HasilPengajuan) -> dict:
	return {"nomor_bukti": result.nomor_bukti, "kode": group_code(result.kode)}


def _parse(isian: str) -> dict:
	try:
		values = json.loads(isian)
	except ValueError:
		values = None
	if not isinstance(values, dict):
		_refuse_unnatural()
	return values


def _read_date(text: str):
	try:
		return getdate(text) if text else None
	except (ValueError, frappe.ValidationError):
		frappe.clear_messages()
		frappe.throw(
			_("Tanggal surat tidak benar. Isi tanggal, bulan dan tahunnya."),
			PengajuanTidakLengkapError,
			title=_("Belum lengkap"),
		)


def _refuse(message: str) -> None:
	frappe.throw(message, BerkasTidakSahError, title=_("Berkas ditolak"))


def _refuse_unnatural() -> None:
	frappe.throw(
		_("Kiriman ini tidak dapat diterima. Muat ulang halaman, lalu kirim kembali; isian Anda masih ada."),
		KirimanTidakWajarError,
		title=_("Kirim kembali"),
	)
