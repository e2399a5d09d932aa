"""The signature block: in whose name, as what, and how the signer is called.

Source: Permendagri 1/2023, Pasal 44 (titles, NIP and pangkat of who signs); SOP 003 (a.n. and u.b.).
"""

import frappe
from frappe.model.document import Document

from eoffice_app.organisasi.jabatan import list_above, name_post
from eoffice_app.organisasi.pemangku import DEFINITIF, holder_on
from eoffice_app.persuratan.konsep.rantai_paraf import compose_blok, list_kuasa

TANPA_GELAR = "Tanpa Gelar"
KEPALA_DAERAH, WAKIL_KEPALA_DAERAH, SEKRETARIS_DAERAH = (
	"Kepala Daerah",
	"Wakil Kepala Daerah",
	"Sekretaris Daerah",
)
PIMPINAN_DAERAH = (KEPALA_DAERAH, WAKIL_KEPALA_DAERAH, SEKRETARIS_DAERAH)
# Of Plt. Sekretaris Daerah ayat 5 says nothing.
PENGGANTI_SEKRETARIS = ("Pj.", "Plh.")


def compose_nama(pegawai: dict, penulisan_gelar: str, kedudukan: str, jenis: str) -> dict:
	"""Return how a signer is called below his signature.

	:param pegawai: dict of `nama`, `nama_lengkap` (with titles), `pangkat`, `golongan`, `nip`
	:param penulisan_gelar: of the Jenis Naskah; TANPA_GELAR for pengaturan and penetapan (ayat 1 and 2)
	:param kedudukan: of the post, one of PIMPINAN_DAERAH or anything else
	:param jenis: how he holds the post: Definitif, Plt., Plh. or Pj.
	:return: dict of `nama`, `pangkat` and `nip`; "" for what is not written
	"""
	gelar = penulisan_gelar != TANPA_GELAR and not _acts_for_pimpinan(kedudukan, jenis)
	written = {"nama": pegawai["nama_lengkap"] if gelar else pegawai["nama"], "pangkat": "", "nip": ""}
	if kedudukan not in PIMPINAN_DAERAH:
		ranks = (pegawai.get("pangkat"), pegawai.get("golongan"))
		written["pangkat"] = " / ".join(part for part in ranks if part)
		written["nip"] = pegawai.get("nip") or ""
	return written


def describe_penanda_tangan(surat: Document) -> dict:
	"""Return the signature block of a Surat Keluar as its signer would sign it today.

	:return: dict of `baris` (above the signature), `jabatan`, `nama`, `pangkat`, `nip`; empty names for a post that
	        nobody holds, and for a draft without signer
	:raises KuasaTandaTanganError: see `list_kuasa`
	"""
	if not surat.penanda_tangan:
		return {"baris": [], "jabatan": "", "nama": "", "pangkat": "", "nip": ""}
	holder = holder_on(surat.penanda_tangan)
	*kuasa, _signer = list_kuasa(
		surat.penanda_tangan, list_above(surat.penanda_tangan), surat.cara_tanda_tangan
	)
	jabatan = holder.sebagai if holder else name_post(surat.penanda_tangan)
	return {
		"baris": compose_blok([*(name_post(post) for post in kuasa), jabatan], surat.cara_tanda_tangan),
		"jabatan": jabatan,
		**(_name(surat, holder) if holder else {"nama": "", "pangkat": "", "nip": ""}),
	}


def _name(surat: Document, holder: frappe._dict) -> dict:
	fields = ("nama", "nama_lengkap", "pangkat", "golongan", "nip")
	return compose_nama(
		frappe.db.get_value("Pegawai", holder.pegawai, fields, as_dict=True),
		frappe.get_cached_value("Jenis Naskah", surat.jenis_naskah, "penulisan_gelar"),
		frappe.db.get_value("Jabatan", surat.penanda_tangan, "kedudukan"),
		holder.jenis,
	)


def _acts_for_pimpinan(kedudukan: str, jenis: str) -> bool:
	if kedudukan == SEKRETARIS_DAERAH:
		return jenis in PENGGANTI_SEKRETARIS
	return kedudukan in PIMPINAN_DAERAH and jenis != DEFINITIF
