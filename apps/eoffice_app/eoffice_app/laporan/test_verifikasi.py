from collections import defaultdict
from statistics import median_low

import frappe
from frappe.utils import add_to_date, get_datetime, getdate, now_datetime

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.laporan.akses import counts_all
from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.peristiwa import SURAT_MASUK
from eoffice_app.laporan.rekap import (
	forget_counted,
	get_counted_at,
	has_shared_change_since,
	list_differing_days,
)
from eoffice_app.laporan.report.kinerja_verifikasi.kinerja_verifikasi import execute
from eoffice_app.laporan.test_rekap import KasusRekap
from eoffice_app.laporan.verifikasi import BULAN, PENGIRIM, PETUGAS, count_unmet, measure_verification
from eoffice_app.patches import name_who_verified
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat
from eoffice_app.tests.dasar import acting_as, compose_hasil, make, make_surat_masuk, surel

BOLEH = "Lampiran lengkap"
DITERIMA = "2003-02-10 08:00:00"
PERIODE = Periode(getdate("2003-02-01"), getdate("2003-02-28"))
HARI = getdate(DITERIMA)
VERIFIKATOR = "UJI-VERIFIKATOR"


class TestKinerjaVerifikasi(KasusRekap):
	@classmethod
	def prepare_class(cls) -> dict:
		"""Three letters passed after one, two and ten hours, one returned, one that still waits, one Terbatas that passed."""
		passed = [make_surat_masuk() for _number in range(3)]
		returned, _waiting, terbatas = (
			make_surat_masuk(),
			make_surat_masuk(),
			make_surat_masuk(sifat="Terbatas"),
		)
		with acting_as(VERIFIKATOR):
			for surat in (*passed, terbatas):
				verify_surat(surat.name, compose_hasil(kecuali=BOLEH if surat is passed[0] else None))
			close_with_reason(returned.name, "Kembalikan", "Tanpa tanda tangan")
		for surat in (*passed, returned, _waiting, terbatas):
			frappe.db.set_value("Surat Masuk", surat.name, "tanggal_terima", DITERIMA)
		for surat, hours in zip((*passed, terbatas), (1, 2, 10, 4), strict=True):
			verified = add_to_date(get_datetime(DITERIMA), hours=hours)
			frappe.db.set_value("Hasil Verifikasi", {"parent": surat.name}, "creation", verified)
		return {
			"letters": [surat.name for surat in (*passed, returned, terbatas)],
			"pengirim": make("Instansi", {"nama_instansi": "Pengirim Uji Verifikasi"}),
		}

	def setUp(self):
		super().setUp()
		self.note(HARI)
		self.count(HARI)

	def measure(self, menurut: str, kode: str) -> list[dict]:
		with self.sebagai(kode):
			return measure_verification(menurut, PERIODE)

	def test_who_verified_how_many_letters_and_how_soon(self):
		(row,) = self.measure(PETUGAS, "UJI-KADIS")
		self.assertEqual(row.kunci, surel(VERIFIKATOR))
		self.assertEqual((row.diperiksa, row.lolos, row.dikembalikan, row.ditolak), (5, 4, 1, 0))
		self.assertEqual((row.median, row.p90, row.bagian_kembali), (2.0, 10.0, 20.0))

	def test_everybody_else_counts_what_he_may_read(self):
		# Verified, a Terbatas letter is hidden from the verifikator.
		for menurut in (PETUGAS, BULAN, PENGIRIM):
			(row,) = self.measure(menurut, VERIFIKATOR)
			self.assertEqual((row.diperiksa, row.lolos), (4, 3), menurut)
		for kode in ("UJI-KABID-B", "Guest"):
			self.assertEqual(self.measure(PETUGAS, kode), [])

	def test_the_figures_are_those_of_the_list_behind_them(self):
		columns, rows, *_rest = execute({"dari": PERIODE.dari, "sampai": PERIODE.sampai, "menurut": BULAN})
		(row,) = rows
		for column in columns:
			if "buka" in column:
				filters = {**row["di_balik"]["saring"], **column["buka"]}
				listed = frappe.get_list("Surat Masuk", filters=filters, limit_page_length=0)
				self.assertEqual(row[column["fieldname"]], len(listed), column)

	def test_each_figure_is_that_of_a_count_letter_by_letter(self):
		_first, second, third, returned, _terbatas = self.letters
		frappe.db.set_value("Surat Masuk", second, "pengirim", self.pengirim, update_modified=False)
		frappe.db.set_value("Hasil Verifikasi", {"parent": third}, "owner", surel("UJI-OPERATOR"))
		sekdin = frappe.db.get_value("Pegawai", {"user": surel("UJI-SEKDIN")})
		frappe.db.set_value("Surat Masuk", returned, "keadaan_oleh", sekdin, update_modified=False)
		self.count(HARI)
		for kode in (VERIFIKATOR, "UJI-KADIS", "UJI-OPERATOR", "UJI-SEKDIN", "UJI-KABID-B", "Guest"):
			for menurut in (PETUGAS, BULAN, PENGIRIM):
				with self.sebagai(kode):
					every = counts_all() and menurut != PENGIRIM
				rows = {row.kunci: row for row in self.measure(menurut, kode)}
				found = {
					key: (row.diperiksa, row.lolos, row.dikembalikan, row.median) for key, row in rows.items()
				}
				self.assertEqual(
					found, count_directly(menurut, None if every else surel(kode)), (kode, menurut)
				)
		self.assertEqual(len(self.measure(PETUGAS, "UJI-KADIS")), 3)

	def test_what_is_changed_past_every_hook_has_its_day_counted_anew(self):
		name = self.letters[3]
		for doctype, names, field in (
			("Surat Masuk", name, "pengirim"),
			("Surat Masuk", name, "keadaan_oleh"),
			("Hasil Verifikasi", {"parent": self.letters[0], "idx": 1}, "owner"),
			("Hasil Verifikasi", {"parent": self.letters[0], "idx": 2}, "sesuai"),
		):
			self.assertNotIn(HARI, list_differing_days(SURAT_MASUK), field)
			value = 0 if field == "sesuai" else "lain"
			frappe.db.set_value(doctype, names, field, value, update_modified=False)
			self.assertIn(HARI, list_differing_days(SURAT_MASUK), field)
			self.count(HARI)

	def test_a_sender_that_is_renamed_has_all_days_looked_at(self):
		begun = now_datetime()
		self.assertFalse(has_shared_change_since(begun))
		frappe.rename_doc("Instansi", self.pengirim, f"{self.pengirim} Baru")
		self.assertTrue(has_shared_change_since(begun))

	def test_what_lacks_the_new_columns_is_said_to_be_uncounted(self):
		frappe.db.set_global("eoffice_rekap_diperiksa", str(now_datetime()))
		self.assertIsNotNone(get_counted_at())
		forget_counted()
		self.assertIsNone(get_counted_at())
		message = execute({"dari": PERIODE.dari, "sampai": PERIODE.sampai})[2]
		self.assertTrue(message.startswith("Angka belum dihitung"))

	def test_which_item_was_not_met(self):
		for kode, checked in (("UJI-KADIS", 4), (VERIFIKATOR, 3)):
			with self.sebagai(kode):
				first, *others = count_unmet(PERIODE)
			self.assertEqual((first.kunci, first.tidak_sesuai, first.diperiksa), (BOLEH, 1, checked))
			self.assertEqual({(row.tidak_sesuai, row.diperiksa) for row in others}, {(0, checked)})
		with self.sebagai("UJI-KABID-B"):
			self.assertEqual(count_unmet(PERIODE), [])

	def test_lines_that_named_the_registration_name_who_verified(self):
		name = self.letters[0]
		frappe.db.set_value("Hasil Verifikasi", {"parent": name}, "owner", surel("UJI-OPERATOR"))
		# Frappe keeps no versions where tests run.
		for kode, changed in (
			(VERIFIKATOR, ["workflow_state", "Diterima", "Diverifikasi"]),
			("UJI-OPERATOR", ["workflow_state", "Diverifikasi", "Menunggu Disposisi"]),
		):
			with self.sebagai(kode):
				data = frappe.as_json({"changed": [changed]})
				version = {"doctype": "Version", "ref_doctype": "Surat Masuk", "docname": name, "data": data}
				frappe.get_doc(version).insert(ignore_permissions=True)
		name_who_verified.execute()
		owners = frappe.get_all("Hasil Verifikasi", {"parent": name}, pluck="owner")
		self.assertEqual(set(owners), {surel(VERIFIKATOR)})

	def test_the_report_says_names_and_months_in_words(self):
		period = {"dari": PERIODE.dari, "sampai": PERIODE.sampai}
		for menurut, expected in (
			(PETUGAS, f"Pegawai {VERIFIKATOR}"),
			(BULAN, "Februari 2003"),
			("Butir Tidak Sesuai", BOLEH),
		):
			_columns, rows, _message, chart = execute({**period, "menurut": menurut})
			self.assertEqual(rows[0]["nama"], expected)
			self.assertIn(expected, chart["data"]["labels"][0])
		_columns, rows, _message, chart = execute({"dari": "1990-01-01", "sampai": "1990-01-31"})
		self.assertEqual((rows, chart), ([], None))


