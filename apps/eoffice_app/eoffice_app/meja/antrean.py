"""What waits for an official in all his posts: letters to dispose, reports to take, parafs and signatures to give.

Each kind is one select of the same columns, so that a page of any of them is cut and ordered in one way: the most urgent
degree first, then the nearest deadline, then the oldest. A desk with thousands of letters asks for fifty at a time.
"""

import frappe
from frappe.utils import cint, date_diff, get_datetime, getdate, now_datetime, nowdate

from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DIBACA,
	DISPOSISI_DILAPORKAN,
	DISPOSISI_DITINDAKLANJUTI,
	DISPOSISI_TERKIRIM,
	DISPOSISI_TERTUTUP,
	DIVERIFIKASI,
	KEADAAN_TUNTAS,
	MENUNGGU_DISPOSISI,
)
from eoffice_app.persuratan.keadaan_keluar import DIKEMBALIKAN, MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN
from eoffice_app.persuratan.konsep.rantai_paraf import KOORDINASI, MENUNGGU

GAGAL = "Gagal"
KUNCI = "concat(antrean.jenis_surat, '/', antrean.surat, '/', antrean.disposisi)"
SEHALAMAN = 50
# More than these are not counted: the head needs no exact number of what he cannot do today.
TERHITUNG = 999

SURAT_BARU = """
	select 'Surat Masuk' jenis_surat, surat.name surat, '' disposisi, surat.derajat, surat.tenggat,
		coalesce(surat.menunggu_sejak, surat.tanggal_terima) sejak
	from `tabSurat Masuk` surat
	where surat.tujuan in %(jabatan)s and surat.workflow_state = %(menunggu_disposisi)s"""
# One that needs no report is done once read; one that was passed on waits for those below it.
DISPOSISI_DITERIMA = """
	select 'Surat Masuk' jenis_surat, surat.name surat, disposisi.name disposisi, surat.derajat,
		timestamp(disposisi.batas_waktu, '23:59:59') tenggat, disposisi.ditulis_pada sejak
	from `tabDisposisi` disposisi
	join `tabSurat Masuk` surat on surat.name = disposisi.surat_masuk and surat.workflow_state not in %(tuntas)s
	where disposisi.kepada in %(jabatan)s
		and (disposisi.status in %(belum)s or (disposisi.status = %(diteruskan)s and not exists (
			select 1 from `tabDisposisi` anak
			where anak.disposisi_induk = disposisi.name and anak.status not in %(tertutup)s)))"""
LAPORAN_MASUK = """
	select 'Surat Masuk' jenis_surat, surat.name surat, disposisi.name disposisi, surat.derajat,
		timestamp(disposisi.batas_waktu, '23:59:59') tenggat, disposisi.umpan_balik_pada sejak
	from `tabDisposisi` disposisi
	join `tabSurat Masuk` surat on surat.name = disposisi.surat_masuk
	where disposisi.dari in %(jabatan)s and disposisi.status = %(dilaporkan)s"""
SURAT_UNTUK_PARAF = """
	select 'Surat Masuk' jenis_surat, surat.name surat, '' disposisi, surat.derajat, surat.tenggat,
		surat.keadaan_sejak sejak
	from `tabSurat Masuk` surat
	where %(sekretaris)s in %(jabatan)s and surat.tujuan = %(pimpinan)s and surat.workflow_state = %(diverifikasi)s
		and surat.paraf_pada is null and surat.sifat in ('Biasa', 'Terbatas')"""
KONSEP = """
	select 'Surat Keluar' jenis_surat, surat.name surat, '' disposisi, surat.derajat, null tenggat,
		surat.modified sejak
	from `tabSurat Keluar` surat
	where surat.workflow_state in {keadaan} and surat.menunggu_jabatan in %(jabatan)s"""
