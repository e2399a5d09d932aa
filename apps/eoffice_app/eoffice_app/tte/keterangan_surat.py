"""What everybody may learn of a letter who has its code: that it is genuine, and no more of it than its sifat allows."""

from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.keadaan_keluar import (
	BATAL,
	DIKEMBALIKAN,
	DITANDATANGANI,
	KONSEP,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
)
from eoffice_app.persuratan.kode_cetak import read_code

KODE_TERPANJANG = 64
# Until it has its number a letter is nobody's business outside; states that an office added come after.
BELUM_BERNOMOR = (KONSEP, DIKEMBALIKAN, MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN, DITANDATANGANI)
KOLOM = (
	"nomor",
	"tanggal_surat",
	"jenis_naskah",
	"nama_penanda_tangan",
	"sebagai",
	"unit_penyusun",
	"perihal",
	"sifat",
	"workflow_state",
	"name",
	"penyedia",
	"sha256_bertanda",
	"berkas_bernomor",
)


@dataclass(frozen=True)
class Keterangan:
	"""What the page says of a letter: whether it still holds, and what else may be said, as labels and values."""

	berlaku: bool
	rincian: tuple[tuple[str, str], ...] = ()


def find_surat(kode: str) -> frappe._dict | None:
	"""Return the columns KOLOM of the numbered letter of a code; None for a wrong code as for none.

	For everyone, signed in or not: the code is the right, so hand out nothing of it but what `describe_surat` gives.

	:param kode: as it was typed
	"""
	kode = read_code(kode[:KODE_TERPANJANG])
	found = kode and frappe.db.get_value("Surat Keluar", {"kode_verifikasi": kode}, KOLOM, as_dict=True)
	return found if found and found.nomor and found.workflow_state not in BELUM_BERNOMOR else None


def describe_surat(surat: frappe._dict) -> Keterangan:
	"""Return what may be said of a letter: of a secret one nothing else, the perihal only of one that is Biasa.

	Source: SOP 000, Standar Ketentuan ("Operator wajib menjaga kerahasiaan surat").

	:param surat: see `find_surat`
	"""
	berlaku = surat.workflow_state != BATAL
	return Keterangan(berlaku, () if surat.sifat in SIFAT_RAHASIA else _list_rincian(surat))


def _list_rincian(surat: frappe._dict) -> tuple[tuple[str, str], ...]:
	rincian = (
		(_("Nomor Surat"), surat.nomor),
		(_("Tanggal Surat"), write_date(surat.tanggal_surat)),
		(_("Jenis Naskah"), _(surat.jenis_naskah)),
		(_("Penanda Tangan"), surat.nama_penanda_tangan),
		(_("Jabatan"), surat.sebagai),
		(_("Unit Kerja"), frappe.db.get_value("Unit Kerja", surat.unit_penyusun, "nama_unit")),
		(_("Perihal"), surat.perihal if surat.sifat == "Biasa" else None),
	)
	return tuple((label, value) for label, value in rincian if value)
