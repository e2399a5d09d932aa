import frappe

from eoffice_app.patches.limit_sessions_of_operators import execute
from eoffice_app.tests.dasar import KasusUji, make_pegawai, surel


class TestSesiOperator(KasusUji):
	"""That a second sign-in ends the first session is tested with real ones, from outside."""

	def limit_of(self, kode: str) -> int:
		return frappe.db.get_value("User", surel(kode), "simultaneous_sessions")

	def allow(self, kode: str, sessions: int) -> None:
		user = frappe.get_doc("User", surel(kode))
		user.simultaneous_sessions = sessions
		user.save()

	def test_the_account_of_an_operator_has_one_session_whatever_is_entered(self):
		for kode in ("UJI-OPERATOR", "UJI-SANDI"):
			self.allow(kode, 5)
			self.assertEqual(self.limit_of(kode), 1, kode)

	def test_who_becomes_an_operator_has_one_session_from_then_on(self):
		make_pegawai("UJI-CALON", "Staf")
		self.allow("UJI-CALON", 3)
		self.assertEqual(self.limit_of("UJI-CALON"), 3)
		frappe.get_doc("User", surel("UJI-CALON")).add_roles("Operator Surat")
		self.assertEqual(self.limit_of("UJI-CALON"), 1)

	def test_officials_may_use_several_places(self):
		self.allow("UJI-KADIS", 3)
		self.assertEqual(self.limit_of("UJI-KADIS"), 3)

	def test_operators_from_before_the_rule_are_limited_by_the_patch(self):
		for kode in ("UJI-OPERATOR", "UJI-KADIS"):
			frappe.db.set_value("User", surel(kode), "simultaneous_sessions", 4)
		execute()
		self.assertEqual((self.limit_of("UJI-OPERATOR"), self.limit_of("UJI-KADIS")), (1, 4))
