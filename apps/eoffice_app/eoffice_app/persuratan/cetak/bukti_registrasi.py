"""The Bukti Registrasi: what the sender gets for his letter."""

import segno
from frappe.utils import getdate, nowdate

from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.surat import describe_letter, describe_petugas, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.kode_cetak import group_code
from eoffice_app.persuratan.surat_masuk.kode_status import get_status_url, make_code


def get_bukti_registrasi(surat_masuk: str) -> dict:
	"""Return what the Bukti Registrasi of a letter says to its sender.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat` (whose `perihal` stays unsaid unless the letter is Biasa), `petugas`,
		`dicetak`, `kode_status` (as its sender reads it out) and `kode_qr` (image that leads to the status page)
	:raises: as `get_printable`
	"""
	surat = get_printable(surat_masuk)
	said = describe_letter(surat)
	code = make_code(surat.name)
	if surat.sifat != "Biasa":
		said["perihal"] = f"Surat {surat.sifat} (perihal tidak dicantumkan)"
	return {
		"kop": get_kop(),
		"surat": said,
		"petugas": describe_petugas(surat),
		"dicetak": write_date(getdate(nowdate())),
		"kode_status": group_code(code),
		"kode_qr": segno.make(get_status_url(code), error="m").png_data_uri(scale=6),
	}
