"""The kinds of naskah dinas every office starts with: created if absent, never overwritten, edited in the desk."""

from pathlib import Path

from eoffice_app.persuratan.rantai_paraf import BERJENJANG, PIMPINAN_KANTOR, SETIAP_PEJABAT, TANPA_PARAF
from eoffice_app.setup.master import create_absent

FOLDER = Path(__file__).parent.parent / "persuratan" / "jenis_naskah"
# Template → the files that it is put together from; a nota names its copies in its head.
SURAT, NOTA, BERJUDUL = "surat", "nota", "berjudul"
SUSUNAN = {
	SURAT: ("surat", "tanda_tangan", "tembusan"),
	NOTA: ("nota", "tanda_tangan"),
	BERJUDUL: ("berjudul", "tanda_tangan", "tembusan"),
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
			}
			for urutan, (nama, kode, templat, tingkat, aturan) in enumerate(JENIS_NASKAH, start=1)
		),
	)


def read_templat(name: str) -> str:
	"""Return the Jinja template that a kind of naskah starts with."""
	return "".join((FOLDER / f"{part}.html").read_text() for part in SUSUNAN[name])
