"""Which way the operator may choose for a delivery, and why not another."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.saluran.alamat import read_alamat
from eoffice_app.saluran.aturan import Saluran, list_saluran
from eoffice_app.saluran.keadaan import FAKS, INTERNAL, SANAPATI, SUREL

# What the office has to know of an addressee for a way to lead there.
KURANG = {
	SUREL: "surelnya belum diisi pada data Instansi",
	FAKS: "nomor faksnya belum diisi pada data Instansi",
	SANAPATI: "alamat Sanapatinya belum diisi pada data Instansi",
	INTERNAL: "penerimanya bukan jabatan di kantor ini",
}


class SaluranTidakSesuaiError(frappe.ValidationError):
	"""A way that does not lead to the addressee, or may not carry the letter."""


def list_pilihan(pengiriman: Document) -> list[str]:
	"""Return the ways by which a delivery may go, in the office's order."""
	return [way.nama for way in list_saluran() if not _find_obstacle(pengiriman, way)]


def require_saluran(pengiriman: Document, saluran: str | None) -> Saluran:
	"""Return a way by which a delivery may go.

	:raises SaluranTidakSesuaiError: with what stands against it and what to do
	"""
	way = next((way for way in list_saluran() if way.nama == saluran), None)
	if not way:
		_refuse(_("Saluran pengiriman belum dipilih, atau tidak aktif lagi. Pilih saluran dengan Ubah Cara."))
	if obstacle := _find_obstacle(pengiriman, way):
		_refuse(
			_("Surat kepada {0} tidak dapat dikirim lewat {1}: {2}. Perbaiki, atau pilih cara lain.").format(
				frappe.bold(pengiriman.nama_penerima), frappe.bold(way.nama), obstacle
			)
		)
	return way


def renew_alamat(pengiriman: Document) -> None:
	"""Let a delivery that has not gone yet follow what the office has since learnt of its addressee."""
	alamat = read_alamat(pengiriman.jenis_penerima, pengiriman.penerima)
	for column in ("alamat", "surel", "faks", "alamat_sanapati"):
		pengiriman.set(column, getattr(alamat, column))


def _find_obstacle(pengiriman: Document, way: Saluran) -> str | None:
	if pengiriman.sifat in SIFAT_RAHASIA and not way.untuk_rahasia:
		return _("surat bersifat {0} tidak boleh lewat saluran ini").format(_(pengiriman.sifat))
	if not read_alamat(pengiriman.jenis_penerima, pengiriman.penerima).is_reached_by(way.cara):
		return _(KURANG[way.cara])
	return None


def _refuse(message: str) -> None:
	frappe.throw(message, SaluranTidakSesuaiError, title=_("Saluran tidak sesuai"))
