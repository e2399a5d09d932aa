"""Where every letter under way waits, as one SQL select: a row for each letter and desk.

A desk is a post; where no post has the letter yet it is the role that brings it on. A letter that waits for three posts has
three rows. Only letters that somebody still has to deal with are read, which the index on their state gives: their number
grows with the office's backlog, not with its archive.
"""

import frappe
from frappe.utils import now_datetime, nowdate

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.surat import compose_condition
from eoffice_app.organisasi.operator import OPERATOR_SANDI, OPERATOR_SURAT
from eoffice_app.pemantauan.saringan import (
	BELUM,
	HARI_INI,
	SURAT_KELUAR,
	SURAT_MASUK,
	TERLAMBAT,
	SaringanPemantauan,
)
from eoffice_app.persuratan import keadaan_keluar
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DILAPORKAN,
	DISPOSISI_TERTUTUP,
	DITERIMA,
	DIVERIFIKASI,
	KEADAAN_TUNTAS,
	MENUNGGU_DISPOSISI,
)
from eoffice_app.persuratan.konsep.rantai_paraf import KOORDINASI, MENUNGGU

VERIFIKATOR = "Verifikator"

# Before anybody wrote a disposisi, and once all of them are answered: the letter itself says for whom it waits. In a state
# that the office added it waits for its operator, unless disposisi are open.
SURAT_SENDIRI = """
	select surat.name as surat, '{masuk}' as jenis, surat.workflow_state as keadaan, surat.derajat,
		surat.tanggal_terima as sejak, surat.tenggat, surat.unit_penerima as unit_surat,
		case
			when surat.workflow_state = %(menunggu_disposisi)s then surat.tujuan
			when surat.workflow_state = %(diverifikasi)s and surat.tujuan = %(pimpinan)s
				and surat.paraf_pada is null and surat.sifat not in %(rahasia)s then %(sekretaris)s
		end as jabatan,
		case
			when surat.sifat in %(rahasia)s then %(operator_sandi)s
			when surat.workflow_state = %(diterima)s then %(verifikator)s
			else %(operator_surat)s
		end as peran
	from `tabSurat Masuk` surat
	where surat.workflow_state not in %(tuntas)s
		and (surat.cabang_terbuka = 0 or surat.workflow_state in %(sebelum_disposisi)s)
		and {terlihat} {saringan}
"""
# The lowest open disposisi of each branch: the report climbs level by level. One that is reported waits with the one above, by
# his own deadline.
DISPOSISI_TERBUKA = """
	select surat.name as surat, '{masuk}' as jenis, surat.workflow_state as keadaan, surat.derajat,
		surat.tanggal_terima as sejak,
		coalesce(
			timestamp(if(disposisi.status = %(dilaporkan)s, induk.batas_waktu, disposisi.batas_waktu), '23:59:59'),
			surat.tenggat
		) as tenggat,
		surat.unit_penerima as unit_surat,
		if(disposisi.status = %(dilaporkan)s, disposisi.dari, disposisi.kepada) as jabatan, null as peran
	from `tabDisposisi` disposisi
	join `tabSurat Masuk` surat on surat.name = disposisi.surat_masuk
	left join `tabDisposisi` induk on induk.name = disposisi.disposisi_induk
	where disposisi.status not in %(tertutup)s and surat.workflow_state not in %(tuntas)s
		and not exists (
			select 1 from `tabDisposisi` anak
			where anak.disposisi_induk = disposisi.name and anak.status not in %(tertutup)s
		)
		and {terlihat} {saringan}
"""
KOLOM_KELUAR = """surat.name as surat, '{keluar}' as jenis, surat.workflow_state as keadaan, surat.derajat,
	surat.creation as sejak, null as tenggat, surat.unit_penyusun as unit_surat"""
# A draft is with one post, or with several where other units are asked for their paraf too; signed it is with its operator.
SURAT_KELUAR_SENDIRI = """
	select {kolom_keluar}, surat.menunggu_jabatan as jabatan,
		case
			when surat.menunggu_jabatan is not null then null
			when surat.sifat in %(rahasia)s then %(operator_sandi)s
			else %(operator_surat)s
		end as peran
	from `tabSurat Keluar` surat
	where surat.workflow_state not in %(tuntas_keluar)s and {terlihat} {saringan}
"""
PARAF_KOORDINASI = """
	select {kolom_keluar}, paraf.jabatan, null as peran
	from `tabSurat Keluar` surat
	join `tabParaf Surat Keluar` paraf on paraf.parent = surat.name and paraf.parenttype = '{keluar}'
		and paraf.jenis = %(koordinasi)s and paraf.keadaan = %(menunggu_paraf)s
	where surat.workflow_state = %(keadaan_paraf)s and {terlihat} {saringan}
"""
BAGIAN = {
	SURAT_MASUK: (SURAT_SENDIRI, DISPOSISI_TERBUKA),
	SURAT_KELUAR: (SURAT_KELUAR_SENDIRI, PARAF_KOORDINASI),
}

CARI_MASUK = """(
	concat_ws(' ', surat.perihal, surat.nomor_surat, surat.nomor_agenda, surat.pengirim) like {kata}
	or exists (
		select 1 from `tabInstansi` instansi
		where instansi.name = surat.pengirim and instansi.nama_instansi like {kata}
	)
)"""
CARI_KELUAR = """(
	concat_ws(' ', surat.perihal, surat.nomor, surat.jenis_naskah) like {kata}
	or exists (
		select 1 from `tabPenerima Surat Keluar` penerima
		where penerima.parent = surat.name and penerima.nama_penerima like {kata}
	)
)"""
CARI = {SURAT_MASUK: CARI_MASUK, SURAT_KELUAR: CARI_KELUAR}

