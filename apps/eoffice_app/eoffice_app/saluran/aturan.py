"""Which way a letter is proposed to go, by the class of its addressee. The office edits Aturan Pengiriman.

Source: SOP 002, 7 ("Surat untuk Gubernur, Sekda, Asisten … melalui Bagian Umum", "untuk Kepala OPD disampaikan langsung
oleh Caraka ke alamat atau melalui Email").
"""

from collections.abc import Iterable
from dataclasses import dataclass

import frappe

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.saluran.alamat import AlamatPenerima
from eoffice_app.saluran.keadaan import INSTANSI, INTERNAL, JABATAN

KOLOM_ATURAN = ("saluran", "saluran_cadangan", "melalui", "perlu_surat_pengantar", "perlu_tanda_terima")


@dataclass(frozen=True)
class Saluran:
	"""A way as the office has set it up: Saluran Pengiriman."""

	nama: str
	cara: str
	untuk_rahasia: bool


def choose_saluran(
	wanted: Iterable[str], ways: list[Saluran], alamat: AlamatPenerima, sifat: str
) -> str | None:
	"""Return the first way that leads to the addressee and may carry the letter.

	:param wanted: names of the ways that the rule for the addressee proposes, the best first
	:param ways: all active ways in the office's order; a secret letter for which none of `wanted` will do goes by the
	        first of these that may carry it
	:return: None where none will do, and the operator has to choose
	"""
	known = {way.nama: way for way in ways}
	preferred = [known[name] for name in wanted if name in known]
	if sifat in SIFAT_RAHASIA:
		# A post of the same office is not an addressee of the other ways, nor the other way round.
		preferred = [way for way in (*preferred, *ways) if way.untuk_rahasia]
	return next((way.nama for way in preferred if alamat.is_reached_by(way.cara)), None)


def find_aturan(jenis: str, penerima: str) -> frappe._dict:
	"""Return what the office does for an addressee: dict of KOLOM_ATURAN, empty where no rule speaks of him."""
	if jenis == JABATAN:
		return frappe._dict(saluran=_find_internal())
	golongan, jenis_instansi = frappe.db.get_value(INSTANSI, penerima, ["golongan", "jenis"]) or (None, None)
	for filters in ({"name": golongan or ""}, {"jenis_instansi": jenis_instansi or "-"}):
		found = frappe.db.get_value("Aturan Pengiriman", {**filters, "aktif": 1}, KOLOM_ATURAN, as_dict=True)
		if found:
			return found
	return frappe._dict()


def list_saluran() -> list[Saluran]:
	"""Return the active ways in the office's order."""
	rows = frappe.get_all(
		"Saluran Pengiriman",
		filters={"aktif": 1},
		fields=["name", "cara", "untuk_rahasia"],
		order_by="urutan asc, name asc",
	)
	return [Saluran(row.name, row.cara, bool(row.untuk_rahasia)) for row in rows]


def _find_internal() -> str | None:
	return next((way.nama for way in list_saluran() if way.cara == INTERNAL), None)
