"""What the monitor can be narrowed down by, as it stands in the address of the page. No database here."""

from dataclasses import dataclass

import frappe
from frappe import _

SURAT_MASUK, SURAT_KELUAR = "Surat Masuk", "Surat Keluar"
TERLAMBAT, HARI_INI, BELUM = "terlambat", "hari-ini", "belum"
WAKTU = (TERLAMBAT, HARI_INI, BELUM)
PEJABAT = ("jabatan:", "peran:")
KATA_TERBANYAK = 8
TEKS_TERPANJANG = 200


class SaringanPemantauanError(frappe.ValidationError):
	"""The monitor narrowed down by something that it does not know."""


@dataclass(frozen=True)
class SaringanPemantauan:
	"""By what the letters under way are narrowed down; empty values count for nothing.

	`unit` is a Unit Kerja and all below it, `pejabat` a desk as "jabatan:KADIS" or, for what a role has in a unit,
	"peran:Verifikator/SEKR"; `waktu` is one of WAKTU.
	"""

	unit: str = ""
	pejabat: str = ""
	keadaan: str = ""
	derajat: str = ""
	jenis: str = ""
	waktu: str = ""
	teks: str = ""

	@property
	def kata(self) -> list[str]:
		"""The words asked for, in any order."""
		return self.teks.split()[:KATA_TERBANYAK]


def read_saringan(values: dict | str | None) -> SaringanPemantauan:
	"""Return what a user narrows the monitor down by.

	:param values: dict of the fields of SaringanPemantauan, or JSON of it
	:raises SaringanPemantauanError: something else
	"""
	values = _parse(values)
	if not isinstance(values, dict) or not set(values) <= set(SaringanPemantauan.__dataclass_fields__):
		_refuse()
	given = {field: value for field, value in values.items() if value}
	if not all(isinstance(value, str) and len(value) <= TEKS_TERPANJANG for value in given.values()):
		_refuse()
	saringan = SaringanPemantauan(**given)
	if (
		saringan.jenis not in ("", SURAT_MASUK, SURAT_KELUAR)
		or saringan.waktu not in ("", *WAKTU)
		or (saringan.pejabat and not saringan.pejabat.startswith(PEJABAT))
	):
		_refuse()
	return saringan


def _parse(values: dict | str | None):
	try:
		return frappe.parse_json(values) if values else {}
	except ValueError:
		_refuse()


def _refuse() -> None:
	frappe.throw(
		_("Saringan ini tidak dikenal. Hapus saringan di alamat halaman, lalu pilih lagi."),
		SaringanPemantauanError,
		title=_("Saringan tidak dikenal"),
	)
