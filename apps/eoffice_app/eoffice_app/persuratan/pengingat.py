"""Reminders: letters that wait for the head's disposisi, and disposisi past their last day.

What is due is found by the index on `pengingat_berikut`. The notice and the next due moment are written in one
transaction, so that each reminder is sent once, however often and from wherever this runs, and wherever it is killed.
Whoever slept for days is reminded once, not once for each day.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import frappe
from frappe import _
from frappe.utils import get_datetime, getdate, now_datetime

from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.organisasi.waktu_kerja import next_opening, opening_from
from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.persuratan.disposisi.pohon import is_open
from eoffice_app.persuratan.keadaan import DISPOSISI_DILAPORKAN, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.pemberitahuan import insert_notices
from eoffice_app.persuratan.pemberitahuan.pengirim import send_waiting_notices

# So many at once that the database is asked seldom, so few that nobody waits for the lock on his letter.
SEKALI_JALAN = 500
ATASAN_PADA_PENGINGAT = 2


@frappe.whitelist(methods=["POST"])
def send_waiting_letter_reminders() -> None:
	"""Have the addressees reminded of letters without disposisi; called by the Server Script "Ingatkan Pimpinan".

	Source: SOP 000, Note ("apabila dalam 4 hari belum mendapatkan disposisi … dinotifikasi ulang").

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(remind_of_waiting_letters)


@frappe.whitelist(methods=["POST"])
def send_overdue_disposisi_reminders() -> None:
	"""Have recipients reminded of overdue disposisi; called by the Server Script "Ingatkan Disposisi Terlambat".

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(remind_of_overdue_disposisi)


def remind_of_waiting_letters(saat: datetime | None = None) -> None:
	"""Queue a notice for each letter whose head has not moved it, and send them.

	:param saat: the moment in the office's zone; now when left out
	"""
	queue_due(queue_some_letters, saat or now_datetime())
	send_waiting_notices()


def remind_of_overdue_disposisi(saat: datetime | None = None) -> None:
	"""Queue the notices for each open disposisi past its last day, and send them.

	:param saat: the moment in the office's zone; now when left out
	"""
	queue_due(queue_some_disposisi, saat or now_datetime())
	send_waiting_notices()


def queue_due(queue_some: Callable[[datetime], int], saat: datetime) -> None:
	"""Call `queue_some(saat)` and commit until it finds nothing due; nothing at all while the office is closed.

	Each part stands for itself: what is queued stays queued whatever becomes of this process.
	"""
	if opening_from(saat) != saat:
		return
	while queue_some(saat):
		frappe.db.commit()
	frappe.db.commit()


def queue_some_letters(now: datetime) -> int:
	"""Queue the notices of a part of the letters that are due, and stamp them; returns how many were due."""
	letters = frappe.db.sql(
		"""
		select name, tujuan, sifat, workflow_state, menunggu_sejak, dieskalasi_pada, dieskalasi_kepada
		from `tabSurat Masuk`
		where pengingat_berikut <= %s order by pengingat_berikut limit %s for update
		""",
		(now, SEKALI_JALAN),
		as_dict=True,
	)
	waiting = [letter for letter in letters if letter.workflow_state == MENUNGGU_DISPOSISI]
	escalated = _list_escalated(waiting, now)
	insert_notices([_compose_menunggu(letter, now) for letter in waiting])
	_open_to_sekretaris(escalated, now)
	insert_notices([_compose_eskalasi(letter, now) for letter in escalated])
	_stamp("Surat Masuk", waiting, letters, now)
	return len(letters)


def queue_some_disposisi(now: datetime) -> int:
	"""Queue the notices of a part of the disposisi that are due, and stamp them; returns how many were due."""
	rows = frappe.db.sql(
		"""
		select name, surat_masuk, dari, kepada, status, batas_waktu, jumlah_pengingat from `tabDisposisi`
		where pengingat_berikut <= %s order by pengingat_berikut limit %s for update
		""",
		(now, SEKALI_JALAN),
		as_dict=True,
	)
	overdue = [row for row in rows if is_open(row)]
	insert_notices([notice for row in overdue for notice in _compose_terlambat(row, now)])
	_stamp("Disposisi", overdue, rows, now)
	return len(rows)


def _compose_menunggu(letter: frappe._dict, now: datetime) -> dict:
	return {
		"kunci": f"menunggu:{letter.name}:{now:%Y-%m-%d}",
		"jabatan": letter.tujuan,
		"surat_masuk": letter.name,
		"judul": _("Sudah {0} hari menunggu disposisi Anda").format(_count_days(letter, now)),
	}


def _compose_eskalasi(letter: frappe._dict, now: datetime) -> dict:
	return {
		"kunci": f"eskalasi:{letter.name}:{now:%Y-%m-%d}",
		"jabatan": frappe.get_cached_doc("Pengaturan E-Office").jabatan_sekretaris,
		"surat_masuk": letter.name,
		"judul": _("Sudah {0} hari belum didisposisikan").format(_count_days(letter, now)),
	}


def _compose_terlambat(row: frappe._dict, now: datetime) -> list[dict]:
	"""Return the notices about one overdue disposisi: to its recipient, the second time also to the one above.

	One that is reported waits for the one above alone.
	"""
	days = (now.date() - getdate(row.batas_waktu)).days
	terlambat = _("Disposisi terlambat {0} hari").format(days)
	if row.status == DISPOSISI_DILAPORKAN:
		told = [(row.dari, _("Umpan balik menunggu pemeriksaan Anda"))]
	elif row.jumlah_pengingat + 1 == ATASAN_PADA_PENGINGAT:
		told = [(row.kepada, terlambat), (row.dari, _("Disposisi Anda belum ditindaklanjuti"))]
	else:
		told = [(row.kepada, terlambat)]
	return [
		{
			"kunci": f"terlambat:{row.name}:{jabatan}:{now:%Y-%m-%d}"[:140],
			"jabatan": jabatan,
			"surat_masuk": row.surat_masuk,
			"disposisi": row.name,
			"judul": judul,
		}
		for jabatan, judul in told
	]


def _list_escalated(letters: list[frappe._dict], now: datetime) -> list[frappe._dict]:
	"""Of letters that wait, return those that the secretary's post is told of: ordinary ones, waiting too long."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	if not (pengaturan.hari_eskalasi and pengaturan.jabatan_sekretaris):
		return []
	waited_since = now - timedelta(days=pengaturan.hari_eskalasi)
	return [
		letter
		for letter in letters
		if get_datetime(letter.menunggu_sejak) <= waited_since
		and letter.sifat == "Biasa"
		and letter.tujuan != pengaturan.jabatan_sekretaris
	]


