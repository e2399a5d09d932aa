import frappe

from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.persuratan.satu_per_satu import TERBANYAK, TerlaluBanyakError
from eoffice_app.persuratan.surat_sekaligus import run_many
from eoffice_app.tests.dasar import (
	KasusUji,
	compose_hasil,
	make_surat_keluar,
	make_surat_masuk,
	remove_surat_keluar,
)


def list_galat(results: list[dict]) -> list[bool]:
	return [bool(row["galat"]) for row in results]


class TestSuratSekaligus(KasusUji):
	"""Each letter is a transaction of its own, so the letters are committed, and taken away again in tearDown."""

	def setUp(self):
		super().setUp()
		self.masuk = [make_surat_masuk().name, make_surat_masuk().name]
		self.keluar = [make_surat_keluar().name, make_surat_keluar().name]
		with self.sebagai("UJI-STAF-A1"):
			send_draft(self.keluar[0])
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		frappe.db.savepoint("uji")
		super().tearDown()
		for name in self.masuk:
			for doctype in ("Pemberitahuan Surat", "Agenda", "Riwayat Buka"):
				frappe.db.delete(doctype, {"surat_masuk": name})
			for doctype in ("Scan Surat", "Hasil Verifikasi"):
				frappe.db.delete(doctype, {"parent": name})
			frappe.db.delete("Akses Surat", {"surat": name})
			frappe.db.delete("Surat Masuk", {"name": name})
		for name in self.keluar:
			remove_surat_keluar(name)
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def run_as(self, kode: str, jenis: str, langkah: str, names: list[str], nilai: dict | None = None):
		letters = [{"name": name, "versi": 1} for name in names]
		with self.sebagai(kode):
			return run_many(jenis, langkah, frappe.as_json(letters), frappe.as_json(nilai or {}))

	def read_states(self, jenis: str, names: list[str]) -> list[str]:
		return [frappe.db.get_value(jenis, name, "workflow_state") for name in names]

	def test_one_that_is_refused_does_not_hold_up_the_others(self):
		first, second = self.masuk
		hasil = {"hasil": compose_hasil()}
		names = [first, "tidak-ada", second]
		results = self.run_as("UJI-VERIFIKATOR", "Surat Masuk", "Verifikasi", names, hasil)
		self.assertEqual([row["surat"] for row in results], names)
		self.assertEqual(list_galat(results), [False, True, False])
		self.assertEqual(results[1]["galat"], "Surat ini tidak ditemukan.")
		results = self.run_as("UJI-OPERATOR", "Surat Masuk", "Teruskan", self.masuk)
		self.assertEqual(list_galat(results), [False, False])
		self.assertEqual(self.read_states("Surat Masuk", self.masuk), ["Menunggu Disposisi"] * 2)
		self.assertFalse(frappe.get_message_log())

	def test_the_checklist_is_asked_of_each_letter(self):
		results = self.run_as("UJI-VERIFIKATOR", "Surat Masuk", "Verifikasi", self.masuk)
		self.assertEqual(list_galat(results), [True, True])
		self.assertIn("Belum dinyatakan sesuai", results[0]["galat"])
		self.assertEqual(self.read_states("Surat Masuk", self.masuk), ["Diterima"] * 2)

	def test_a_step_that_does_not_hold_is_told_in_words(self):
		results = self.run_as("UJI-OPERATOR", "Surat Masuk", "Arsipkan", self.masuk)
		self.assertRegex(results[0]["galat"], "berstatus Diterima, sehingga langkah Arsipkan")

	def test_who_does_not_see_a_letter_learns_nothing_of_it(self):
		results = self.run_as("UJI-STAF-B", "Surat Masuk", "Teruskan", self.masuk)
		self.assertEqual({row["galat"] for row in results}, {"Surat ini tidak ditemukan."})
		with self.assertRaises(frappe.PermissionError):
			frappe.set_user("Guest")
			frappe.call("frappe.handler.execute_cmd", cmd="eoffice_app.persuratan.surat_sekaligus.run_many")

	def test_parafs_are_given_where_it_is_the_users_turn(self):
		results = self.run_as("UJI-KASI-A1", "Surat Keluar", "Beri Paraf", self.keluar)
		self.assertEqual(list_galat(results), [False, True])
		rows = frappe.get_doc("Surat Keluar", self.keluar[0]).paraf
		self.assertEqual([row.keadaan for row in rows if row.jabatan == "UJI-KASI-A1"], ["Diparaf"])

	def test_no_more_than_a_person_can_look_over_and_no_other_doctype(self):
		with self.assertRaises(TerlaluBanyakError):
			self.run_as("UJI-OPERATOR", "Surat Masuk", "Teruskan", [str(at) for at in range(TERBANYAK + 1)])
		with self.assertRaises(frappe.DoesNotExistError):
			self.run_as("UJI-OPERATOR", "User", "Teruskan", ["Administrator"])
