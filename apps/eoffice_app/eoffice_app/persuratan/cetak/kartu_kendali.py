"""The Kartu Kendali: the small card that controls the course of one letter."""

from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.rangkaian import name_penerima
from eoffice_app.persuratan.cetak.surat import describe_letter, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.disposisi.pohon import read_written
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK


def get_kartu_kendali(surat_masuk: str) -> dict:
	"""Return what the Kartu Kendali of a letter says.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat` (see `describe_letter`), `indeks` (subject of the classification), `kode`, `nomor_urut`,
	        `pengolah` (posts disposed to by the addressee, else the addressee), `diteruskan` (day) and `catatan`
	:raises: as `get_printable`
	"""
	surat = get_printable(surat_masuk)
	said = describe_letter(surat)
	nodes = [node for node in read_written(surat.name) if node.status != DISPOSISI_DITARIK]
	first = [node for node in nodes if node.dari == surat.tujuan]
	return {
		"kop": get_kop(),
		"surat": said,
		"indeks": said["uraian_klasifikasi"],
		"kode": surat.klasifikasi or "-",
		"nomor_urut": surat.nomor_agenda or "-",
		"pengolah": list(dict.fromkeys(name_penerima(node) for node in first)) or [said["tujuan"]],
		"diteruskan": write_date(first[0].ditulis_pada) if first else "-",
		"catatan": list(dict.fromkeys(write_text(node.catatan) for node in first if node.catatan)),
	}