KONSEP_KOORDINASI = """
	select 'Surat Keluar' jenis_surat, surat.name surat, '' disposisi, surat.derajat, null tenggat,
		surat.modified sejak
	from `tabParaf Surat Keluar` paraf
	join `tabSurat Keluar` surat on surat.name = paraf.parent and surat.workflow_state = %(menunggu_paraf)s
	where paraf.jabatan in %(jabatan)s and paraf.jenis = %(koordinasi)s and paraf.keadaan = %(menunggu)s
		and surat.menunggu_jabatan not in %(jabatan)s
	group by surat.name"""

DISPOSISI, UMPAN_BALIK, PARAF, TANDA_TANGAN = "disposisi", "umpan_balik", "paraf", "tanda_tangan"
KELOMPOK = {
	DISPOSISI: (SURAT_BARU, DISPOSISI_DITERIMA),
	UMPAN_BALIK: (LAPORAN_MASUK,),
	PARAF: (SURAT_UNTUK_PARAF, KONSEP.format(keadaan="%(di_pemeriksa)s"), KONSEP_KOORDINASI),
	TANDA_TANGAN: (KONSEP.format(keadaan="(%(menunggu_tanda_tangan)s)"),),
}
KOLOM = {
	"Surat Masuk": (
		"name",
		"perihal",
		"nomor_agenda",
		"nomor_surat",
		"pengirim",
		"sifat",
		"derajat",
		"undangan",
		"acara_mulai",
	),
	"Surat Keluar": (
		"name",
		"perihal",
		"jenis_naskah",
		"sifat",
		"derajat",
		"workflow_state",
		"versi",
		"creation",
	),
}


def list_waiting(kelompok: str, mulai: int = 0) -> dict:
	"""Return a page of what waits for the session's user, the most pressing first.

	:param kelompok: a key of KELOMPOK
	:param mulai: how many come before the page
	:return: dict of `baris` (dicts of `kunci`, `jenis_surat`, `surat`, `disposisi`, `tenggat`, `sejak`, `umur` in days,
	        `terlambat`, `gagal`, `pihak` and of KOLOM) and `masih` (whether more follow)
	"""
	posts = list_posts_acted_for(frappe.session.user)
	if not posts:
		return {"baris": [], "masih": False}
	found = frappe.db.sql(
		f"""
		{_compose_select(kelompok)}
		order by derajat.urutan desc, antrean.tenggat is null, antrean.tenggat, antrean.sejak, antrean.surat
		limit {SEHALAMAN + 1} offset {max(cint(mulai), 0)}
		""",
		_compose_values(posts),
		as_dict=True,
	)
	return {"baris": _describe(found[:SEHALAMAN]), "masih": len(found) > SEHALAMAN}


def find_waiting(jenis_surat: str, surat: str, kelompok: str = "") -> list[dict]:
	"""Return what waits for the session's user on one letter, kind by kind.

	:param kelompok: the only kind to look at
	:return: dicts as the `baris` of `list_waiting`, with `kelompok`
	"""
	posts = list_posts_acted_for(frappe.session.user)
	if not posts or not surat:
		return []
	values = {**_compose_values(posts), "jenis_surat": jenis_surat, "surat": surat}
	of_letter = "and antrean.jenis_surat = %(jenis_surat)s and antrean.surat = %(surat)s"
	names = [kelompok] if kelompok else list(KELOMPOK)
	selects = [
		f"select '{name}' kelompok, surat.* from ({_compose_select(name)} {of_letter}) surat"
		for name in names
	]
	order = f"field(kelompok, {', '.join(map(repr, names))}), sejak"
	return _describe(frappe.db.sql(f"{' union all '.join(selects)} order by {order}", values, as_dict=True))


def count_waiting() -> dict[str, int]:
	"""Return how much of each kind of KELOMPOK waits for the session's user, counted up to one more than TERHITUNG."""
	posts = list_posts_acted_for(frappe.session.user)
	if not posts:
		return dict.fromkeys(KELOMPOK, 0)
	values = _compose_values(posts)
	return {
		kelompok: frappe.db.sql(
			f"select count(*) from (select 1 {_compose_source(kelompok)} limit {TERHITUNG + 1}) menunggu",
			values,
		)[0][0]
		for kelompok in KELOMPOK
	}


