import frappe

from eoffice_app.penomoran.test_pemeriksaan import KasusPemeriksaan
from eoffice_app.persuratan.periksa_buku_nomor import check_ledger, report_faults
from eoffice_app.tests.dasar import surel


class TestPeriksaBukuNomor(KasusPemeriksaan):
	def setUp(self):
		super().setUp()
		frappe.db.delete("Notification Log", {"for_user": surel("UJI-PENGELOLA")})

	def bells(self) -> list[tuple]:
		fields = ["subject", "email_content"]
		return frappe.get_all(
			"Notification Log", filters={"for_user": surel("UJI-PENGELOLA")}, fields=fields, as_list=True
		)

	def test_the_pengelola_is_told_what_is_missing(self):
		frappe.db.delete("Buku Nomor", {"name": self.lines[1]})
		found = report_faults()
		self.assertEqual([temuan.nomor for temuan in found if temuan.seri == "Nomor/UJI//2025"], ["2"])
		((subject, content),) = self.bells()
		self.assertIn("tidak utuh", subject)
		self.assertIn("Nomor/UJI//2025: nomor hilang: 2", content)
		self.assertIn("Pemeriksaan", content)

	def test_nobody_is_told_of_a_whole_ledger(self):
		self.assertEqual([temuan for temuan in report_faults() if "/UJI/" in temuan.seri], [])
		self.assertEqual([bell for bell in self.bells() if "/UJI/" in bell[1]], [])

	def test_the_offices_script_starts_it_and_no_person_does(self):
		script = frappe.get_doc("Server Script", "Periksa Buku Nomor")
		self.assertEqual((script.script_type, script.cron_format), ("Scheduler Event", "30 1 * * *"))
		script.execute_scheduled_method()
		for kode in ("UJI-KADIS", "UJI-OPERATOR", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.PermissionError):
				check_ledger()
