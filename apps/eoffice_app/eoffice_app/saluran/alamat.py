"""What is known of an addressee: where he can be reached, and by which rule of the office."""

from dataclasses import dataclass

import frappe

from eoffice_app.saluran.keadaan import FAKS, INSTANSI, INTERNAL, JABATAN, SANAPATI, SUREL


@dataclass(frozen=True)
class AlamatPenerima:
	"""Where an addressee can be reached; empty text where it is not known."""

	jenis: str
	alamat: str = ""
	surel: str = ""
	faks: str = ""
	alamat_sanapati: str = ""

	def is_reached_by(self, cara: str) -> bool:
		"""Whether a way leads to the addressee, as far as the office knows his addresses."""
		if cara == INTERNAL:
			return self.jenis == JABATAN
		wanted = {SUREL: self.surel, FAKS: self.faks, SANAPATI: self.alamat_sanapati}
		return bool(wanted.get(cara, True))


def read_alamat(jenis: str, penerima: str) -> AlamatPenerima:
	"""Return where an Instansi or a post of the office can be reached."""
	if jenis == JABATAN:
		unit = frappe.db.get_value("Jabatan", penerima, "unit_kerja")
		return AlamatPenerima(jenis, frappe.db.get_value("Unit Kerja", unit, "nama_unit") or "")
	columns = ["alamat", "surel", "faks", "alamat_sanapati"]
	values = frappe.db.get_value(INSTANSI, penerima, columns, as_dict=True) or {}
	return AlamatPenerima(jenis, **{column: values.get(column) or "" for column in columns})
