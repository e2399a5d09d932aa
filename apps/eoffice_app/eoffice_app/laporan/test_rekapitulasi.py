from collections import defaultdict
from contextlib import nullcontext

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.laporan.periode import Periode, PeriodeTidakBenarError, read_periode
from eoffice_app.laporan.rekapitulasi import (
	ARAH,
	KELUAR,
	MASUK,
	PembagianTidakDikenalError,
	compose_state_filters,
	count_letters,
)
from eoffice_app.laporan.report.rekapitulasi_surat.rekapitulasi_surat import execute
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.tests.dasar import KasusUji, acting_as, make_pegawai, make_surat_masuk
from eoffice_app.tests.surat_bernomor import make_surat_bernomor

# Days on which no other test's letter came.
DARI, SAMPAI = "2003-02-10", "2004-03-20"
PERIODE = Periode(getdate(DARI), getdate(SAMPAI))
HARI_INI = Periode(getdate(nowdate()), getdate(nowdate()))


class TestRekapitulasi(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		"""Six letters of two months, one of them secret, one Terbatas, one cancelled, and one after the last day."""
		# One of the leadership to whom no letter is addressed.
		make_pegawai("UJI-PIMPINAN-LAIN", "Pimpinan")
		values = (
			("2003-02-10 00:00:00", "Biasa"),
			("2003-02-28 23:59:59", "Biasa"),
			("2003-02-20 10:00:00", "Terbatas"),
			("2004-03-01 10:00:00", "Rahasia"),
			("2004-03-20 23:59:59", "Biasa"),
			# Frappe's lists take the midnight after the last day for one of its moments.
			("2004-03-21 00:00:01", "Biasa"),
		)
		letters = [make_surat_masuk(sifat=sifat) for _moment, sifat in values]
		with acting_as("UJI-VERIFIKATOR"):
			close_with_reason(letters[1].name, "Batalkan", "Salah alamat")
		for surat, (moment, _sifat) in zip(letters, values, strict=True):
			frappe.db.set_value("Surat Masuk", surat.name, {"tanggal_terima": moment, "klasifikasi": ""})
			frappe.db.set_value("Akses Surat", {"surat": surat.name}, "waktu", moment)
		frappe.db.set_value("Surat Masuk", letters[0].name, "klasifikasi", "UJI.1")
		return {"letters": [surat.name for surat in letters]}

	def count(self, menurut: str, kode: str | None = None) -> dict:
		with self.sebagai(kode) if kode else nullcontext():
			return {row.kunci: row.jumlah for row in count_letters(MASUK, menurut, PERIODE)}

	def test_each_division_counts_every_letter_of_the_period_once(self):
		for menurut in ARAH[MASUK].pembagian:
			counted = self.count(menurut)
			self.assertEqual(sum(counted.values()), 5, (menurut, counted))
		self.assertEqual(list(self.count("Bulan").items()), [("2003-02", 3), ("2004-03", 2)])
		self.assertEqual(self.count("Sifat"), {"Biasa": 3, "Rahasia": 1, "Terbatas": 1})
		self.assertEqual(self.count("Klasifikasi"), {None: 4, "UJI.1": 1})

	def test_the_shares_of_a_division_are_the_whole_together(self):
		filters = frappe._dict(dari=PERIODE.dari, sampai=PERIODE.sampai, menurut="Sifat")
		columns, rows, *_rest = execute(filters)
		self.assertAlmostEqual(sum(row.bagian for row in rows), 100)
		# Frappe sums a Float for the line of totals, and takes the mean of a Percent.
		self.assertEqual(columns[-1]["fieldtype"], "Float")

	def test_the_figures_are_those_of_a_direct_count_and_of_the_list_behind_them(self):
		states = compose_state_filters(MASUK)
		for menurut in ARAH[MASUK].pembagian:
			for row in count_letters(MASUK, menurut, PERIODE):
				behind = row.di_balik["saring"]
				self.assertEqual(row.jumlah, count_list(behind), (menurut, row))
				for name, narrowed in states.items():
					self.assertEqual(row[name], count_list({**behind, **narrowed}), (menurut, name, row))
		self.assertEqual(sum(row.ditutup for row in count_letters(MASUK, "Bulan", PERIODE)), 1)

	def test_the_leadership_counts_all_and_knows_no_more_of_a_letter_than_its_number(self):
		self.assertEqual(self.count("Sifat", "UJI-PIMPINAN-LAIN"), {"Biasa": 3, "Rahasia": 1, "Terbatas": 1})
		for menurut in ("Pengirim", "Klasifikasi", "Tujuan"):
			self.assertEqual(sum(self.count(menurut, "UJI-PIMPINAN-LAIN").values()), 3, menurut)

	def test_everybody_else_counts_what_he_may_read(self):
		for kode, seen in (
			("UJI-OPERATOR", {"Biasa": 3, "Terbatas": 1}),
			("UJI-SANDI", {"Biasa": 3, "Rahasia": 1}),
			("UJI-KABID-B", {}),
			("UJI-PENGELOLA", {}),
			("Guest", {}),
		):
			for menurut in ("Sifat", "Pengirim", "Bulan"):
				counted = self.count(menurut, kode)
				self.assertEqual(sum(counted.values()), sum(seen.values()), (kode, menurut))
			self.assertEqual(self.count("Sifat", kode), seen)

	def test_ten_years_and_a_period_without_letters(self):
		_columns, rows, _message, chart, summary = execute({"dari": "2000-01-01", "sampai": "2010-12-31"})
		self.assertEqual([row["jumlah"] for row in rows], [3, 3])
		self.assertEqual(rows[0]["nama"], "Februari 2003")
		self.assertEqual(chart["data"]["datasets"][0]["values"], [3, 3])
		self.assertEqual(summary[0]["value"], 6)
		_columns, rows, _message, chart, summary = execute({"dari": "1990-01-01", "sampai": "1990-12-31"})
		self.assertEqual((rows, chart, summary[0]["value"]), ([], None, 0))

	def test_a_month_is_cut_where_the_period_is(self):
		first, second = count_letters(MASUK, "Bulan", PERIODE)
		self.assertEqual(
			first.di_balik["saring"]["tanggal_terima"], ["Between", ["2003-02-10", "2003-02-28"]]
		)
		self.assertEqual(
			second.di_balik["saring"]["tanggal_terima"], ["Between", ["2004-03-01", "2004-03-20"]]
		)

	def test_outgoing_letters_count_once_they_have_a_number(self):
		before = sum(row.jumlah for row in count_letters(KELUAR, "Jenis Naskah", HARI_INI))
		surat = make_surat_bernomor(sifat="Terbatas", klasifikasi="UJI.1")
		make_surat_bernomor(klasifikasi=None).db_set("nomor", None)
		for menurut in ARAH[KELUAR].pembagian:
			rows = count_letters(KELUAR, menurut, HARI_INI)
			self.assertEqual(sum(row.jumlah for row in rows), before + 1, menurut)
			for row in rows:
				listed = frappe.get_list(KELUAR, filters=row.di_balik["saring"], limit_page_length=0)
				self.assertEqual(row.jumlah, len(listed), (menurut, row))
		frappe.db.delete("Akses Surat", {"surat": surat.name})
		with self.sebagai("UJI-OPERATOR"):
			self.assertNotIn("UJI.1", {row.kunci for row in count_letters(KELUAR, "Klasifikasi", HARI_INI)})

	def test_each_division_is_counted_from_an_index_alone(self):
		for jenis, arah in ARAH.items():
			indexes = read_indexes(jenis)
			asked = {arah.waktu, "workflow_state", *({"nomor"} if jenis == KELUAR else ())}
			for menurut, pembagian in arah.pembagian.items():
				with self.subTest(jenis=jenis, menurut=menurut):
					self.assertTrue(
						any(
							columns[0] == arah.waktu and {*asked, pembagian.field} <= {*columns}
							for columns in indexes
						)
					)

	def test_what_is_not_offered_is_refused(self):
		for jenis, menurut in ((MASUK, "owner"), ("User", "Bulan"), (KELUAR, "Pengirim")):
			self.assertRaises(PembagianTidakDikenalError, count_letters, jenis, menurut, PERIODE)
		self.assertRaises(
			PeriodeTidakBenarError, read_periode, {"dari": "2026-02-01", "sampai": "2026-01-01"}
		)


def count_list(filters: dict) -> int:
	"""Return how many letters the list shows."""
	return len(frappe.get_list(MASUK, filters=filters, limit_page_length=0))


def read_indexes(doctype: str) -> list[list[str]]:
	"""Return the columns of each index of a table, in their order."""
	indexes = defaultdict(list)
	for row in frappe.db.sql(f"show index from `tab{doctype}`", as_dict=True):
		indexes[row.Key_name].append(row.Column_name)
	return list(indexes.values())
