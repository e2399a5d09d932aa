"""Letters signed by ink: the scan is brought, the number given in a step of its own, and a letter gone wrong cancelled.

Source: SOP 003 (surat keluar: signed, then "membukukan surat keluar dan memberi nomor").
"""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import BerkasTidakSahError, TransisiTidakSahError
from eoffice_app.naskah.siap import get_naskah
from eoffice_app.naskah.tempat import fill_tempat
from eoffice_app.organisasi.pemangku import require_holder
from eoffice_app.penomoran.baris import require_alasan
from eoffice_app.penomoran.buku_nomor import cancel_number
from eoffice_app.persuratan.berkas.scan import check_berkas
from eoffice_app.persuratan.berkas.unggahan import attach_files, find_own_file, read_own_file
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan_keluar import (
	BATAL,
	BERNOMOR,
	DITANDATANGANI,
	MENUNGGU_TANDA_TANGAN,
)
from eoffice_app.persuratan.konsep.langkah import require_state, require_version
from eoffice_app.persuratan.langkah_surat import require_canceller, require_clerk, save_step
from eoffice_app.persuratan.surat_keluar.nomor import give_number, read_cara_nomor
from eoffice_app.persuratan.surat_keluar.sesudah_nomor import follow_number
from eoffice_app.persuratan.surat_keluar.transisi import BASAH, check_own_signature
from eoffice_app.saluran.keadaan import TERBUKA
from eoffice_app.saluran.pengiriman import queue_automatic, record_cancelled
from eoffice_app.tte.basah import Basah
from eoffice_app.tte.berkas_surat import (
	BERNOMOR as BERKAS_BERNOMOR,
)
from eoffice_app.tte.berkas_surat import (
	BERTANDA,
	refuse_berkas_tetap,
	save_asli,
	set_hasil,
)
from eoffice_app.tte.kode_verifikasi import compose_tautan, make_kode
from eoffice_app.tte.permintaan import PenandaTangan, PermintaanTandaTangan
from eoffice_app.tte.upaya import require_certain

DOCTYPE = "Surat Keluar"


@frappe.whitelist(methods=["POST"])
def attach_signed_scan(surat_keluar: str, versi: int, berkas: str) -> str:
	"""Bring the scan of a letter that its signer signed by ink; return its new state.

	:param versi: the version that was printed
	:param berkas: address of a freshly uploaded private file
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: he is neither the signer nor of the drafting unit nor its operator
	:raises TransisiTidakSahError: the letter does not wait for its signature
	:raises NaskahBerubahError: it has changed since
	:raises TandaTanganSendiriError: its signer drafted it in another post
	:raises BerkasTidakSahError: the scan cannot be kept
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, (MENUNGGU_TANDA_TANGAN,))
	require_version(surat, versi)
	require_clerk(surat)
	require_certain(surat.name)
	holder = require_holder(surat.penanda_tangan)
	check_own_signature(surat, holder.user)
	unggahan = _take_upload(surat, berkas)
	_keep_signed(surat, holder, unggahan)
	save_step(surat)
	attach_files(surat, [unggahan.name], BERTANDA)
	return surat.workflow_state


@frappe.whitelist(methods=["POST"])
def number_surat(
	surat_keluar: str,
	tanggal_surat: str | None = None,
	alasan: str = "",
	pesanan: str = "",
	nomor_urut: int = 0,
) -> str:
	"""Give a letter that was signed by ink its number; return it.

	:param tanggal_surat: a back date; today when left out
	:param alasan: why it is back-dated; it stays in the ledger
	:param pesanan: a reservation of the user's; with `nomor_urut` of it
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: he is neither the signer nor of the drafting unit nor its operator
	:raises TransisiTidakSahError: the letter does not wait for its number
	:raises frappe.ValidationError: see `give_number`
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, (DITANDATANGANI,))
	require_clerk(surat)
	cara = read_cara_nomor(tanggal_surat, alasan, pesanan, nomor_urut)
	surat.tanggal_surat = cara.get_tanggal()
	nomor = give_number(surat, cara)
	surat.update({"workflow_state": BERNOMOR, "nomor": nomor.nomor, "baris_nomor": nomor.baris})
	save_step(surat)
	follow_number(surat)
	queue_automatic([surat.name])
	return nomor.nomor


