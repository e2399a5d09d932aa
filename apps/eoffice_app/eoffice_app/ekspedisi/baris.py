"""The lines of the Buku Ekspedisi: read together with what stands on the letter's copy, and shown to whom they are for."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import can_see

DOCTYPE = "Baris Ekspedisi"
# What tells of the letter; a line whose letter one may not see keeps its number and its place, and none of these.
ISI_SURAT = (
	"pengiriman",
	"nomor_surat",
	"tanggal_surat",
	"perihal",
	"sifat",
	"jenis_salinan",
	"tujuan",
	"melalui",
	"alamat",
	"kode",
	"kode_verifikasi",
	"nama_penerima",
	"jabatan_penerima",
	"alasan",
	"tanda_tangan",
	"foto",
)


def read_baris(condition: str, values: dict) -> list[frappe._dict]:
	"""Return lines as the book has them, in its order, whoever asks.

	:param condition: SQL on `baris` (Baris Ekspedisi) and `kiriman` (Pengiriman Surat)
	:return: dicts of the line's own columns and of its delivery: `nomor_surat`, `tanggal_surat`, `perihal`, `sifat`,
	        `jenis_salinan`, `tujuan` (the addressee), `melalui`, `alamat`, `kode` (of the copy), `kode_verifikasi` (of the letter),
	        `tanda_tangan`, `foto`
	"""
	return frappe.db.sql(
		f"""
		select baris.name, baris.ekspedisi, baris.pengiriman, baris.surat_keluar, baris.tahun, baris.nomor_urut,
			baris.dikirim_pada, baris.hasil, baris.waktu, baris.tercatat_pada, baris.nama_penerima,
			baris.jabatan_penerima, baris.alasan, baris.tindak_lanjut, baris.dipindai,
			kiriman.nomor_surat, kiriman.tanggal_surat, kiriman.perihal, kiriman.sifat, kiriman.jenis_salinan,
			kiriman.nama_penerima as tujuan, kiriman.melalui, kiriman.alamat, kiriman.kode,
			kiriman.tanda_tangan, kiriman.foto, surat.kode_verifikasi
		from `tabBaris Ekspedisi` baris
		join `tabPengiriman Surat` kiriman on kiriman.name = baris.pengiriman
		join `tabSurat Keluar` surat on surat.name = baris.surat_keluar
		where {condition}
		order by baris.tahun, baris.nomor_urut, kiriman.nama_penerima, baris.creation
		""",
		values,
		as_dict=True,
	)


def list_of_run(ekspedisi: str) -> list[frappe._dict]:
	"""Return the lines of a run, in the shape of `read_baris`."""
	return read_baris("baris.ekspedisi = %(ekspedisi)s", {"ekspedisi": ekspedisi})


def hide_unseen(rows: list[frappe._dict], user: str) -> list[frappe._dict]:
	"""Take out of the lines what tells of letters that a user may not see; each says `terlihat`."""
	for row in rows:
		row.terlihat = user == "Administrator" or can_see(row.surat_keluar, user)
		if not row.terlihat:
			row.update(dict.fromkeys(ISI_SURAT))
		row.pop("surat_keluar")
	return rows


def save_baris(baris: Document, **values) -> None:
	"""Write a line within a step of its run."""
	baris.update(values)
	baris.flags.langkah = True
	baris.save(ignore_permissions=True)
