"""What tells that the documents of a day have changed since the day was counted: a fingerprint over their rows."""

from datetime import date, datetime
from hashlib import sha256

import frappe
import holidays

from eoffice_app.laporan.peristiwa import PENGIRIMAN, SURAT_KELUAR, SURAT_MASUK
from eoffice_app.organisasi.kalender import SEHARI
from eoffice_app.persuratan.surat_masuk.tenggat import WAKTU_KERJA

DISPOSISI, HASIL_VERIFIKASI = "Disposisi", "Hasil Verifikasi"
JENIS = (SURAT_MASUK, SURAT_KELUAR, PENGIRIMAN, DISPOSISI)
# The column whose day a document belongs to, and what its figures depend on. Every change by a person moves
# `modified`; the clocks of letters move without it. What each is joined with counts as a part of it.
SUSUNAN = {
	SURAT_MASUK: (
		"tanggal_terima",
		("name", "modified", "workflow_state", "tenggat", "keadaan_sejak", "keadaan_oleh", "pengirim"),
	),
	SURAT_KELUAR: ("creation", ("name", "modified", "workflow_state")),
	PENGIRIMAN: ("creation", ("name", "modified", "keadaan", "batas_waktu")),
	DISPOSISI: ("ditulis_pada", ("name", "modified", "status", "batas_waktu")),
}
AKSES = "Akses Surat"
# What else a letter's figures depend on → the column that names the letter, and what tells that it changed. A disposisi
# that is read changes a moment of its letter, not the letter; who may see it stands in a table of its own.
IKUT = {
	SURAT_MASUK: {
		DISPOSISI: ("surat_masuk", ("name", "modified")),
		AKSES: ("surat", ("surat", "subjek")),
		HASIL_VERIFIKASI: ("parent", ("name", "idx", "butir", "sesuai", "owner", "creation")),
	},
	SURAT_KELUAR: {AKSES: ("surat", ("surat", "subjek"))},
}
# What is written with its letter alone, whose `modified` tells of it; no index would find it by its own.
BERSAMA_SURAT = (HASIL_VERIFIKASI,)
# What is as visible as its letter → the letter's kind, and the column that names it.
INDUK = {DISPOSISI: (SURAT_MASUK, "surat_masuk"), PENGIRIMAN: (SURAT_KELUAR, "surat_keluar")}


def read_fingerprints(jenis: str, day: date | None = None) -> dict[date, str]:
	"""Return the fingerprint of each day that has documents of a kind; of one day alone when it is given."""
	found = {row[0]: [*map(str, row[1:])] for row in _sum_up(jenis, day)}
	for follower in IKUT.get(jenis, ()):
		for row in _sum_up_followers(jenis, follower, day):
			found[row[0]] += map(str, row[1:])
	calendar = _describe_calendar()
	return {
		key: sha256(";".join([*parts, calendar]).encode()).hexdigest()[:40] for key, parts in found.items()
	}


def list_days_changed_since(jenis: str, saat: datetime) -> list[date]:
	"""Return the days of the documents of a kind that somebody changed since a moment; an index finds them."""
	letters, link = INDUK.get(jenis, (jenis, "name"))
	changed = [
		f"select name as surat from `tab{letters}` where modified >= %(saat)s",
		*(
			f"select {column} from `tab{follower}` where modified >= %(saat)s"
			for follower, (column, _fields) in IKUT[letters].items()
			if follower not in BERSAMA_SURAT
		),
	]
	column = SUSUNAN[jenis][0]
	days = frappe.db.sql_list(
		f"""
		select distinct date({column}) from `tab{jenis}` where modified >= %(saat)s
		union
		select distinct date(dokumen.{column}) from ({" union ".join(changed)}) berubah
			join `tab{jenis}` dokumen on dokumen.{link} = berubah.surat
		""",
		{"saat": saat},
	)
	return sorted(day for day in days if day)


def list_days_following(jenis: str, days: list[date]) -> dict[str, list[date]]:
	"""Return the days of what is as visible as the letters that belong to some days, by its kind."""
	if not days:
		return {}
	column = SUSUNAN[jenis][0]
	return {
		follower: frappe.db.sql_list(
			f"""
			select distinct date(dokumen.{SUSUNAN[follower][0]}) from `tab{jenis}` induk
				join `tab{follower}` dokumen on dokumen.{link} = induk.name
			where date(induk.{column}) in %s
			""",
			(days,),
		)
		for follower, (letters, link) in INDUK.items()
		if letters == jenis
	}


def _sum_up(jenis: str, day: date | None) -> list[tuple]:
	column, fields = SUSUNAN[jenis]
	# A sum, since what is exclusive-or'ed lets two rows that swap a value go unnoticed.
	return frappe.db.sql(
		f"""
		select date({column}), count(*), sum(crc32(concat_ws('|', {", ".join(map(_as_text, fields))})))
		from `tab{jenis}` where {_within(column, day)} group by 1
		"""
	)


def _sum_up_followers(jenis: str, follower: str, day: date | None) -> list[tuple]:
	column = SUSUNAN[jenis][0]
	link, fields = IKUT[jenis][follower]
	return frappe.db.sql(
		f"""
		select date(induk.{column}), count(*), sum(crc32(concat_ws('|', {", ".join(f"ikut.{field}" for field in fields)})))
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
