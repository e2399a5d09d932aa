"""The daily roll-up: for each day and kind, what its documents came to and the minutes worked at their moments.

A day is counted as a whole, in one transaction, from the documents alone. What has changed is first marked, then counted:
a worker may be killed anywhere, and the next finds the marks. What is changed past every hook is found at night, when the
fingerprints of all days are compared.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import frappe
from frappe.model.document import Document
from frappe.utils import get_datetime, now_datetime

from eoffice_app.laporan.khalayak import TANPA_KHALAYAK, PembacaKhalayak
from eoffice_app.laporan.menit_kerja import PencacahMenit
from eoffice_app.laporan.peristiwa import (
	BERJALAN,
	DITUTUP,
	KOLOM_MENIT,
	SESUAI,
	SURAT_MASUK,
	TANPA_TENGGAT,
	TEPAT_WAKTU,
	TERLAMBAT,
	TIDAK_SESUAI,
)
from eoffice_app.laporan.sidik_hari import (
	DISPOSISI,
	HASIL_VERIFIKASI,
	JENIS,
	list_days_changed_since,
	list_days_following,
	read_fingerprints,
)
from eoffice_app.laporan.sumber_waktu import read_day
from eoffice_app.laporan.triwulan import get_quarter, keep_times
from eoffice_app.organisasi.kalender import SEHARI
from eoffice_app.organisasi.waktu_kerja import get_kalender
from eoffice_app.pekerjaan_tunggal import only_one
from eoffice_app.persuratan.keadaan import DISPOSISI_DILAPORKAN, DISPOSISI_DITARIK, DISPOSISI_SELESAI

PEKERJAAN = "rekap_harian"
DIPERIKSA = "eoffice_rekap_diperiksa"
# Sites keep it under the name that it had when sight alone was meant.
BERSAMA_BERUBAH = "eoffice_khalayak_berubah"
# A transaction that was open while the last run looked may have changed what it did not see.
TUMPANG_TINDIH = timedelta(minutes=10)
SEKALI_TULIS = 500
KOLOM_WAKTU = ("dokumen", "surat", "kelompok", "unit", "hasil", "khalayak", "tenggat", "selesai_pada")
# Of incoming letters alone.
KOLOM_PERIKSA = {
	"pengirim": None,
	"keadaan": None,
	"diperiksa_oleh": None,
	"ditutup_oleh": None,
	"lama_periksa": 0,
}


def follow_changes() -> None:
	"""Count anew the days whose documents somebody changed since the last time; run each quarter of an hour."""
	with only_one(PEKERJAAN) as alone:
		if alone:
			begun, since = now_datetime(), get_counted_at()
			_mark_changed(since - TUMPANG_TINDIH if since else None)
			_count_and_remember(begun)


def check_all_days() -> None:
	"""Count anew every day that is not what it was when it was counted, and those never counted; run each night."""
	with only_one(PEKERJAAN) as alone:
		if alone:
			begun = now_datetime()
			_mark_differing()
			_count_and_remember(begun)


def list_differing_days(jenis: str) -> list[date]:
	"""Return the days of a kind whose documents differ from those that were counted, be it that none are left."""
	known = dict(
		frappe.get_all("Hari Rekap", filters={"jenis": jenis}, fields=["tanggal", "sidik"], as_list=True)
	)
	present = read_fingerprints(jenis)
	return sorted(day for day in known.keys() | present.keys() if known.get(day) != present.get(day))


def mark(jenis: str, days: Iterable[date]) -> None:
	"""Mark days of a kind as to be counted, for good."""
	for day in days:
		frappe.db.sql(
			"""
			insert into `tabHari Rekap` (name, creation, modified, owner, modified_by, jenis, tanggal, sidik)
			values (%(nama)s, %(saat)s, %(saat)s, 'Administrator', 'Administrator', %(jenis)s, %(tanggal)s, '')
			on duplicate key update sidik = ''
			""",
			{"nama": _name_day(jenis, day), "saat": now_datetime(), "jenis": jenis, "tanggal": day},
		)
	frappe.db.commit()


def _count_and_remember(begun: datetime) -> None:
	# Remembered last: whoever is killed before has the next one look from where the last whole run began.
	count_marked()
	keep_times(get_quarter(begun.date()), begun)
	frappe.db.set_global(DIPERIKSA, str(begun))
	frappe.db.commit()


def count_marked() -> None:
	"""Count all days that are marked, the newest first, each in a transaction of its own."""
	pencacah, khalayak = PencacahMenit(get_kalender()), PembacaKhalayak()
	for jenis, day in frappe.get_all(
		"Hari Rekap",
		filters={"sidik": ""},
		fields=["jenis", "tanggal"],
		order_by="tanggal desc",
		as_list=True,
	):
		frappe.db.commit()
		count_day(jenis, day, pencacah, khalayak)
		frappe.db.commit()


def count_day(jenis: str, day: date, pencacah: PencacahMenit, khalayak: PembacaKhalayak) -> None:
	"""Count the documents of a kind that belong to a day, in place of what was counted for it before."""
	# The lock comes first: whoever waits for it then reads the documents as they are, not as they were before.
	frappe.db.sql("select name from `tabHari Rekap` where name = %s for update", _name_day(jenis, day))
	if jenis == DISPOSISI:
		_write_tally(jenis, day, _count_disposisi(day, khalayak))
	else:
		_count_letters(jenis, day, pencacah, khalayak)
	_keep_fingerprint(jenis, day)


def get_counted_at() -> datetime | None:
	"""Return when it was last looked what has changed, and all of it counted; None before the first time."""
	looked = frappe.db.get_global(DIPERIKSA)
	return get_datetime(looked) if looked else None


def forget_counted() -> None:
	"""Have figures said to be uncounted until all days are, anew, by the next look: they lack what is kept from now on."""
	frappe.db.set_global(DIPERIKSA, None)


def note_shared_change() -> None:
	"""Note that what many letters share changed, as who may see them or what their sender is called.

	No letter of them is changed itself, so that all days are looked at the next time.
	"""
	frappe.db.set_global(BERSAMA_BERUBAH, str(now_datetime()))


def follow_renamed_sender(instansi: Document, method: str, old: str, new: str, merge: bool = False) -> None:
	"""Have the figures of a sender counted under its new name: hook `after_rename` of Instansi."""
	note_shared_change()


def has_shared_change_since(saat: datetime) -> bool:
	"""Whether that was noted since a moment; see `note_shared_change`."""
	noted = frappe.db.get_global(BERSAMA_BERUBAH)
	return bool(noted) and get_datetime(noted) >= saat


def _mark_changed(since: datetime | None) -> None:
	if since is None or has_shared_change_since(since):
		_mark_differing()
		return
	for jenis in JENIS:
		mark(jenis, list_days_changed_since(jenis, since))


def _mark_differing() -> None:
	for jenis in JENIS:
		days = list_differing_days(jenis)
		mark(jenis, days)
		for follower, following in list_days_following(jenis, days).items():
			mark(follower, following)


def _keep_fingerprint(jenis: str, day: date) -> None:
	sidik = read_fingerprints(jenis, day).get(day)
	if sidik:
		values = {"sidik": sidik, "dihitung_pada": now_datetime()}
		frappe.db.set_value("Hari Rekap", _name_day(jenis, day), values, update_modified=False)
	else:
		# Its last document has gone to another day.
		frappe.db.delete("Hari Rekap", {"name": _name_day(jenis, day)})


def _count_letters(jenis: str, day: date, pencacah: PencacahMenit, khalayak: PembacaKhalayak) -> None:
	rows = read_day(jenis, day)
	audiences = khalayak.read(row["surat"] for row in rows)
	_write_tally(jenis, day, _count_documents(jenis, day, rows, pencacah, audiences))
	if jenis == SURAT_MASUK:
		_write_tally(HASIL_VERIFIKASI, day, _count_hasil(day, audiences))


def _count_documents(
	jenis: str, day: date, rows: list[dict], pencacah: PencacahMenit, audiences: dict[str, str]
) -> Counter:
	for row in rows:
		row["khalayak"] = audiences.get(row["surat"], TANPA_KHALAYAK)
	frappe.db.delete("Waktu Surat", {"jenis": jenis, "tanggal": day})
	_write(
		"Waktu Surat",
		("jenis", "tanggal", *KOLOM_WAKTU, *KOLOM_PERIKSA, *KOLOM_MENIT),
		[
			(
				# Rows of a period lie side by side in the table, which is what makes reading a year quick.
				f"{day:%Y%m%d}{row['dokumen']}",
				jenis,
				day,
				*(row[column] for column in KOLOM_WAKTU),
				*(row.get(column, nothing) for column, nothing in KOLOM_PERIKSA.items()),
				*(pencacah.count(row["saat"].get(column)) for column in KOLOM_MENIT),
			)
			for row in rows
		],
	)
	# Whoever reads these counts all letters; Waktu Surat knows of each who may see it.
	return Counter((row["unit"] or "", row["kelompok"] or "", row["hasil"], TANPA_KHALAYAK) for row in rows)


def _count_hasil(day: date, audiences: dict[str, str]) -> Counter:
	rows = frappe.db.sql(
		"""
		select surat.name, hasil.butir, hasil.sesuai from `tabSurat Masuk` surat
			join `tabHasil Verifikasi` hasil on hasil.parent = surat.name and hasil.parenttype = 'Surat Masuk'
		where surat.tanggal_terima >= %s and surat.tanggal_terima < %s
		""",
		(day, day + SEHARI),
	)
	return Counter(
		(butir, "", SESUAI if met else TIDAK_SESUAI, audiences.get(surat, TANPA_KHALAYAK))
		for surat, butir, met in rows
	)


def _count_disposisi(day: date, khalayak: PembacaKhalayak) -> Counter:
	rows = frappe.db.sql(
		"""
		select surat_masuk, kepada, status, batas_waktu, date(ifnull(umpan_balik_pada, dibaca_pada))
		from tabDisposisi where ditulis_pada >= %s and ditulis_pada < %s
		""",
		(day, day + SEHARI),
	)
	audiences = khalayak.read(row[0] for row in rows)
	return Counter(
		(kepada, "", judge_disposisi(*rest), audiences.get(surat, TANPA_KHALAYAK))
		for surat, kepada, *rest in rows
	)


def judge_disposisi(status: str, batas_waktu: date | None, dikerjakan: date | None) -> str:
	"""Return what became of a disposisi: its recipient's part is done with his report, or when he has read what needs none."""
	if status == DISPOSISI_DITARIK:
		return DITUTUP
	if status not in (DISPOSISI_DILAPORKAN, DISPOSISI_SELESAI):
		return BERJALAN
	if not batas_waktu:
		return TANPA_TENGGAT
	return TERLAMBAT if dikerjakan and dikerjakan > batas_waktu else TEPAT_WAKTU


def _write_tally(jenis: str, day: date, tally: Counter) -> None:
	frappe.db.delete("Rekap Harian", {"jenis": jenis, "tanggal": day})
	_write(
		"Rekap Harian",
		("jenis", "tanggal", "pemilik", "kelompok", "hasil", "khalayak", "jumlah"),
		[(frappe.generate_hash(length=16), jenis, day, *key, number) for key, number in tally.items()],
	)


def _write(doctype: str, columns: tuple[str, ...], rows: list[tuple]) -> None:
	names = ", ".join(("name", *columns, "creation", "modified", "owner", "modified_by"))
	saat = now_datetime()
	for first in range(0, len(rows), SEKALI_TULIS):
		part = rows[first : first + SEKALI_TULIS]
		line = f"({', '.join(['%s'] * (len(columns) + 3))}, 'Administrator', 'Administrator')"
		frappe.db.sql(
			f"insert into `tab{doctype}` ({names}) values {', '.join([line] * len(part))}",
			[value for row in part for value in (*row, saat, saat)],
		)


def _name_day(jenis: str, day: date) -> str:
	return f"{jenis} {day}"
