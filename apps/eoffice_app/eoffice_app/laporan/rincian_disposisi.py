"""The disposisi behind a figure of Beban Kerja."""

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.laporan.akses import compose_listed, compose_seen, compose_seen_of
from eoffice_app.laporan.di_balik import PALING_BANYAK, count_hidden
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import BERJALAN, DITUTUP, TANPA_TENGGAT, TEPAT_WAKTU, TERLAMBAT
from eoffice_app.laporan.sidik_hari import DISPOSISI
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DIKERJAKAN,
	DISPOSISI_DILAPORKAN,
	DISPOSISI_DITARIK,
	DISPOSISI_SELESAI,
)

DIKERJAKAN_PADA = "date(ifnull(disposisi.umpan_balik_pada, disposisi.dibaca_pada))"
# What a figure counts → its label as a filter, and the condition; see `rekap.judge_disposisi`.
HASIL = {
	"baru": ("", "1 = 1"),
	"selesai": ("Selesai", "disposisi.status in %(selesai)s"),
	"selesai_terlambat": (
		"Selesai, terlambat",
		f"disposisi.status in %(selesai)s and {DIKERJAKAN_PADA} > disposisi.batas_waktu",
	),
	"terbuka": ("Terbuka", "disposisi.status not in %(selesai)s and disposisi.status != %(ditarik)s"),
	"terlambat": (
		"Terbuka, terlambat",
		"disposisi.status in %(dikerjakan)s and disposisi.batas_waktu < %(hari_ini)s",
	),
	"ditarik": ("Ditarik", "disposisi.status = %(ditarik)s"),
}
SYARAT = dict(HASIL.values())
TUNTAS = (TEPAT_WAKTU, TERLAMBAT, TANPA_TENGGAT)
# Label → the results of the roll-up that it stands for.
DIREKAP = {
	"": (*TUNTAS, BERJALAN, DITUTUP),
	"Selesai": TUNTAS,
	"Selesai, terlambat": (TERLAMBAT,),
	"Ditarik": (DITUTUP,),
}


def list_disposisi(
	periode: Periode, jabatan: str = "", unit_kerja: str = "", hasil: str = ""
) -> tuple[list[dict], int]:
	"""Return the disposisi written in a period, the oldest first, and how many more are only counted.

	:param jabatan: whose they are; every post's where empty
	:param unit_kerja: of the post; every unit's where empty
	:param hasil: one of the labels of HASIL; what is not one of them finds nothing
	:return: at most PALING_BANYAK dicts of `dokumen`, `jenis`, `nomor`, `perihal`, `penerima`, `dari`, `ditulis_pada`, `batas_waktu`,
	        `status` and `dikerjakan_pada`; and a number
	"""
	where = f"""
		from tabDisposisi disposisi
			join `tabSurat Masuk` surat on surat.name = disposisi.surat_masuk
			left join tabJabatan jabatan on jabatan.name = disposisi.kepada
		where {_compose_condition(jabatan, unit_kerja, hasil)}
	"""
	values = {
		**periode.as_values(),
		"jabatan": jabatan,
		"unit": unit_kerja,
		"selesai": (DISPOSISI_DILAPORKAN, DISPOSISI_SELESAI),
		"ditarik": DISPOSISI_DITARIK,
		"dikerjakan": DISPOSISI_DIKERJAKAN,
		"hari_ini": getdate(nowdate()),
	}
	rows = frappe.db.sql(
		f"""
		select disposisi.name as dokumen, 'Disposisi' as jenis, surat.nomor_agenda as nomor, surat.perihal,
			disposisi.jabatan_penerima as penerima, disposisi.dari, disposisi.ditulis_pada, disposisi.batas_waktu,
			disposisi.status, ifnull(disposisi.umpan_balik_pada, disposisi.dibaca_pada) as dikerjakan_pada
		{where} and {compose_listed("disposisi.surat_masuk")} order by disposisi.ditulis_pada limit {PALING_BANYAK}
		""",
		values,
		as_dict=True,
	)
	return rows, count_hidden(
		_ask_hidden(where, hasil), {**values, "jenis": DISPOSISI, "direkap": DIREKAP.get(hasil)}
	)


def _ask_hidden(where: str, hasil: str) -> str:
	"""Return the SQL that counts the disposisi of letters that the user may not see.

	What is open is asked for one by one, since an office has only so much of it; all else the roll-up has counted.
	"""
	if hasil not in DIREKAP:
		return f"select count(*) {where} and not {compose_seen('disposisi.surat_masuk')}"
	return f"""
		select cast(ifnull(sum(rekap.jumlah), 0) as signed) from `tabRekap Harian` rekap
			left join tabJabatan jabatan on jabatan.name = rekap.pemilik
		where rekap.jenis = %(jenis)s and {compose_periode("rekap.tanggal")} and rekap.hasil in %(direkap)s
			and %(jabatan)s in ('', rekap.pemilik) and %(unit)s in ('', jabatan.unit_kerja)
			and not {compose_seen_of("rekap.khalayak")}
	"""


def _compose_condition(jabatan: str, unit: str, hasil: str) -> str:
	conditions = [compose_periode("disposisi.ditulis_pada"), SYARAT.get(hasil, "1 = 0")]
	if jabatan:
		conditions.append("disposisi.kepada = %(jabatan)s")
	if unit:
		conditions.append("jabatan.unit_kerja = %(unit)s")
	return " and ".join(conditions)