def compose_kunci(jenis_surat: str, surat: str, disposisi: str = "") -> str:
	"""Return how a thing that waits is named: by its letter, and by the disposisi where it is one."""
	return f"{jenis_surat}/{surat}/{disposisi}"


def _compose_select(kelompok: str) -> str:
	return f"select antrean.*, {KUNCI} kunci, tertunda.keterangan gagal {_compose_source(kelompok)}"


def _compose_source(kelompok: str) -> str:
	# What was sent and can still be taken back waits for nobody; what failed waits again.
	return f"""
		from ({" union all ".join(KELOMPOK[kelompok])}) antrean
		left join `tabDerajat Surat` derajat on derajat.name = antrean.derajat
		left join `tabTindakan Tertunda` tertunda on tertunda.name = {KUNCI}
		where (tertunda.name is null or tertunda.keadaan = %(gagal)s)
		"""


def _compose_values(posts: list[str]) -> dict:
	return {
		"jabatan": posts,
		"menunggu_disposisi": MENUNGGU_DISPOSISI,
		"tuntas": KEADAAN_TUNTAS,
		"belum": (DISPOSISI_TERKIRIM, DISPOSISI_DIBACA),
		"diteruskan": DISPOSISI_DITINDAKLANJUTI,
		"tertutup": DISPOSISI_TERTUTUP,
		"dilaporkan": DISPOSISI_DILAPORKAN,
		**_compose_paraf(),
		"diverifikasi": DIVERIFIKASI,
		"di_pemeriksa": (MENUNGGU_PARAF, DIKEMBALIKAN),
		"menunggu_paraf": MENUNGGU_PARAF,
		"menunggu_tanda_tangan": MENUNGGU_TANDA_TANGAN,
		"koordinasi": KOORDINASI,
		"menunggu": MENUNGGU,
		"gagal": GAGAL,
	}


def _compose_paraf() -> dict[str, str]:
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	sekretaris = pengaturan.jabatan_sekretaris if pengaturan.paraf_sekretaris else ""
	return {"sekretaris": sekretaris or "", "pimpinan": pengaturan.jabatan_pimpinan or ""}


def _describe(found: list[frappe._dict]) -> list[dict]:
	letters = {
		jenis: _read_visible(jenis, {row.surat for row in found if row.jenis_surat == jenis})
		for jenis in KOLOM
	}
	senders = _read_names(
		"Instansi", "nama_instansi", {row.pengirim for row in letters["Surat Masuk"].values()}
	)
	shown = [row for row in found if row.surat in letters[row.jenis_surat]]
	return [_describe_row(row, letters[row.jenis_surat][row.surat], senders) for row in shown]


def _describe_row(row: frappe._dict, surat: frappe._dict, senders: dict[str, str]) -> dict:
	return {
		**surat,
		**row,
		# The database keeps signs of HTML in their long form.
		"perihal": write_text(surat.perihal),
		"pihak": senders.get(surat.pengirim) or surat.jenis_naskah or "",
		"umur": max(date_diff(nowdate(), getdate(row.sejak)), 0),
		"terlambat": bool(row.tenggat) and get_datetime(row.tenggat) < now_datetime(),
	}


def _read_visible(jenis: str, names: set[str]) -> dict[str, frappe._dict]:
	# A post may have moved out of a letter's sight since it was written to; then the letter is not there for it.
	if not names or not frappe.has_permission(jenis):
		return {}
	rows = frappe.get_list(
		jenis, filters={"name": ["in", list(names)]}, fields=list(KOLOM[jenis]), limit_page_length=0
	)
	return {row.name: row for row in rows}


def _read_names(doctype: str, field: str, names: set[str | None]) -> dict[str, str]:
	wanted = list(names - {None})
	if not wanted:
		return {}
	return dict(
		frappe.get_all(doctype, filters={"name": ["in", wanted]}, fields=["name", field], as_list=True)
	)
