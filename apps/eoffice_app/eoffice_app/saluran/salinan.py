"""The copies of a letter for its addressees as one PDF to print, each with the papers that go with it.

Source: SOP 003 (copied for each addressee, stamped asli, tindasan, tanda terima).
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.www.printview import get_print_style, get_rendered_template

from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.pengiriman import get_printable_pengiriman
from eoffice_app.saluran.berkas import name_berkas, read_berkas
from eoffice_app.saluran.cap_salinan import Salinan, join_naskah, mark_salinan
from eoffice_app.saluran.keadaan import BATAL

SURAT_PENGANTAR, TANDA_TERIMA = "Surat Pengantar Pengiriman", "Tanda Terima Pengiriman"
TERBANYAK = 100


class SalinanTidakAdaError(frappe.ValidationError):
	"""No copy to print, or too many in one go."""


@frappe.whitelist()
def download_salinan(daftar_pengiriman: str) -> None:
	"""Answer with one PDF: for each delivery its covering letter, its marked copy and its receipt, as it asks for.

	:param daftar_pengiriman: JSON list of names of Pengiriman Surat
	:raises frappe.DoesNotExistError: one is not there, or not for this user
	:raises frappe.PermissionError: the user may not print papers of deliveries
	:raises SalinanTidakAdaError: none to print, or more than TERBANYAK
	:raises BerkasBertandaTidakAdaError: see `find_berkas`
	"""
	names = list(dict.fromkeys(frappe.parse_json(daftar_pengiriman)))
	docs = [get_printable_pengiriman(name) for name in names]
	docs = [doc for doc in docs if doc.keadaan != BATAL]
	if not 1 <= len(docs) <= TERBANYAK:
		frappe.throw(
			_("Pilih 1 sampai {0} pengiriman yang tidak batal untuk dicetak.").format(TERBANYAK),
			SalinanTidakAdaError,
			title=_("Tidak ada yang dicetak"),
		)
	try:
		parts = [part for doc in docs for part in compose_parts(doc)]
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()
		return
	nomor = docs[0].nomor_surat if len({doc.surat_keluar for doc in docs}) == 1 else _("salinan")
	frappe.local.response.update(
		{"filename": name_berkas(nomor), "filecontent": join_naskah(parts), "type": "pdf"}
	)


def compose_parts(doc: Document) -> list[bytes]:
	"""Return the papers of one delivery in the order in which they are put together."""
	salinan = Salinan(doc.jenis_salinan.upper(), f"Kepada: {doc.nama_penerima}", doc.kode)
	copy = mark_salinan(read_berkas(doc.surat_keluar), salinan)
	return [
		*([print_paper(doc, SURAT_PENGANTAR)] if doc.perlu_surat_pengantar else []),
		copy,
		*([print_paper(doc, TANDA_TERIMA)] if doc.perlu_tanda_terima else []),
	]


def print_paper(doc: Document, name: str) -> bytes:
	"""Return a paper of a delivery as PDF, in the look that the office has given it."""
	paper = frappe.get_doc("Print Format", name)
	sheet = get_rendered_template(doc, print_format=paper, no_letterhead=1)
	return make_pdf([sheet], get_print_style(print_format=paper), paper.name)
