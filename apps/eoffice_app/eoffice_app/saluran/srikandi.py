"""By SRIKANDI: the operator takes one file with all that waits there, and types in the number that comes back.

SRIKANDI publishes no interface for regional offices, so nothing is sent from here.
"""

import csv
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.saluran.berkas import name_berkas, read_berkas
from eoffice_app.saluran.keadaan import DALAM_PENGIRIMAN, MENUNGGU, SRIKANDI
from eoffice_app.saluran.pengiriman import JejakKirim, record_under_way
from eoffice_app.saluran.tindakan import take_pengiriman

KEPALA = (
	*("Nomor Surat", "Tanggal Surat", "Jenis Naskah", "Sifat", "Derajat", "Klasifikasi", "Perihal"),
	*("Kepada", "Salinan", "Berkas"),
)
DARI_SURAT = ("jenis_naskah", "sifat", "derajat", "klasifikasi")
TERBANYAK = 100


class EksporKosongError(frappe.ValidationError):
	"""No delivery by SRIKANDI among those marked, or too many."""


@frappe.whitelist(methods=["POST"])
def export_srikandi(daftar_pengiriman: str) -> None:
	"""Answer with a ZIP of the letters that go by SRIKANDI and their list, and note that they are under way.

	What is under way already may be exported again: the file may have been lost.

	:param daftar_pengiriman: JSON list of names of Pengiriman Surat; those by other ways are left out
	:raises EksporKosongError: none goes by SRIKANDI, or more than TERBANYAK do
	:raises: as `take_pengiriman`
	"""
	names = list(dict.fromkeys(frappe.parse_json(daftar_pengiriman)))
	docs = [doc for doc in map(take_pengiriman, names) if _is_for_export(doc)]
	if not 1 <= len(docs) <= TERBANYAK:
		frappe.throw(
			_("Pilih 1 sampai {0} pengiriman lewat SRIKANDI yang belum terkirim.").format(TERBANYAK),
			EksporKosongError,
			title=_("Tidak ada yang diekspor"),
		)
	content = compose_zip(docs)
	for doc in docs:
		record_under_way(doc.name, JejakKirim(operator=frappe.session.user))
	filename = f"srikandi-{now_datetime():%Y%m%d-%H%M}.zip"
	frappe.local.response.update({"filename": filename, "filecontent": content, "type": "download"})


def compose_zip(docs: list[Document]) -> bytes:
	"""Return the ZIP of some deliveries: `daftar.csv` and the PDF of each letter."""
	stream, listed = BytesIO(), StringIO()
	writer = csv.writer(listed)
	writer.writerow(KEPALA)
	with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
		for number, doc in enumerate(docs, start=1):
			berkas = f"{number:03}-{name_berkas(doc.nomor_surat)}"
			archive.writestr(berkas, read_berkas(doc.surat_keluar))
			writer.writerow([_as_text(value) for value in (*_list_values(doc), berkas)])
		archive.writestr("daftar.csv", listed.getvalue().encode("utf-8-sig"))
	return stream.getvalue()


def _is_for_export(doc: Document) -> bool:
	return doc.cara == SRIKANDI and doc.keadaan in (MENUNGGU, DALAM_PENGIRIMAN)


def _list_values(doc: Document) -> list:
	surat = frappe.db.get_value("Surat Keluar", doc.surat_keluar, DARI_SURAT, as_dict=True)
	return [
		doc.nomor_surat,
		doc.tanggal_surat,
		*(surat[column] for column in DARI_SURAT),
		doc.perihal,
		doc.nama_penerima,
		doc.jenis_salinan,
	]


def _as_text(value) -> str:
	# A spreadsheet takes what begins so for a formula, and runs it.
	text = str(value or "")
	return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
