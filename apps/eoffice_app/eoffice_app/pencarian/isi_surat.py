"""What the index knows of letters, read from the database many at a time.

Of a secret letter only numbers, names and perihal are taken in: what it says stays in the letter.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

import frappe

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.pencarian.cuplikan import Sumber
from eoffice_app.pencarian.indeks import SuratTerindeks
from eoffice_app.pencarian.saringan import compose_ciri
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK
from eoffice_app.persuratan.konsep.perubahan_naskah import split_lines

SURAT_MASUK, SURAT_KELUAR = "Surat Masuk", "Surat Keluar"
JENIS_SURAT = (SURAT_MASUK, SURAT_KELUAR)
SEKALI_BACA = 2_000


def read_all_letters() -> Iterator[SuratTerindeks]:
	"""Return every letter of the office, incoming and outgoing."""
	for jenis in JENIS_SURAT:
		last = ""
		while names := frappe.db.sql_list(
			f"select name from `tab{jenis}` where name > %s order by name limit %s", (last, SEKALI_BACA)
		):
			yield from BACA[jenis](names)
			last = names[-1]


def read_letters(names: list[str]) -> Iterator[SuratTerindeks]:
	"""Return those letters of these names that there are."""
	for begin in range(0, len(names), SEKALI_BACA):
		part = names[begin : begin + SEKALI_BACA]
		for jenis in JENIS_SURAT:
			yield from BACA[jenis](part)


def count_all_letters() -> int:
	"""Return how many letters the office has."""
	return sum(map(frappe.db.count, JENIS_SURAT))


def read_sources(jenis: str, names: list[str]) -> dict[str, list[Sumber]]:
	"""Return the texts of letters by name, for those that may see them; none of a secret one.

	:param jenis: Surat Masuk or Surat Keluar
	"""
	names = frappe.db.sql_list(
		f"select name from `tab{jenis}` where name in %s and sifat not in %s", (names, SIFAT_RAHASIA)
	)
	if not names:
		return {}
	return SUMBER[jenis](names)


def _read_masuk(names: list[str]) -> Iterator[SuratTerindeks]:
	subjek, unit = _read_subjek(SURAT_MASUK, names), _read_units(names)
	texts = read_sources(SURAT_MASUK, names)
	for row in frappe.db.sql(
		"""
		select surat.name, surat.tanggal_terima, surat.nomor_agenda, surat.nomor_surat, surat.perihal, surat.sifat,
			surat.workflow_state, surat.klasifikasi, surat.unit_penerima, instansi.nama_instansi,
			tujuan.unit_kerja as unit_tujuan
		from `tabSurat Masuk` surat
		left join `tabInstansi` instansi on instansi.name = surat.pengirim
		left join `tabJabatan` tujuan on tujuan.name = surat.tujuan
		where surat.name in %s
		""",
		(names,),
		as_dict=True,
	):
		units = {row.unit_penerima, row.unit_tujuan, *unit[row.name]}
		yield _compose(
			row,
			SURAT_MASUK,
			(row.nomor_agenda, row.nomor_surat, row.nama_instansi, row.perihal),
			texts.get(row.name, []),
			compose_ciri(
				jenis=SURAT_MASUK,
				sifat=row.sifat,
				keadaan=row.workflow_state,
				klasifikasi=row.klasifikasi,
			),
			units,
			subjek[row.name],
			row.tanggal_terima,
		)


def _read_keluar(names: list[str]) -> Iterator[SuratTerindeks]:
	subjek, penerima = _read_subjek(SURAT_KELUAR, names), _read_penerima(names)
	texts = read_sources(SURAT_KELUAR, names)
	for row in frappe.db.sql(
		"""
		select name, creation, nomor, perihal, sifat, workflow_state, klasifikasi, jenis_naskah, unit_penyusun
		from `tabSurat Keluar` where name in %s
		""",
		(names,),
		as_dict=True,
	):
		yield _compose(
			row,
			SURAT_KELUAR,
			(row.nomor, row.perihal, row.jenis_naskah, *penerima[row.name]),
			texts.get(row.name, []),
			compose_ciri(
				jenis=SURAT_KELUAR,
				naskah=row.jenis_naskah,
				sifat=row.sifat,
				keadaan=row.workflow_state,
				klasifikasi=row.klasifikasi,
			),
			{row.unit_penyusun},
			subjek[row.name],
			row.creation,
		)


def _compose(
	row: frappe._dict,
	jenis: str,
	pokok: tuple,
	texts: list[Sumber],
	ciri: tuple[str, ...],
	units: set[str | None],
	subjek: list[str],
	waktu: datetime,
) -> SuratTerindeks:
	return SuratTerindeks(
		name=row.name,
		jenis=jenis,
		pokok=tuple(write_text(text) for text in pokok if text),
		isi=tuple(sumber.teks for sumber in texts),
		ciri=(*ciri, *(f"unit:{unit}" for unit in units if unit)),
		subjek=tuple(subjek),
		waktu=waktu,
	)


def _read_masuk_sources(names: list[str]) -> dict[str, list[Sumber]]:
	found = defaultdict(list)
	for surat, catatan, umpan_balik in frappe.db.sql(
		"""
		select surat_masuk, catatan, umpan_balik from tabDisposisi
		where surat_masuk in %s and status != %s and coalesce(sifat, '') not in %s order by ditulis_pada
		""",
		(names, DISPOSISI_DITARIK, SIFAT_RAHASIA),
	):
		if catatan:
			found[surat].append(Sumber("Disposisi", write_text(catatan)))
		if umpan_balik:
			found[surat].append(Sumber("Umpan Balik", write_text(umpan_balik)))
	for surat, halaman, teks in _read_scans(names):
		found[surat].append(Sumber("Scan", teks, halaman))
	return found


def _read_scans(names: list[str]) -> tuple:
	return frappe.db.sql(
		"""
		select surat_masuk, halaman, teks from `tabTeks Scan`
		where surat_masuk in %s order by surat_masuk, halaman
		""",
		(names,),
	)


def _read_keluar_sources(names: list[str]) -> dict[str, list[Sumber]]:
	rows = frappe.db.sql(
		"select name, isi from `tabSurat Keluar` where name in %s and coalesce(isi, '') != ''", (names,)
	)
	return {name: [Sumber("Naskah", write_text("\n".join(split_lines(None, isi))))] for name, isi in rows}


def _read_units(names: list[str]) -> dict[str, set[str]]:
	"""Return the units that have or had to do with incoming letters: those of the posts they were disposed to."""
	found = defaultdict(set)
	for surat, unit in frappe.db.sql(
		"""
		select distinct disposisi.surat_masuk, jabatan.unit_kerja from tabDisposisi disposisi
		join tabJabatan jabatan on jabatan.name = disposisi.kepada
		where disposisi.surat_masuk in %s and disposisi.status != %s
		""",
		(names, DISPOSISI_DITARIK),
	):
		found[surat].add(unit)
	return found


def _read_penerima(names: list[str]) -> dict[str, list[str]]:
	found = defaultdict(list)
	for surat, penerima in frappe.db.sql(
		"select parent, nama_penerima from `tabPenerima Surat Keluar` where parent in %s order by idx",
		(names,),
	):
		found[surat].append(penerima)
	return found


def _read_subjek(jenis: str, names: list[str]) -> dict[str, list[str]]:
	found = defaultdict(list)
	for surat, subjek in frappe.db.sql(
		"select surat, subjek from `tabAkses Surat` where jenis_surat = %s and surat in %s", (jenis, names)
	):
		found[surat].append(subjek)
	return found


BACA = {SURAT_MASUK: _read_masuk, SURAT_KELUAR: _read_keluar}
SUMBER = {SURAT_MASUK: _read_masuk_sources, SURAT_KELUAR: _read_keluar_sources}
