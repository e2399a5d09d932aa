"""The routing sheet: who gave paraf on a draft, when, as what, and on which version of its text.

Sources: SOP 003 (paraf before the head signs); SOP 004, steps 3 to 5 (corrected, returned or approved by each).
"""

from frappe.model.document import Document

from eoffice_app.hak_akses.riwayat import CETAK, record_opening
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.persuratan.cetak.buku import TataBuku, lay_out
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.konsep.rantai_paraf import GUGUR, MENUNGGU

DOCTYPE = "Surat Keluar"
# A row has room for post, name and stamp, of two or three lines each; its note may need more.
TATA = TataBuku(
	kolom={"jabatan": 28, "nama": 19, "catatan": 21},
	terendah=13,
	kepala_pertama=140,
	kepala=40,
	tegak=True,
)


def get_lembar_paraf(surat_keluar: str) -> dict:
	"""Return what the routing sheet of a Surat Keluar says.

	:param surat_keluar: name of the letter
	:return: dict of `kop`, `surat` (see `_describe_surat`), `paraf` (rows in the order of events, see `_describe_paraf`),
	        `halaman` (the same rows page by page) and `versi` (dicts of `versi`, `oleh`, `waktu`)
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user may not print letters
	"""
	surat = get_visible_surat(surat_keluar, DOCTYPE)
	surat.check_permission("print")
	record_opening(surat.name, CETAK, DOCTYPE)
	paraf = [_describe_paraf(row) for row in surat.paraf]
	return {
		"kop": get_kop(),
		"surat": _describe_surat(surat),
		"paraf": paraf,
		"halaman": list(lay_out(paraf, TATA)),
		"versi": [
			{"versi": row.versi, "oleh": row.oleh, "waktu": write_time(row.waktu)}
			for row in surat.riwayat_naskah
		],
	}


def _describe_surat(surat: Document) -> dict:
	return {
		"jenis": surat.jenis_naskah,
		"perihal": write_text(surat.perihal),
		"sifat": surat.sifat,
		"penyusun": name_post(surat.jabatan_penyusun),
		"penanda_tangan": name_post(surat.penanda_tangan),
		"tujuan": "; ".join(row.nama_penerima or "" for row in surat.tujuan),
		"status": surat.workflow_state,
		"versi": surat.versi,
		"nomor": surat.nomor or "-",
		"tanggal": write_date(surat.tanggal_surat),
		"ditandatangani": _describe_signature(surat),
	}


def _describe_signature(surat: Document) -> str:
	if not surat.ditandatangani_pada:
		return "-"
	return f"{surat.nama_penanda_tangan} ({surat.sebagai}), {write_time(surat.ditandatangani_pada)}"


def _describe_paraf(row: Document) -> dict:
	"""Return a row of the sheet; `gugur` tells a paraf that no longer counts, `menunggu` one not yet given."""
	return {
		"nomor": row.idx,
		"jenis": row.jenis,
		"jabatan": row.nama_jabatan,
		# Only where somebody acts for the post is what he signed as another name than the post's.
		"sebagai": row.sebagai if row.sebagai and row.sebagai != row.nama_jabatan else "",
		"nama": row.nama or "",
		"keadaan": row.keadaan,
		"gugur": row.keadaan == GUGUR,
		"menunggu": row.keadaan == MENUNGGU,
		"waktu": write_time(row.waktu) if row.waktu else "",
		"versi": row.versi or "",
		"catatan": write_text(row.catatan),
	}
