"""What the office already has, as far as an import needs to know it."""

from dataclasses import dataclass, field
from functools import cached_property

import frappe

from eoffice_app.organisasi.impor.lembar import JABATAN, LEMBAR, PEGAWAI, PEMANGKU, UNIT_KERJA


@dataclass
class Kantor:
	"""The office's records as dicts: units and posts by folded code, people by name, holdings as a list, and the
	addresses of the accounts that are open."""

	unit: dict[str, dict] = field(default_factory=dict)
	jabatan: dict[str, dict] = field(default_factory=dict)
	pegawai: dict[str, dict] = field(default_factory=dict)
	pemangku: list[dict] = field(default_factory=list)
	akun: set[str] = field(default_factory=set)

	@cached_property
	def pegawai_by_kunci(self) -> dict[str, dict]:
		"""The people by NIP and by the address of their account."""
		return {key: row for row in self.pegawai.values() for key in (row["nip"], fold(row["user"])) if key}

	@cached_property
	def pemangku_by_kunci(self) -> dict[tuple, dict]:
		"""The holdings by person, post, kind and first day."""
		return {
			(row["pegawai"], fold(row["jabatan"]), row["jenis"], row["mulai"]): row for row in self.pemangku
		}

	def find_pegawai(self, kunci: str | None) -> dict | None:
		"""Return the person of a NIP or of an account's address."""
		return self.pegawai_by_kunci.get(kunci) if kunci else None


def fold(kode: str | None) -> str:
	"""Return a code the way the database compares it: without case."""
	return (kode or "").casefold()


def read_kantor() -> Kantor:
	"""Read the whole organisation of the site."""
	return Kantor(
		unit={fold(row["name"]): row for row in _read(UNIT_KERJA)},
		jabatan={fold(row["name"]): row for row in _read(JABATAN)},
		pegawai={row["name"]: row for row in _read(PEGAWAI, "nama_lengkap")},
		pemangku=_read(PEMANGKU),
		akun={fold(name) for name in frappe.get_all("User", filters={"enabled": 1}, pluck="name")},
	)


def _read(doctype: str, *more: str) -> list[dict]:
	columns = next(lembar.kolom for lembar in LEMBAR if lembar.nama == doctype)
	return frappe.get_all(
		doctype, fields=["name", *(kolom.field for kolom in columns), *more], order_by="creation asc"
	)
