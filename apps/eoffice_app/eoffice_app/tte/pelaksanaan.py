"""Letters signed one after the other, each in its own transactions: first the attempt, then number, signature and files.

The number is taken in the transaction that stores the signature, so that whatever fails gives it back.
"""

from dataclasses import dataclass, field
from functools import partial

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.naskah.penanda_tangan import describe_penanda_tangan
from eoffice_app.naskah.siap import get_naskah
from eoffice_app.naskah.tempat import NOMOR, TANGGAL, fill_tempat
from eoffice_app.organisasi.pemangku import require_acting
from eoffice_app.penomoran.buku_nomor import NomorSurat
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, DITANDATANGANI, MENUNGGU_TANDA_TANGAN
from eoffice_app.persuratan.konsep.langkah import require_state, require_version
from eoffice_app.persuratan.langkah_surat import save_step
from eoffice_app.persuratan.surat_keluar.nomor import CaraNomor, give_number
from eoffice_app.persuratan.surat_keluar.sesudah_nomor import follow_number
from eoffice_app.persuratan.surat_keluar.transisi import check_own_signature
from eoffice_app.saluran.pengiriman import queue_automatic
from eoffice_app.tte.banyak import HasilSatuSurat, sign_many
from eoffice_app.tte.berkas_surat import (
	save_asli,
	save_bertanda,
	set_hasil,
)
from eoffice_app.tte.galat import (
	HasilTidakPastiError,
	KesalahanSistemError,
	PassphraseSalahError,
	TteError,
	TteTidakDipakaiError,
)
from eoffice_app.tte.kode_verifikasi import compose_tautan, make_kode
from eoffice_app.tte.pengaturan import (
	BSRE,
	get_lokasi,
	get_nik,
	get_penyedia,
	get_penyedia_kantor,
)
from eoffice_app.tte.permintaan import (
	HasilTandaTangan,
	Letak,
	Passphrase,
	PenandaTangan,
	PermintaanTandaTangan,
)
from eoffice_app.tte.rahasia import count_wrong, forget_wrong
from eoffice_app.tte.upaya import (
	DICOBA,
	MENUNGGU,
	TERBUKA,
	keep_alive,
	list_upaya,
	mark_begun,
	mark_failed,
	mark_signed,
	read_keadaan,
	require_certain,
)

DOCTYPE = "Surat Keluar"
ALASAN = "Surat dinas"


@dataclass
class Penandatanganan:
	"""One letter on its way through number and signature; `surat` and `nomor` are there once it is prepared."""

	upaya: frappe._dict
	cara: CaraNomor
	passphrase: Passphrase
	surat: Document | None = None
	nomor: NomorSurat | None = None
	asli: bytes = field(default=b"", repr=False)
	is_stored: bool = False


def sign_kelompok(kelompok: str, cara: CaraNomor, passphrase: Passphrase) -> None:
	"""Sign the letters of a group as the session's user, each on its own success or failure, which its attempt tells.

	:param cara: how they come by their numbers
	"""
	waiting = [row for row in list_upaya(kelompok, frappe.session.user) if row.keadaan == MENUNGGU]
	works = {row.name: Penandatanganan(row, cara, passphrase) for row in waiting}
	try:
		_sign_all(works, kelompok)
	except TteError as error:
		frappe.clear_last_message()
		_give_up_open(works, error)
	except Exception:
		_log_fault()
		_give_up_open(works)
	# Once the signer is done: sending them meanwhile would make him wait.
	signed = [work.upaya.surat_keluar for work in works.values() if work.is_stored]
	if signed:
		queue_automatic(signed)
		frappe.db.commit()


def _sign_all(works: dict[str, Penandatanganan], kelompok: str) -> None:
	penyedia = get_penyedia(_get_pegawai())
	prepared = ((name, partial(_prepare, work, kelompok)) for name, work in works.items())
	for hasil in sign_many(prepared, penyedia):
		_finish(works[hasil.surat], hasil)


def require_signable(surat: Document, versi: int) -> frappe._dict:
	"""Check that the session's user may sign a letter electronically now; return as whom.

	:param versi: the version that he has read
	:raises TransisiTidakSahError: it does not wait for its signature
	:raises NaskahBerubahError: it has changed since he read it
	:raises BukanPemangkuError: he does not act for the signer's post
	:raises TandaTanganSendiriError: he drafted it in another post
	:raises TteTidakDipakaiError: its kind is signed by ink alone
	"""
	require_state(surat, (MENUNGGU_TANDA_TANGAN,))
	require_version(surat, versi)
	holder = require_acting(surat.penanda_tangan)
	check_own_signature(surat, holder.user)
	if not surat.get_jenis().boleh_tte:
		frappe.throw(
			_(
				"{0} hanya boleh ditandatangani dengan tinta. Cetak surat, tanda tangani, lalu unggah pindaiannya pada surat."
			).format(frappe.bold(surat.jenis_naskah)),
			TteTidakDipakaiError,
			title=_("Hanya tanda tangan basah"),
		)
	return holder