@frappe.whitelist(methods=["POST"])
def attach_numbered_scan(surat_keluar: str, berkas: str) -> str:
	"""Add the scan that bears the number to a letter signed by ink, beside the first one; return its address.

	:param berkas: address of a freshly uploaded private file
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: he is neither the signer nor of the drafting unit nor its operator
	:raises TransisiTidakSahError: the letter has no number, or was not signed by ink
	:raises BerkasTetapError: it has one
	:raises BerkasTidakSahError: the scan cannot be kept
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, (BERNOMOR,))
	require_clerk(surat)
	if surat.penyedia != BASAH:
		frappe.throw(
			_("Surat ini ditandatangani secara elektronik, dan berkasnya sudah memuat nomornya."),
			TransisiTidakSahError,
			title=_("Pindaian tidak diperlukan"),
		)
	if surat.get(BERKAS_BERNOMOR):
		refuse_berkas_tetap()
	unggahan = _take_upload(surat, berkas)
	check_berkas(read_own_file(unggahan), unggahan.file_name)
	surat.set(BERKAS_BERNOMOR, unggahan.file_url)
	save_step(surat)
	attach_files(surat, [unggahan.name], BERKAS_BERNOMOR)
	return unggahan.file_url


@frappe.whitelist(methods=["POST"])
def cancel_surat(surat_keluar: str, alasan: str) -> str:
	"""Cancel a letter that is signed or numbered; it stays, and so does its number, void in the ledger.

	:param alasan: why; it stays on the letter and in the ledger
	:return: the letter's new state
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: he is neither its signer nor the office's Pengelola
	:raises TransisiTidakSahError: it is a draft, sent already or cancelled
	:raises PengirimanTertutupError: a copy is on its way
	:raises AlasanKosongError: no reason
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, (DITANDATANGANI, BERNOMOR))
	require_canceller(surat)
	surat.update({"workflow_state": BATAL, "alasan": require_alasan(alasan)})
	if surat.nomor:
		cancel_number(surat.doctype, surat.name, surat.alasan)
	save_step(surat)
	_cancel_pengiriman(surat)
	return surat.workflow_state


def _cancel_pengiriman(surat: Document) -> None:
	# What is on its way is refused there: the caraka brings it back first.
	open_ones = {"surat_keluar": surat.name, "keadaan": ["in", TERBUKA]}
	for pengiriman in frappe.get_all("Pengiriman Surat", open_ones, pluck="name"):
		record_cancelled(pengiriman, surat.alasan)


def _take_upload(surat: Document, berkas: str) -> frappe._dict:
	unggahan = find_own_file(surat, berkas)
	if not unggahan:
		frappe.throw(
			_("Berkas pindaian tidak ditemukan. Unggah kembali pindaian surat ini."),
			BerkasTidakSahError,
			title=_("Berkas ditolak"),
		)
	return unggahan


def _keep_signed(surat: Document, holder: frappe._dict, unggahan: frappe._dict) -> None:
	# What was printed: the marks of its places are for machines.
	asli, kode = fill_tempat(get_naskah(surat), {}).isi, make_kode()
	siapa = PenandaTangan(holder.nama_lengkap, holder.sebagai)
	basah = Basah(read_own_file(unggahan), unggahan.file_name)
	hasil = basah.sign(PermintaanTandaTangan(asli, siapa, compose_tautan(kode)))
	surat.update(
		{
			"workflow_state": DITANDATANGANI,
			"penyedia": BASAH,
			"nama_penanda_tangan": siapa.nama,
			"sebagai": siapa.jabatan,
			"kode_verifikasi": kode,
			BERTANDA: unggahan.file_url,
		}
	)
	save_asli(surat, asli)
	set_hasil(surat, hasil)
