"""All that the form of a letter shows besides the letter's own fields: with the letter, or by one request."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import get_visible_surat, remembered_subjek
from eoffice_app.kisah.kisah import read_kisah_masuk
from eoffice_app.persuratan.disposisi.langkah import list_pilihan
from eoffice_app.persuratan.disposisi.pohon import read_pohon
from eoffice_app.persuratan.konsep.balasan import read_balasan
from eoffice_app.persuratan.langkah_tersedia import list_langkah
from eoffice_app.persuratan.surat_masuk.tindakan import describe_tindakan
from eoffice_app.pindai.pembacaan import read_pembacaan


def tell_klasifikasi(surat: Document) -> dict:
	"""Return the `kode` of a letter's classification and its `uraian`, both None where it has none."""
	kode = surat.klasifikasi or None
	return {"kode": kode, "uraian": kode and frappe.db.get_value("Klasifikasi Arsip", kode, "uraian")}


# Each part has a door of its own besides, which the form asks when only that part has changed.
BAGIAN = {
	"langkah": list_langkah,
	"klasifikasi": tell_klasifikasi,
	"pohon": read_pohon,
	"pilihan": list_pilihan,
	"tindakan": describe_tindakan,
	"balasan": read_balasan,
	"pembacaan": read_pembacaan,
	"kisah": read_kisah_masuk,
}


@frappe.whitelist()
def get_formulir(surat_masuk: str) -> dict:
	"""Return what the parts of a letter's form show, by the keys of BAGIAN.

	Asked where a form is drawn anew of a letter that is not read again, as after a step.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return _read_parts(get_visible_surat(surat_masuk))


def send_along(surat: Document, _event: str | None = None) -> None:
	"""Send what the parts show along with a letter that the desk reads (`__onload.formulir`, by the keys of BAGIAN).

	A request of its own beside Frappe's for the letter would find out a second time who asks, and read it a second time.
	"""
	surat.set_onload("formulir", _read_parts(surat))


def _read_parts(surat: Document) -> dict:
	with remembered_subjek():
		return {part: read(surat) for part, read in BAGIAN.items()}
