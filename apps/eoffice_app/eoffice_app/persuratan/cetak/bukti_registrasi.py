"""The Bukti Registrasi: what the sender gets for his letter."""

from datetime import date

import segno
from frappe.utils import get_url_to_form

from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.surat import describe_letter, describe_petugas, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_date


def get_bukti_registrasi(surat_masuk: str) -> dict:
	"""Return what the Bukti Registrasi of a letter says to its sender.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat` (whose `perihal` stays unsaid unless the letter is Biasa), `petugas`,
		`dicetak` and `kode_qr` (image that leads to the letter)
	:raises: as `get_printable`
	"""
	surat = get_printable(surat_masuk)
	said = describe_letter(surat)
	if surat.sifat != "Biasa":
		said["perihal"] = f"Surat {surat.sifat} (perihal tidak dicantumkan)"
	return {
		"kop": get_kop(),
		"surat": said,
		"petugas": describe_petugas(surat),
		"dicetak": write_date(date.today()),
		"kode_qr": segno.make(get_url_to_form(surat.doctype, surat.name), error="m").png_data_uri(scale=6),
	}
