"""The steps of a run: handed to the caraka, handed back, closed by the clerk; or cancelled before it began.

Source: SOP 002, 7 to 9 ("Caraka memberikan tanda terima penerima surat/buku ekspedisi kepada Adum").
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, now_datetime

from eoffice_app.ekspedisi.baris import DOCTYPE, list_of_run, save_baris
from eoffice_app.ekspedisi.galat import KeadaanEkspedisiError
from eoffice_app.ekspedisi.giliran import save_run, take_own_run, take_run
from eoffice_app.ekspedisi.keadaan import (
	BATAL,
	BERJALAN,
	DISIAPKAN,
	DITUTUP,
	KEMBALI,
	KIRIM_ULANG,
	SELESAI,
	TIDAK_TERKIRIM,
)
from eoffice_app.ekspedisi.persiapan import refuse_not_waiting
from eoffice_app.penomoran.penghitung import allocate_dated, allocate_number
from eoffice_app.saluran.keadaan import TIDAK_TERKIRIM as KIRIMAN_TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import JejakKirim, lock_pengiriman, record_sent, record_waiting

DERET_EKSPEDISI, DERET_BUKU = "Ekspedisi", "Buku Ekspedisi"


@frappe.whitelist(methods=["POST"])
def hand_over(ekspedisi: str) -> str:
	"""Hand the letters of a run to its caraka: it gets its number, its letters get theirs in the book and are under way.

	:return: the new state
	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises KeadaanEkspedisiError: it has begun already, or is empty
	:raises SuratTidakMenungguError: a delivery went another way meanwhile
	"""
	run = take_run(ekspedisi, (DISIAPKAN,))
	rows = list_of_run(run.name)
	if not rows:
		_refuse_step(_("Ekspedisi ini belum berisi surat. Tambahkan surat terlebih dahulu."))
	now = now_datetime()
	jejak = JejakKirim(dikirim_pada=now, operator=frappe.session.user, ekspedisi=run.name)
	# Letters are locked in one order by all, so that two runs that share some wait and do not block each other.
	for row in sorted(rows, key=lambda row: (row.surat_keluar, row.pengiriman)):
		refuse_not_waiting(lock_pengiriman(row.pengiriman))
		record_sent(row.pengiriman, jejak)
	values = {"keadaan": BERJALAN, "diserahkan_pada": now, "diserahkan_oleh": frappe.session.user}
	save_run(run, **values, tanggal=now.date())
	_number(run, rows)
	return run.keadaan


@frappe.whitelist(methods=["POST"])
def hand_back(ekspedisi: str) -> str:
	"""Note that the caraka is back with the book; return the new state. By the clerk, or by the caraka on his phone.

	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises KeadaanEkspedisiError: it is not under way
	"""
	own = frappe.db.get_value("Ekspedisi", ekspedisi, "akun_caraka") == frappe.session.user
	run = (take_own_run if own else take_run)(ekspedisi, (BERJALAN,))
	return save_run(run, keadaan=KEMBALI, kembali_pada=now_datetime())


@frappe.whitelist(methods=["POST"])
def close_run(ekspedisi: str, tindak_lanjut: dict | str) -> str:
	"""Close a run that was handed back; what could not be delivered waits anew, or stays undelivered with its reason.

	:param tindak_lanjut: name of each undelivered line → KIRIM_ULANG or SELESAI
	:return: the new state
	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises KeadaanEkspedisiError: it is not back, a line has no outcome yet, or nobody said what becomes of one
	"""
	run = take_run(ekspedisi, (KEMBALI,))
	rows = list_of_run(run.name)
	if any(not row.hasil for row in rows):
		_refuse_step(
			_(
				"Masih ada surat tanpa hasil. Tunggu ponsel caraka terhubung, atau catat hasilnya dari buku, lalu tutup kembali."
			)
		)
	chosen = frappe.parse_json(tindak_lanjut)
	undelivered = [row for row in rows if row.hasil == TIDAK_TERKIRIM]
	if any(chosen.get(row.name) not in (KIRIM_ULANG, SELESAI) for row in undelivered):
		_refuse_step(_("Pilih tindak lanjut bagi setiap surat yang tidak terkirim."))
	for row in sorted(undelivered, key=lambda row: (row.surat_keluar, row.pengiriman)):
		_follow_up(row, chosen[row.name])
	frappe.db.set_value(DOCTYPE, {"ekspedisi": run.name}, "kunci_terbuka", None)
	values = {"ditutup_pada": now_datetime(), "ditutup_oleh": frappe.session.user}
	return save_run(run, keadaan=DITUTUP, **values)


@frappe.whitelist(methods=["POST"])
def cancel_run(ekspedisi: str) -> str:
	"""Cancel a run that has not begun; its letters wait as before. Return the new state.

	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises KeadaanEkspedisiError: it has begun
	"""
	run = take_run(ekspedisi, (DISIAPKAN,))
	frappe.db.delete(DOCTYPE, {"ekspedisi": run.name})
	return save_run(run, keadaan=BATAL)


def _number(run: Document, rows: list[frappe._dict]) -> None:
	# Always in this order, and last: the counters are locked until the transaction ends.
	tahun = getdate(run.tanggal).year
	nomor = allocate_number(f"{DERET_EKSPEDISI}/{tahun}")
	save_run(run, nomor=nomor, kunci_nomor=f"{tahun}/{nomor}")
	last, _latest = allocate_dated(f"{DERET_BUKU}/{tahun}", getdate(run.tanggal), len(rows))
	for nomor_urut, row in enumerate(rows, start=last - len(rows) + 1):
		save_baris(
			frappe.get_doc(DOCTYPE, row.name),
			tahun=tahun,
			nomor_urut=nomor_urut,
			kunci_nomor=f"{tahun}/{nomor_urut}",
			dikirim_pada=run.diserahkan_pada,
		)


def _follow_up(row: frappe._dict, tindak_lanjut: str) -> None:
	# Whoever chose another way for it meanwhile has decided already.
	if tindak_lanjut == KIRIM_ULANG and lock_pengiriman(row.pengiriman).keadaan == KIRIMAN_TIDAK_TERKIRIM:
		record_waiting(row.pengiriman)
	save_baris(frappe.get_doc(DOCTYPE, row.name), tindak_lanjut=tindak_lanjut)


def _refuse_step(message: str) -> None:
	frappe.throw(message, KeadaanEkspedisiError, title=_("Ekspedisi belum lengkap"))
