"""What tells that the documents of a day have changed since the day was counted: a fingerprint over their rows."""

from datetime import date, datetime
from hashlib import sha256

import frappe
import holidays

from eoffice_app.laporan.peristiwa import PENGIRIMAN, SURAT_KELUAR, SURAT_MASUK
from eoffice_app.organisasi.kalender import SEHARI
from eoffice_app.persuratan.surat_masuk.tenggat import WAKTU_KERJA

DISPOSISI = "Disposisi"
JENIS = (SURAT_MASUK, SURAT_KELUAR, PENGIRIMAN, DISPOSISI)
# The column whose day a document belongs to, and what its figures depend on. Every change by a person moves
# `modified`; the clocks of letters move without it. What each is joined with counts as a part of it.
SUSUNAN = {
	SURAT_MASUK: ("tanggal_terima", ("name", "modified", "workflow_state", "tenggat", "keadaan_sejak")),
	SURAT_KELUAR: ("creation", ("name", "modified", "workflow_state")),
	PENGIRIMAN: ("creation", ("name", "modified", "keadaan", "batas_waktu")),
	DISPOSISI: ("ditulis_pada", ("name", "modified", "status", "batas_waktu")),
}
# A disposisi that is read changes a moment of its letter, not the letter.
IKUT = {SURAT_MASUK: (DISPOSISI, "surat_masuk")}


def read_fingerprints(jenis: str, day: date | None = None) -> dict[date, str]:
	"""Return the fingerprint of each day that has documents of a kind; of one day alone when it is given."""
	found = {row[0]: [*map(str, row[1:])] for row in _sum_up(jenis, day)}
	for follower, column in (IKUT[jenis],) if jenis in IKUT else ():
		for row in _sum_up_followers(jenis, follower, column, day):
			found[row[0]] += map(str, row[1:])
	calendar = _describe_calendar()
	return {
		key: sha256(";".join([*parts, calendar]).encode()).hexdigest()[:40] for key, parts in found.items()
	}


def list_days_changed_since(jenis: str, saat: datetime) -> list[date]:
	"""Return the days of the documents of a kind that somebody changed since a moment; an index finds them."""
	column = SUSUNAN[jenis][0]
	days = frappe.db.sql_list(f"select distinct date({column}) from `tab{jenis}` where modified >= %s", saat)
	for follower, link in (IKUT[jenis],) if jenis in IKUT else ():
		days += frappe.db.sql_list(
			f"""
			select distinct date(induk.{column}) from `tab{follower}` ikut
				join `tab{jenis}` induk on induk.name = ikut.{link}
			where ikut.modified >= %s
			""",
			saat,
		)
	return sorted({day for day in days if day})


def _sum_up(jenis: str, day: date | None) -> list[tuple]:
	column, fields = SUSUNAN[jenis]
	# A sum, since what is exclusive-or'ed lets two rows that swap a value go unnoticed.
	return frappe.db.sql(
		f"""
		select date({column}), count(*), sum(crc32(concat_ws('|', {", ".join(map(_as_text, fields))})))
		from `tab{jenis}` where {_within(column, day)} group by 1
		"""
	)


def _sum_up_followers(jenis: str, follower: str, link: str, day: date | None) -> list[tuple]:
	column = SUSUNAN[jenis][0]
	return frappe.db.sql(
		f"""
		select date(induk.{column}), count(*), sum(crc32(concat_ws('|', ikut.name, ikut.modified)))
		from `tab{jenis}` induk join `tab{follower}` ikut on ikut.{link} = induk.name
		where {_within(f"induk.{column}", day)} group by 1
		"""
	)


def _as_text(field: str) -> str:
	# concat_ws passes over what is null, so that two fields could stand for one another.
	return f"ifnull({field}, '')"


def _within(column: str, day: date | None) -> str:
	if day is None:
		return f"{column} is not null"
	return f"{column} >= '{day}' and {column} < '{day + SEHARI}'"


def _describe_calendar() -> str:
	"""Return what the counting of working minutes depends on; another calendar makes every day another."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	days = frappe.get_all(
		"Hari Khusus", fields=["tanggal", "jenis", "jam_pulang"], order_by="tanggal asc", as_list=True
	)
	described = [
		holidays.__version__,
		*(str(pengaturan.get(field)) for field in WAKTU_KERJA),
		*map(str, days),
	]
	return sha256("|".join(described).encode()).hexdigest()[:16]