def count_directly(menurut: str, user: str | None) -> dict[str, tuple]:
	"""Count letter by letter those that a user may see, all of them where None, by what a division says of each."""
	groups = defaultdict(list)
	for surat in frappe.get_all("Surat Masuk", {"tanggal_terima": PERIODE.as_filter()}, pluck="name"):
		doc = frappe.get_doc("Surat Masuk", surat)
		if doc.workflow_state != "Diterima" and (user is None or can_see(surat, user)):
			groups[describe_directly(doc)[menurut]].append(doc)
	return {
		key: (
			len(docs),
			len(passed := [doc for doc in docs if doc.workflow_state != "Dikembalikan"]),
			len(docs) - len(passed),
			median_low(map(count_hours, passed)) if passed else None,
		)
		for key, docs in groups.items()
	}


def describe_directly(doc) -> dict[str, str]:
	closed = doc.workflow_state == "Dikembalikan"
	petugas = frappe.db.get_value("Pegawai", doc.keadaan_oleh, "user") if closed else None
	found = doc.hasil_verifikasi[0].owner if doc.hasil_verifikasi else None
	return {PETUGAS: petugas or found, BULAN: f"{doc.tanggal_terima:%Y-%m}", PENGIRIM: doc.pengirim}


def count_hours(doc) -> float:
	return (doc.hasil_verifikasi[0].creation - doc.tanggal_terima).total_seconds() / 3600
