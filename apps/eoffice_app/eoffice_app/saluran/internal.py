"""To a post of the same office: the letter becomes its Surat Masuk, registered as any other, without retyping.

Source: SOP 000, B (the operator enters the signed letter into the agenda, with its scan, for the post it is written to).
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.surat_masuk.buku import MASUK
from eoffice_app.saluran.berkas import name_berkas, read_berkas
from eoffice_app.saluran.keadaan import INTERNAL
from eoffice_app.saluran.pengiriman import JejakKirim, record_sent

DARI_SURAT = ("sifat", "derajat", "klasifikasi", "lampiran")


class BukuMasukBelumAdaError(frappe.ValidationError):
	"""No active agenda book takes such an incoming letter."""


def send_internal(pengiriman: Document, operator: str | None) -> str:
	"""Register the letter of a delivery as Surat Masuk of the post it is for; return the delivery's state.

	The session's user registers it, by his own right and for his own unit. A letter registered before a process died is
	found again, not registered twice.

	:param pengiriman: a locked Pengiriman Surat that waits
	:param operator: account that sends
	:raises: whatever a registration raises
	"""
	name = frappe.db.get_value("Surat Masuk", {"pengiriman_asal": pengiriman.name})
	name = name or _register(pengiriman)
	nomor = frappe.db.get_value("Surat Masuk", name, "nomor_agenda")
	return record_sent(pengiriman.name, JejakKirim(operator=operator, surat_masuk=name, nomor_bukti=nomor))


def find_own_instansi() -> str:
	"""Return the Instansi that stands for the office itself, entered where it is not there yet."""
	nama = frappe.get_cached_doc("Pengaturan E-Office").nama_instansi or _("Kantor Sendiri")
	name = frappe.db.get_value("Instansi", {"nama_instansi": nama})
	if not name:
		values = {"doctype": "Instansi", "nama_instansi": nama, "jenis": "Perangkat Daerah"}
		name = frappe.get_doc(values).insert(ignore_permissions=True).name
	return name


def _register(pengiriman: Document) -> str:
	surat = frappe.get_doc("Surat Keluar", pengiriman.surat_keluar)
	doc = frappe.get_doc(
		{
			"doctype": "Surat Masuk",
			"buku": _find_buku(surat.sifat),
			"saluran": _require_saluran_penerimaan(),
			"tanggal_terima": now_datetime(),
			"pengirim": find_own_instansi(),
			"nomor_surat": surat.nomor,
			"tanggal_surat": surat.tanggal_surat,
			"perihal": surat.perihal,
			"tujuan": pengiriman.penerima,
			**{column: surat.get(column) for column in DARI_SURAT},
			"scan": [{"berkas": _copy_berkas(surat)}],
		}
	)
	doc.flags.pengiriman_asal = pengiriman.name
	return doc.insert().name


def _copy_berkas(surat: Document) -> str:
	# A file of its own: the outgoing letter's is seen by those who see that letter.
	berkas = frappe.get_doc(
		{
			"doctype": "File",
			"file_name": name_berkas(surat.nomor),
			"content": read_berkas(surat.name),
			"is_private": 1,
		}
	)
	return berkas.insert().file_url


def _find_buku(sifat: str) -> str:
	filters = {"jenis": MASUK, "rahasia": int(sifat in SIFAT_RAHASIA), "aktif": 1}
	books = frappe.get_all("Buku Agenda", filters=filters, pluck="name", order_by="kode asc")
	if not books:
		frappe.throw(
			_(
				"Belum ada buku agenda surat masuk untuk sifat {0}. Minta Pengelola E-Office membuatnya."
			).format(frappe.bold(_(sifat))),
			BukuMasukBelumAdaError,
			title=_("Buku agenda belum ada"),
		)
	default = frappe.get_meta("Surat Masuk").get_field("buku").default
	return default if default in books else books[0]


def _require_saluran_penerimaan() -> str:
	if not frappe.db.exists("Saluran Penerimaan", INTERNAL):
		frappe.get_doc({"doctype": "Saluran Penerimaan", "saluran": INTERNAL}).insert(ignore_permissions=True)
	return INTERNAL
