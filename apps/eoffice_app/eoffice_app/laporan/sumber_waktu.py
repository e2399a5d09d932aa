"""Reads the documents of a day with their moments, as rows of Waktu Surat without the minutes."""

import json
from collections import defaultdict
from datetime import date, datetime, timedelta

import frappe

from eoffice_app.laporan.peristiwa import PENGIRIMAN, SURAT_KELUAR, SURAT_MASUK, judge
from eoffice_app.organisasi.kalender import SEHARI
from eoffice_app.persuratan import keadaan, keadaan_keluar
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK

SEMENIT = timedelta(minutes=1)
TERKIRIM, BATAL = "Terkirim", "Batal"


def read_day(jenis: str, day: date) -> list[dict]:
	"""Return the documents of a kind that belong to a day.

	A letter belongs to the day on which it was received, an outgoing one and a delivery to the day on which it was begun.

	:return: dicts of `dokumen`, `surat`, `kelompok`, `unit`, `hasil`, `tenggat`, `selesai_pada`, of an incoming letter the
	        columns of its verification, and `saat`, the moments by the columns of `peristiwa`, only those that have come
	"""
	return PEMBACA[jenis]({"mulai": day, "akhir": day + SEHARI})


def _read_masuk(batas: dict) -> list[dict]:
	letters = frappe.db.sql(
		"""
		select surat.name, surat.tanggal_terima, surat.creation, surat.derajat, jabatan.unit_kerja unit,
			surat.tenggat, surat.workflow_state, surat.keadaan_sejak, surat.keadaan_oleh, surat.pengirim,
			hasil.owner diperiksa_oleh, hasil.creation diperiksa_pada
		from `tabSurat Masuk` surat
			left join tabJabatan jabatan on jabatan.name = surat.tujuan
			left join `tabHasil Verifikasi` hasil
				on hasil.parent = surat.name and hasil.parenttype = 'Surat Masuk' and hasil.idx = 1
		where surat.tanggal_terima >= %(mulai)s and surat.tanggal_terima < %(akhir)s
		""",
		batas,
		as_dict=True,
	)
	entered = read_entered(SURAT_MASUK, [row.name for row in letters])
	disposed = {
		row.surat_masuk: row
		for row in frappe.db.sql(
			f"""
			select disposisi.surat_masuk, min(disposisi.ditulis_pada) ditulis, min(disposisi.dibaca_pada) dibaca
			from `tabSurat Masuk` surat
				join tabDisposisi disposisi on disposisi.surat_masuk = surat.name
			where surat.tanggal_terima >= %(mulai)s and surat.tanggal_terima < %(akhir)s
				and disposisi.status != '{DISPOSISI_DITARIK}'
			group by disposisi.surat_masuk
			""",
			batas,
			as_dict=True,
		)
	}
	return [
		_describe_masuk(row, entered[row.name], disposed.get(row.name, frappe._dict())) for row in letters
	]


def _describe_masuk(row: frappe._dict, entered: dict, disposed: frappe._dict) -> dict:
	done = row.workflow_state in (keadaan.SELESAI, keadaan.DIARSIPKAN)
	selesai = _last(entered, keadaan.SELESAI, row) if done else None
	# Of a letter filed before its changes were kept it is only known since when it is filed.
	selesai = selesai or (row.keadaan_sejak if done else None)
	return {
		"dokumen": row.name,
		"surat": row.name,
		"kelompok": row.derajat,
		"unit": row.unit,
		"tenggat": row.tenggat,
		"selesai_pada": selesai,
		"hasil": judge(done, selesai, row.tenggat, row.workflow_state in keadaan.KEADAAN_DITUTUP),
		**_describe_verification(row),
		"saat": {
			"menit_diterima": row.tanggal_terima,
			# One that is entered with the present minute is entered no earlier than it came.
			"menit_dicatat": max(row.creation, row.tanggal_terima),
			"menit_diverifikasi": _first(entered, keadaan.DIVERIFIKASI),
			"menit_sampai": _first(entered, keadaan.MENUNGGU_DISPOSISI),
			"menit_didisposisikan": disposed.ditulis,
			"menit_dibaca": disposed.dibaca,
			"menit_selesai": selesai,
			"menit_diarsipkan": _last(entered, keadaan.DIARSIPKAN, row),
		},
	}


