"""The letter of return: why a letter goes back to its sender.

Source: SOP 000, Note ("akan kami kembalikan ke instansi asal surat atau kami tolak langsung").
"""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.surat import describe_letter, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import DIKEMBALIKAN, DITOLAK


def get_surat_pengembalian(surat_masuk: str) -> dict:
	"""Return what the letter of return says to the sender.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat` (see `describe_letter`), `ditolak` (refused, not returned), `alasan`, `kekurangan` (list of
	        dicts of `butir` and `catatan`: what the check found wanting), `tanggal`, and who decided: `sebagai`, `nama`,
	        `pangkat`, `nip`
	:raises: as `get_printable`
	:raises TransisiTidakSahError: the letter was neither returned nor refused
	"""
	surat = get_printable(surat_masuk)
	_require_returned(surat)
	return {
		"kop": get_kop(),
		"surat": describe_letter(surat),
		"ditolak": surat.workflow_state == DITOLAK,
		"alasan": write_text(surat.alasan),
		"kekurangan": [
			{"butir": row.butir, "catatan": write_text(row.catatan)}
			for row in surat.hasil_verifikasi
			if not row.sesuai
		],
		"tanggal": write_date(surat.keadaan_sejak or surat.modified),
		**_describe_decider(surat),
	}


def _describe_decider(surat: Document) -> dict:
	pegawai = surat.keadaan_oleh and frappe.db.get_value(
		"Pegawai", surat.keadaan_oleh, ["nama_lengkap", "pangkat", "golongan", "nip"], as_dict=True
	)
	if not pegawai:
		return {"sebagai": "", "nama": "", "pangkat": "", "nip": ""}
	return {
		"sebagai": surat.keadaan_oleh_sebagai or "",
		"nama": pegawai.nama_lengkap,
		"pangkat": " / ".join(part for part in (pegawai.pangkat, pegawai.golongan) if part),
		"nip": pegawai.nip or "",
	}


def _require_returned(surat: Document) -> None:
	if surat.workflow_state not in (DIKEMBALIKAN, DITOLAK):
		frappe.throw(
			_(
				"Surat ini berstatus {0}. Surat Pengembalian hanya dicetak untuk surat yang dikembalikan atau ditolak."
			).format(frappe.bold(_(surat.workflow_state))),
			TransisiTidakSahError,
			title=_("Surat tidak dikembalikan"),
		)
