import frappe
from frappe.utils import add_to_date, get_datetime, getdate

from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.report.kinerja_verifikasi.kinerja_verifikasi import execute
from eoffice_app.laporan.verifikasi import BULAN, PENGIRIM, PETUGAS, count_unmet, measure_verification
from eoffice_app.patches import name_who_verified
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat
from eoffice_app.tests.dasar import KasusUji, acting_as, compose_hasil, make_surat_masuk, surel

BOLEH = "Lampiran lengkap"
DITERIMA = "2003-02-10 08:00:00"
PERIODE = Periode(getdate("2003-02-01"), getdate("2003-02-28"))
VERIFIKATOR = "UJI-VERIFIKATOR"


class TestKinerjaVerifikasi(KasusUji):
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
		return {"letters": [surat.name for surat in (*passed, returned, terbatas)]}

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

	def test_which_item_was_not_met(self):
		with self.sebagai("UJI-KADIS"):
			first, *others = count_unmet(PERIODE)
		self.assertEqual((first.kunci, first.tidak_sesuai, first.diperiksa), (BOLEH, 1, 4))
		self.assertEqual({row.tidak_sesuai for row in others}, {0})

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