def _describe_verification(row: frappe._dict) -> dict:
	# The lines of what was found on a letter say who verified it, and when: see `store_hasil`.
	waited = row.diperiksa_pada - row.tanggal_terima if row.diperiksa_pada else timedelta()
	return {
		"pengirim": row.pengirim,
		"keadaan": row.workflow_state,
		"diperiksa_oleh": row.diperiksa_oleh,
		"ditutup_oleh": row.keadaan_oleh if row.workflow_state in keadaan.KEADAAN_DITUTUP else None,
		"lama_periksa": max(waited // SEMENIT, 0),
	}


def _read_keluar(batas: dict) -> list[dict]:
	letters = frappe.db.sql(
		"""
		select name, creation, derajat, unit_penyusun unit, workflow_state, ditandatangani_pada
		from `tabSurat Keluar` where creation >= %(mulai)s and creation < %(akhir)s
		""",
		batas,
		as_dict=True,
	)
	entered = read_entered(SURAT_KELUAR, [row.name for row in letters])
	return [_describe_keluar(row, entered[row.name]) for row in letters]


def _describe_keluar(row: frappe._dict, entered: dict) -> dict:
	sent = row.workflow_state in (keadaan_keluar.TERKIRIM, keadaan_keluar.DIARSIPKAN)
	selesai = _last(entered, keadaan_keluar.TERKIRIM, row) if sent else None
	to_sign = _first(entered, keadaan_keluar.MENUNGGU_TANDA_TANGAN)
	handed_in = (_first(entered, keadaan_keluar.MENUNGGU_PARAF), to_sign)
	return {
		"dokumen": row.name,
		"surat": row.name,
		"kelompok": row.derajat,
		"unit": row.unit,
		"tenggat": None,
		"selesai_pada": selesai,
		"hasil": judge(sent, selesai, None, row.workflow_state == keadaan_keluar.BATAL),
		"saat": {
			"menit_dibuat": row.creation,
			"menit_diajukan": min(filter(None, handed_in), default=None),
			# Returned and handed in again: complete is the konsep that was signed.
			"menit_diparaf": _last(entered, keadaan_keluar.MENUNGGU_TANDA_TANGAN, row),
			"menit_ditandatangani": row.ditandatangani_pada,
			"menit_bernomor": _first(entered, keadaan_keluar.BERNOMOR),
			"menit_terkirim": selesai,
			"menit_diarsipkan": _last(entered, keadaan_keluar.DIARSIPKAN, row),
		},
	}


def _read_pengiriman(batas: dict) -> list[dict]:
	deliveries = frappe.db.sql(
		"""
		select name, surat_keluar, creation, cara, unit_penyusun unit, keadaan, batas_waktu, dikirim_pada, diterima_pada
		from `tabPengiriman Surat` where creation >= %(mulai)s and creation < %(akhir)s
		""",
		batas,
		as_dict=True,
	)
	return [_describe_pengiriman(row) for row in deliveries]


def _describe_pengiriman(row: frappe._dict) -> dict:
	sent = row.keadaan == TERKIRIM
	selesai = row.dikirim_pada if sent else None
	return {
		"dokumen": row.name,
		"surat": row.surat_keluar,
		"kelompok": row.cara,
		"unit": row.unit,
		"tenggat": row.batas_waktu,
		"selesai_pada": selesai,
		"hasil": judge(sent, selesai, row.batas_waktu, row.keadaan == BATAL),
		"saat": {
			"menit_siap": row.creation,
			"menit_dikirim": row.dikirim_pada,
			"menit_diserahkan": row.diterima_pada,
		},
	}


def read_entered(doctype: str, names: list[str]) -> dict[str, dict[str, list[datetime]]]:
	"""Return when documents entered which of their states, in order, by name; from Frappe's own record of changes."""
	entered = defaultdict(lambda: defaultdict(list))
	if not names:
		return entered
	for name, moment, data in frappe.db.sql(
		"""
		select docname, creation, data from tabVersion
		where ref_doctype = %s and docname in %s and data like '%%workflow_state%%' order by creation
		""",
		(doctype, names),
	):
		for field, _before, after in json.loads(data).get("changed", ()):
			if field == "workflow_state":
				entered[name][after].append(moment)
	return entered


def _first(entered: dict, state: str) -> datetime | None:
	return entered[state][0] if state in entered else None


def _last(entered: dict, state: str, row: frappe._dict) -> datetime | None:
	"""The last moment a state was entered; of a letter whose changes are not kept, since when it is in that state."""
	if state in entered:
		return entered[state][-1]
	return row.get("keadaan_sejak") if row.workflow_state == state else None


PEMBACA = {SURAT_MASUK: _read_masuk, SURAT_KELUAR: _read_keluar, PENGIRIMAN: _read_pengiriman}
