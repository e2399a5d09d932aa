"""Several officials act on one letter in the same moment, each over a connection of his own."""

import frappe

from eoffice_app.persuratan.disposisi.langkah import withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.tests.dasar import KasusUji, make_surat_menunggu
from eoffice_app.tests.serentak import act_at_once


class TestSerentak(KasusUji):
	def setUp(self):
		super().setUp()
		self.surat = make_surat_menunggu().name
		# The other connections see only what is committed; tearDown takes it away again.
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		super().tearDown()
		for doctype in ("Disposisi", "Akses Surat", "Pemberitahuan Surat", "Agenda"):
			frappe.db.delete(doctype, {"surat" if doctype == "Akses Surat" else "surat_masuk": self.surat})
		frappe.db.delete("Surat Masuk", {"name": self.surat})
		frappe.db.commit()

	def act(self, *acts: tuple[str, object]) -> list:
		"""Let each (post, function) run at once over its own connection; return what each returned or raised."""
		return act_at_once("Disposisi", *acts)

	def write(self, *kepada: str):
		return lambda: write_disposisi(self.surat, list(kepada), ["Tindak lanjuti"])

	def dispose(self, jabatan: str, *kepada: str) -> list[str]:
		with self.sebagai(jabatan):
			return self.write(*kepada)()

	def test_the_same_disposisi_from_two_windows_is_written_once(self):
		results = self.act(*[("UJI-KADIS", self.write("UJI-KABID-A"))] * 4)
		self.assertEqual(len([result for result in results if isinstance(result, list)]), 1, results)
		errors = {type(result).__name__ for result in results if not isinstance(result, list)}
		self.assertEqual(errors, {"DisposisiGandaError"})
		self.assertEqual(frappe.db.count("Disposisi", {"surat_masuk": self.surat}), 1)
		self.assertEqual(frappe.db.get_value("Surat Masuk", self.surat, "jumlah_disposisi"), 1)

	def test_two_officials_dispose_at_once_and_both_are_counted(self):
		self.dispose("UJI-KADIS", "UJI-KABID-A", "UJI-KABID-B")
		results = self.act(
			("UJI-KABID-A", self.write("UJI-KASI-A1")), ("UJI-KABID-B", self.write("UJI-STAF-B"))
		)
		self.assertEqual([len(result) for result in results], [1, 1], results)
		letter = frappe.get_doc("Surat Masuk", self.surat)
		self.assertEqual((letter.jumlah_disposisi, letter.cabang_terbuka), (4, 2))
		subjects = frappe.get_all("Akses Surat", filters={"surat": self.surat}, pluck="subjek")
		self.assertIn("jabatan:UJI-KASI-A1", subjects)
		self.assertIn("jabatan:UJI-STAF-B", subjects)

	def test_withdrawn_and_passed_on_at_once_only_one_happens(self):
		(name,) = self.dispose("UJI-KADIS", "UJI-KABID-A")
		results = self.act(
			("UJI-KADIS", lambda: withdraw_disposisi(name)), ("UJI-KABID-A", self.write("UJI-KASI-A1"))
		)
		failed = [result for result in results if isinstance(result, Exception)]
		self.assertEqual(len(failed), 1, results)
		self.assertIsInstance(failed[0], frappe.ValidationError | frappe.DoesNotExistError)
		status = frappe.db.get_value("Disposisi", name, "status")
		passed_on = frappe.db.exists("Disposisi", {"disposisi_induk": name})
		self.assertEqual(status, "Ditindaklanjuti" if passed_on else "Ditarik")

	def test_the_last_report_is_accepted_while_another_disposisi_is_written(self):
		(name,) = self.dispose("UJI-KADIS", "UJI-KABID-A")
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah")
		self.act(("UJI-KADIS", lambda: accept_report(name)), ("UJI-KADIS", self.write("UJI-KABID-B")))
		letter = frappe.get_doc("Surat Masuk", self.surat)
		written = frappe.db.count("Disposisi", {"surat_masuk": self.surat})
		# Either the letter was finished first and took no more, or it goes on with the new one.
		self.assertEqual((letter.workflow_state, written) in {("Selesai", 1), ("Didisposisikan", 2)}, True)
		self.assertEqual(letter.cabang_terbuka, written - 1)
