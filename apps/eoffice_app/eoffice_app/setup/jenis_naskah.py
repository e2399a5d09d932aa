"""The kinds of naskah dinas every office starts with: created if absent, never overwritten, edited in the desk."""

from pathlib import Path

import frappe

from eoffice_app.persuratan.konsep.rantai_paraf import (
	BERJENJANG,
	PIMPINAN_KANTOR,
	SETIAP_PEJABAT,
	TANPA_PARAF,
)
from eoffice_app.setup.master import create_absent
from eoffice_app.setup.naskah_cetak import fingerprint

FOLDER = Path(__file__).parent.parent / "persuratan" / "jenis_naskah"
# Template → the files that it is put together from; a nota names its copies in its head.
SURAT, NOTA, BERJUDUL = "surat", "nota", "berjudul"
SUSUNAN = {
	SURAT: ("kop", "surat", "tanda_tangan", "tembusan"),
	NOTA: ("kop", "nota", "tanda_tangan"),
	BERJUDUL: ("kop", "berjudul", "tanda_tangan", "tembusan"),
}

# What a template was in earlier versions: one that still is was never edited, and may be renewed.
SIDIK_LAMA = {
	SURAT: ("bcc20b106161493f2bbd88fe673d3c96f5b8d572992b7a0a67a58f5f766edf52",),
	NOTA: ("0670d48bb3ab57fff927555193b5477e7937f6a3731ab027cdedf805951bb1a1",),
	BERJUDUL: ("3d2cbd6e9110c9afc7db7009dc019200f7dbe6a75353a2ba156a6ed803e29d72",),
}

# Name, code, template, who signs and who gives paraf; the kinds are those of Permendagri 1/2023, offices edit them.
JENIS_NASKAH = (
	("Surat Dinas", "SD", SURAT, PIMPINAN_KANTOR, BERJENJANG),
	("Nota Dinas", "ND", NOTA, SETIAP_PEJABAT, BERJENJANG),
	("Memorandum", "MEMO", NOTA, SETIAP_PEJABAT, TANPA_PARAF),
	("Surat Undangan", "UND", SURAT, PIMPINAN_KANTOR, BERJENJANG),
	("Surat Tugas", "ST", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Surat Perintah", "SP", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Surat Edaran", "SE", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Surat Pengantar", "SPG", SURAT, SETIAP_PEJABAT, BERJENJANG),
	("Surat Keterangan", "SKET", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Surat Kuasa", "SKU", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Berita Acara", "BA", BERJUDUL, SETIAP_PEJABAT, BERJENJANG),
	("Pengumuman", "PENG", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Telaahan Staf", "TS", NOTA, SETIAP_PEJABAT, BERJENJANG),
	("Laporan", "LAP", NOTA, SETIAP_PEJABAT, BERJENJANG),
	("Rekomendasi", "REK", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
	("Notula", "NOT", BERJUDUL, SETIAP_PEJABAT, BERJENJANG),
	("Surat Izin", "SI", BERJUDUL, PIMPINAN_KANTOR, BERJENJANG),
)


# Kind → its own pattern; the others have that of their series. The counting is per unit, as the series says.
NOTA_DINAS, SURAT_KELUAR, SURAT_RAHASIA = "NOTA-DINAS", "SURAT", "SURAT-RAHASIA"
POLA_NOTA = {
	"Nota Dinas": "",
	"Memorandum": "{urut}/MEMO/{unit}/{bulan_romawi}/{tahun}",
	"Telaahan Staf": "{urut}/TS/{unit}/{bulan_romawi}/{tahun}",
	"Laporan": "{urut}/LAP/{unit}/{bulan_romawi}/{tahun}",
	"Notula": "{urut}/NOT/{unit}/{bulan_romawi}/{tahun}",
}


def create_jenis_naskah() -> None:
	"""Create the kinds of naskah dinas that the site does not have yet."""
	create_absent(
		"Jenis Naskah",
		"nama_jenis",
		(
			{
				"nama_jenis": nama,
				"kode": kode,
				"urutan": urutan,
				"templat": read_templat(templat),
				"tingkat_penanda_tangan": tingkat,
				"aturan_paraf": aturan,
				**get_penomoran(nama),
			}
			for urutan, (nama, kode, templat, tingkat, aturan) in enumerate(JENIS_NASKAH, start=1)
		),
	)


def renew_untouched() -> None:
	"""Bring the templates that the office never edited to their present state."""
	for jenis in frappe.get_all("Jenis Naskah", fields=["name", "templat"]):
		for templat, earlier in SIDIK_LAMA.items():
			if fingerprint(jenis.templat) in earlier:
				frappe.db.set_value("Jenis Naskah", jenis.name, "templat", read_templat(templat))


def get_penomoran(nama: str) -> dict:
	"""Return which series a seeded kind is numbered in, and its pattern where it has one of its own; nothing where the
	office has not that series."""
	deret = NOTA_DINAS if nama in POLA_NOTA else SURAT_KELUAR
	if not all(frappe.db.exists("Deret Nomor", name) for name in (deret, SURAT_RAHASIA)):
		return {}
	return {
		"deret_nomor": deret,
		"deret_nomor_rahasia": SURAT_RAHASIA,
		"pola_nomor": POLA_NOTA.get(nama, ""),
	}


def fill_penomoran() -> None:
	"""Give the seeded kinds that have no series yet the one they start with."""
	for nama, *_rest in JENIS_NASKAH:
		wanted = get_penomoran(nama)
		if wanted and frappe.db.exists("Jenis Naskah", {"name": nama, "deret_nomor": ["is", "not set"]}):
			frappe.db.set_value("Jenis Naskah", nama, wanted)


def read_templat(name: str) -> str:
	"""Return the Jinja template that a kind of naskah starts with."""
	return "".join((FOLDER / f"{part}.html").read_text() for part in SUSUNAN[name])
