"""One letter as Meja shows it: its head, what was asked of the user, what he may do now, and the pages to look at."""

import frappe
from frappe.model.document import Document
from frappe.utils import cint

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.riwayat import FORMULIR, record_opening
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.meja.antrean import compose_kunci
from eoffice_app.meja.halaman import count_halaman
from eoffice_app.meja.keadaan import compose_keadaan
from eoffice_app.organisasi.pemangku import acts_for
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.disposisi.langkah import get_pilihan_disposisi
from eoffice_app.persuratan.disposisi.penyelesaian import may_note_no_disposisi
from eoffice_app.persuratan.disposisi.pohon import has_open_children, read_nodes
from eoffice_app.persuratan.keadaan import DISPOSISI_DIKERJAKAN, DISPOSISI_DILAPORKAN
from eoffice_app.persuratan.konsep.giliran import PARAF, PARAF_TERAKHIR, TANDA_TANGAN, find_langkah
from eoffice_app.persuratan.surat_keluar.langkah_tanda_tangan import describe_langkah
from eoffice_app.persuratan.surat_masuk.paraf import may_give_paraf

MASUK, KELUAR = "Surat Masuk", "Surat Keluar"
KOLOM_MASUK = (
	"name",
	"perihal",
	"nomor_agenda",
	"nomor_surat",
	"tanggal_surat",
	"tanggal_terima",
	"sifat",
	"derajat",
	"tenggat",
	"lampiran",
	"keterangan",
	"undangan",
	"acara_mulai",
	"acara_selesai",
	"acara_tempat",
	"paraf_nama",
	"paraf_catatan",
	"workflow_state",
)
KOLOM_KELUAR = (
	"name",
	"perihal",
	"jenis_naskah",
	"sifat",
	"derajat",
	"versi",
	"alasan",
	"workflow_state",
	"creation",
	"cara_menulis",
)
KOLOM_DISPOSISI = (
	"name",
	"nama_penulis",
	"sebagai",
	"nama_dari",
	"nama_kepada",
	"instruksi",
	"catatan",
	"batas_waktu",
	"status",
	"perlu_jawaban",
	"umpan_balik",
	"umpan_balik_pada",
	"nama_pelapor",
	"sebagai_pelapor",
	"catatan_pengembalian",
	"lampiran",
	"hari_terlambat",
)


def read_surat(jenis_surat: str, name: str, disposisi: str = "", *, disiapkan: bool = False) -> dict | None:
	"""Return what Meja shows of a letter that the session's user may see.

	:param disposisi: the disposisi to him, or the report on his, that the letter waits for
	:param disiapkan: whether it is only to be ready for when he comes to it; a secret letter then gives None, because what
	        is read of it goes into its log
	:return: dict of `kunci`, `jenis_surat`, `surat`, `disposisi` (a dict, or None), `kepala`, `tindakan` (what he may do, see
	        `_list_tindakan_masuk`), `pilihan` (see `get_pilihan_disposisi`), `halaman` (how many) and `terbaca`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(name, jenis_surat)
	if disiapkan and surat.sifat in SIFAT_RAHASIA:
		return None
	record_opening(surat.name, FORMULIR, jenis_surat)
	return {
		"kunci": compose_kunci(jenis_surat, surat.name, disposisi),
		"jenis_surat": jenis_surat,
		"surat": surat.name,
		"terbaca": compose_keadaan(jenis_surat, surat.name, disposisi),
		**(_describe_masuk(surat, disposisi) if jenis_surat == MASUK else _describe_keluar(surat)),
	}


def _describe_masuk(surat: Document, disposisi: str) -> dict:
	nodes = read_nodes(surat.name)
	node = next((node for node in nodes if node.name == disposisi), None)
	pilihan = get_pilihan_disposisi(surat.name)
	kepala = {field: surat.get(field) for field in KOLOM_MASUK}
	kepala["pihak"] = frappe.get_cached_value("Instansi", surat.pengirim, "nama_instansi") or surat.pengirim
	return {
		"kepala": _write_texts(kepala),
		"disposisi": _write_texts({field: node.get(field) for field in KOLOM_DISPOSISI}) if node else None,
		"pilihan": pilihan,
		"tindakan": _list_tindakan_masuk(surat, node, pilihan),
		"halaman": count_halaman(surat),
		"sudah": [
			{field: other[field] for field in ("nama_dari", "nama_kepada", "status")} for other in nodes
		],
	}


def _write_texts(values: dict) -> dict:
	# The database keeps signs of HTML in their long form.
	return {field: write_text(value) if isinstance(value, str) else value for field, value in values.items()}


def _list_tindakan_masuk(surat: Document, node: frappe._dict | None, pilihan: dict) -> list[str]:
	"""Return what the user may do, by the names of `tertunda.TINDAKAN`; what is most likely wanted comes first."""
	user = frappe.session.user
	may = {
		"Terima Umpan Balik": _is_reported_to(node, user),
		"Kembalikan Umpan Balik": _is_reported_to(node, user),
		"Paraf Surat": may_give_paraf(surat),
		"Disposisi": pilihan["boleh"] and not _is_reported_to(node, user),
		"Umpan Balik": _may_report(node, user),
		"Tanpa Disposisi": may_note_no_disposisi(surat),
	}
	return [tindakan for tindakan, boleh in may.items() if boleh]


def _is_reported_to(node: frappe._dict | None, user: str) -> bool:
	return bool(node) and node.status == DISPOSISI_DILAPORKAN and acts_for(user, node.dari)


def _may_report(node: frappe._dict | None, user: str) -> bool:
	return (
		bool(node)
		and node.status in DISPOSISI_DIKERJAKAN
		and bool(cint(node.perlu_jawaban))
		and acts_for(user, node.kepada)
		and not has_open_children(node.name)
	)


def _describe_keluar(surat: Document) -> dict:
	user = frappe.session.user
	langkah = find_langkah(surat, user)
	kepala = {field: surat.get(field) for field in KOLOM_KELUAR}
	kepala["pihak"] = ", ".join(row.nama_penerima or "" for row in surat.tujuan)
	return {
		"kepala": _write_texts(kepala),
		"disposisi": None,
		"pilihan": None,
		"tindakan": _list_tindakan_keluar(surat, langkah, user),
		"halaman": 0,
		"sudah": [
			{field: row.get(field) for field in ("nama_jabatan", "nama", "keadaan", "catatan")}
			for row in surat.paraf
			if row.waktu
		],
	}


def _list_tindakan_keluar(surat: Document, langkah: str, user: str) -> list[str]:
	if langkah in (PARAF, PARAF_TERAKHIR):
		return ["Paraf Konsep", "Kembalikan Konsep"]
	if langkah != TANDA_TANGAN:
		return []
	elektronik = (describe_langkah(surat, user) or {}).get("elektronik")
	return [*(["Tanda Tangan"] if elektronik else []), "Kembalikan Konsep"]
