"""The first accounts of an office: on a site where nobody is System Manager, nobody becomes it unasked."""

from unittest import skipUnless

import frappe
from frappe.core.doctype.user.user import User

from eoffice_app.beranda.kelengkapan import find_missing_peran
from eoffice_app.tests.dasar import KasusUji


class TestAkunPertama(KasusUji):
	def setUp(self):
		super().setUp()
		frappe.db.delete("Has Role", {"role": "System Manager", "parenttype": "User"})
		frappe.db.set_single_value("System Settings", "setup_complete", 1)

	def make(self, peran: str) -> User:
		nama = f"pertama-{frappe.generate_hash(length=6)}"
		akun = frappe.get_doc({"doctype": "User", "email": f"{nama}@uji.example", "first_name": nama})
		akun.append("roles", {"role": peran})
		akun.flags.no_welcome_mail = True
		return akun.insert()

	def roles_of(self, akun: User) -> set[str]:
		return set(frappe.get_all("Has Role", {"parent": akun.name}, pluck="role"))

	@skipUnless(hasattr(User, "add_system_manager_role"), "this Frappe makes nobody System Manager unasked")
	def test_the_state_is_one_in_which_frappe_would_do_so(self):
		akun = self.make("Pimpinan")
		User.add_system_manager_role(akun)
		self.assertIn("System Manager", {row.role for row in akun.roles})

	def test_an_official_and_an_agency_get_the_role_that_was_asked_for_and_no_other(self):
		kepala, tamu = self.make("Pimpinan"), self.make("Portal Instansi")
		self.assertEqual((self.roles_of(kepala), kepala.user_type), ({"Pimpinan"}, "System User"))
		self.assertEqual((self.roles_of(tamu), tamu.user_type), ({"Portal Instansi"}, "Website User"))
		kepala.reload()
		kepala.first_name = "Berganti"
		kepala.save()
		self.assertEqual(self.roles_of(kepala), {"Pimpinan"})

	def test_the_assistant_says_so_until_somebody_was_given_it_deliberately(self):
		missing = "Belum ada akun berperan System Manager."
		self.assertIn(missing, find_missing_peran())
		self.make("System Manager")
		self.assertNotIn(missing, find_missing_peran())