def _open_to_sekretaris(letters: list[frappe._dict], now: datetime) -> None:
	"""Let the secretary's post see the letters that it is told of for the first time."""
	sekretaris = frappe.get_cached_doc("Pengaturan E-Office").jabatan_sekretaris
	told = {"dieskalasi_pada": now, "dieskalasi_kepada": sekretaris}
	for letter in letters:
		if letter.dieskalasi_kepada != sekretaris or not letter.dieskalasi_pada:
			frappe.db.set_value("Surat Masuk", letter.name, told, update_modified=False)
			refresh_akses(frappe.get_doc("Surat Masuk", letter.name))


def _stamp(doctype: str, reminded: list[frappe._dict], due: list[frappe._dict], now: datetime) -> None:
	"""Set the next due moment of what was reminded of, and none for what is no longer waiting."""
	names = {row.name for row in reminded}
	over = [row.name for row in due if row.name not in names]
	if names:
		frappe.db.sql(
			f"""
			update `tab{doctype}` set pengingat_berikut = %s, jumlah_pengingat = jumlah_pengingat + 1
			where name in %s
			""",
			(next_opening(now.date()), list(names)),
		)
	if over:
		frappe.db.sql(f"update `tab{doctype}` set pengingat_berikut = null where name in %s", (over,))


def _count_days(letter: frappe._dict, now: datetime) -> int:
	return (now.date() - getdate(letter.menunggu_sejak)).days