def _get_pegawai() -> str:
	return frappe.db.get_value("Pegawai", {"user": frappe.session.user}) or ""


def _prepare(work: Penandatanganan, kelompok: str) -> PermintaanTandaTangan:
	keep_alive(kelompok)
	_begin(work)
	surat = work.surat = take_surat(work.upaya.surat_keluar, DOCTYPE)
	holder = require_signable(surat, work.upaya.versi)
	naskah = get_naskah(surat)
	_enter_signed(surat, holder, work.cara)
	work.nomor = give_number(surat, work.cara)
	nilai = {NOMOR: work.nomor.nomor, TANGGAL: write_date(surat.tanggal_surat)}
	terisi = fill_tempat(naskah, nilai, nomor_wajib=bool(surat.get_jenis().nomor_di_naskah))
	work.asli = terisi.isi
	return PermintaanTandaTangan(
		terisi.isi,
		_describe_signer(surat, holder),
		compose_tautan(surat.kode_verifikasi),
		work.passphrase,
		ALASAN,
		get_lokasi(),
		terisi.letak or Letak(),
	)


def _begin(work: Penandatanganan) -> None:
	"""Write down that this letter is tried now, if it may be."""
	if work.upaya.penyedia == BSRE:
		# Who may not sign it must not leave an attempt behind that somebody else has to settle.
		surat = take_surat(work.upaya.surat_keluar, DOCTYPE)
		require_signable(surat, work.upaya.versi)
	require_certain(work.upaya.surat_keluar, work.upaya.name)
	mark_begun(work.upaya.name)
	frappe.db.commit()


def _enter_signed(surat: Document, holder: frappe._dict, cara: CaraNomor) -> None:
	surat.update(
		{
			"penyedia": get_penyedia_kantor(),
			"nama_penanda_tangan": holder.nama_lengkap,
			"sebagai": holder.sebagai,
			"tanggal_surat": cara.get_tanggal(),
			"kode_verifikasi": make_kode(),
		}
	)


def _describe_signer(surat: Document, holder: frappe._dict) -> PenandaTangan:
	# The stamp calls him as the block below it does.
	written = describe_penanda_tangan(surat)
	return PenandaTangan(
		written["nama"], written["jabatan"], written["pangkat"], written["nip"], get_nik(holder.pegawai)
	)


def _finish(work: Penandatanganan, hasil: HasilSatuSurat) -> None:
	if hasil.galat:
		_give_up(work, hasil.galat)
		return
	try:
		_store(work, hasil.hasil)
	except Exception:
		_log_fault()
		_give_up(work, _describe_fault(work))
	else:
		forget_wrong(frappe.session.user)


def _store(work: Penandatanganan, hasil: HasilTandaTangan) -> None:
	surat = work.surat
	# Signed and numbered in one: both states are checked, the second is the one that is saved.
	surat.flags.melalui = (DITANDATANGANI,)
	surat.update({"workflow_state": BERNOMOR, "nomor": work.nomor.nomor, "baris_nomor": work.nomor.baris})
	save_asli(surat, work.asli)
	save_bertanda(surat, hasil.isi)
	set_hasil(surat, hasil)
	save_step(surat)
	mark_signed(work.upaya.name, work.nomor.nomor)
	follow_number(surat)
	frappe.db.commit()
	work.is_stored = True


def _give_up(work: Penandatanganan, galat: Exception) -> None:
	# Number, files and state go back together.
	frappe.db.rollback()
	if isinstance(galat, PassphraseSalahError):
		count_wrong(frappe.session.user)
	mark_failed(work.upaya.name, galat)
	frappe.db.commit()


def _give_up_open(works: dict[str, Penandatanganan], galat: TteError | None = None) -> None:
	"""Give up what is still open: for a reason that all share, or because of a fault of the machine."""
	frappe.db.rollback()
	for work in works.values():
		if read_keadaan(work.upaya.name) in TERBUKA:
			_give_up(work, galat or _describe_fault(work))


def _log_fault() -> None:
	frappe.db.rollback()
	frappe.log_error("Tanda tangan gagal")
	frappe.db.commit()


def _describe_fault(work: Penandatanganan) -> TteError:
	if work.upaya.penyedia == BSRE and read_keadaan(work.upaya.name) == DICOBA:
		return HasilTidakPastiError(
			_(
				"Penandatanganan oleh BSrE terputus oleh kesalahan sistem, sehingga hasilnya belum pasti. Hubungi Pengelola E-Office, lalu pastikan hasilnya pada surat ini."
			)
		)
	return KesalahanSistemError(
		_(
			"Surat belum ditandatangani karena kesalahan sistem. Coba lagi; bila tetap gagal, hubungi Pengelola E-Office."
		)
	)