# A desk, as SaringanPemantauan names it.
PEJABAT_SQL = """if(
	langkah.jabatan is null,
	concat('peran:', langkah.peran, '/', ifnull(unit.name, '')),
	concat('jabatan:', langkah.jabatan)
)"""

# Letters without a deadline are in nobody's way yet.
SYARAT_WAKTU = {
	TERLAMBAT: "langkah.tenggat < %(sekarang)s",
	HARI_INI: "langkah.tenggat >= %(sekarang)s and langkah.tenggat < %(hari_ini)s + interval 1 day",
	BELUM: "(langkah.tenggat is null or langkah.tenggat >= %(hari_ini)s + interval 1 day)",
}


def select_steps(saringan: SaringanPemantauan) -> tuple[str, dict]:
	"""Return the SQL select of the steps under way that the session's user may see, and its values.

	Its columns are `surat`, `jenis`, `keadaan`, `derajat`, `sejak` (since when the office has the letter), `tenggat`, `unit` (of
	the post, else of the letter; "" where that is none) and `pejabat` (a desk as SaringanPemantauan names it).
	"""
	values = _compose_values(saringan)
	parts = [
		part.format(
			masuk=SURAT_MASUK,
			keluar=SURAT_KELUAR,
			kolom_keluar=KOLOM_KELUAR.format(keluar=SURAT_KELUAR),
			terlihat=_compose_sight(jenis),
			saringan=_narrow_letter(saringan, jenis, values),
		)
		for jenis in BAGIAN
		if saringan.jenis in ("", jenis)
		for part in BAGIAN[jenis]
	]
	# One desk may come twice for a letter, as where two wrote to it: whoever counts counts letters.
	return _select_desks(" union all ".join(f"({part})" for part in parts), saringan), values


def _compose_sight(jenis: str) -> str:
	if not frappe.has_permission(jenis):
		return "1 = 0"
	return compose_condition("surat.name", frappe.session.user) or "1 = 1"


def _select_desks(steps: str, saringan: SaringanPemantauan) -> str:
	conditions = ["1 = 1"]
	if saringan.waktu:
		conditions.append(SYARAT_WAKTU[saringan.waktu])
	if saringan.pejabat:
		conditions.append(f"{PEJABAT_SQL} = %(pejabat)s")
	if saringan.unit:
		conditions.append("unit.lft >= %(lft)s and unit.rgt <= %(rgt)s")
	return f"""
		select langkah.surat, langkah.jenis, langkah.keadaan, langkah.derajat, langkah.sejak, langkah.tenggat,
			ifnull(unit.name, '') as unit, {PEJABAT_SQL} as pejabat
		from ({steps}) langkah
		left join `tabJabatan` jabatan on jabatan.name = langkah.jabatan
		left join `tabUnit Kerja` unit on unit.name = coalesce(jabatan.unit_kerja, langkah.unit_surat)
		where {" and ".join(conditions)}
	"""


def _narrow_letter(saringan: SaringanPemantauan, jenis: str, values: dict) -> str:
	conditions = []
	if saringan.keadaan:
		conditions.append("surat.workflow_state = %(keadaan)s")
	if saringan.derajat:
		conditions.append("surat.derajat = %(derajat)s")
	for number, kata in enumerate(saringan.kata):
		values[f"kata_{number}"] = f"%{_escape_like(kata)}%"
		conditions.append(CARI[jenis].format(kata=f"%(kata_{number})s"))
	return "".join(f" and {condition}" for condition in conditions)


def _escape_like(kata: str) -> str:
	return kata.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _compose_values(saringan: SaringanPemantauan) -> dict:
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	# The same rule as `needs_paraf`, which looks at one letter.
	paraf = pengaturan.paraf_sekretaris and pengaturan.jabatan_sekretaris != pengaturan.jabatan_pimpinan
	lft, rgt = frappe.db.get_value("Unit Kerja", saringan.unit, ["lft", "rgt"]) or (0, -1)
	return {
		"tuntas": KEADAAN_TUNTAS,
		"sebelum_disposisi": (DITERIMA, DIVERIFIKASI, MENUNGGU_DISPOSISI),
		"diterima": DITERIMA,
		"diverifikasi": DIVERIFIKASI,
		"menunggu_disposisi": MENUNGGU_DISPOSISI,
		"dilaporkan": DISPOSISI_DILAPORKAN,
		"tertutup": DISPOSISI_TERTUTUP,
		# Sent is for the sender what finished is for the addressee; filing it is nobody's deadline.
		"tuntas_keluar": (keadaan_keluar.TERKIRIM, *keadaan_keluar.KEADAAN_AKHIR),
		"keadaan_paraf": keadaan_keluar.MENUNGGU_PARAF,
		"koordinasi": KOORDINASI,
		"menunggu_paraf": MENUNGGU,
		"rahasia": SIFAT_RAHASIA,
		"pimpinan": pengaturan.jabatan_pimpinan if paraf else None,
		"sekretaris": pengaturan.jabatan_sekretaris,
		"verifikator": VERIFIKATOR,
		"operator_surat": OPERATOR_SURAT,
		"operator_sandi": OPERATOR_SANDI,
		"sekarang": now_datetime(),
		"hari_ini": nowdate(),
		"keadaan": saringan.keadaan,
		"derajat": saringan.derajat,
		"pejabat": saringan.pejabat,
		"lft": lft,
		"rgt": rgt,
	}
