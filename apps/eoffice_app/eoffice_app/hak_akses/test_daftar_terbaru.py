from datetime import timedelta

import frappe
from frappe.desk import reportview
from frappe.utils import get_datetime

from eoffice_app.hak_akses import daftar_terbaru
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu, surel

SURAT, AGENDA = "Surat Masuk", "Agenda"


class TestDaftarTerbaru(KasusUji):
	"""The pages of a list, newest first, are those that Frappe's own list gives."""

	@classmethod
	def prepare_class(cls) -> dict:
		now = get_datetime()
		letters = [
			# The operator sees a letter as who registered it and as his unit; each counts once on a page.
			make_surat_menunggu(
				tujuan="UJI-KABID-A" if day % 2 else "UJI-KABID-B",
				tanggal_surat=(now - timedelta(days=day + 1)).date(),
				tanggal_terima=now - timedelta(days=day),
			)
			for day in range(6)
		]
		return {"surat": letters}

	def ask(self, doctype: str = SURAT, start: int = 0, page_length: int = 2, **asked) -> tuple[list, list]:
		"""Return the names on a page by our door and by Frappe's."""
		pages = []
		for door in (daftar_terbaru.get, reportview.get):
			frappe.local.form_dict = frappe._dict(
				doctype=doctype,
				fields=frappe.as_json([f"`tab{doctype}`.`name`", f"`tab{doctype}`.`tanggal_terima`"]),
				filters="[]",
				order_by=f"`tab{doctype}`.`tanggal_terima` desc",
				start=str(start),
				page_length=str(page_length),
				group_by=f"`tab{doctype}`.`name`",
				view="List",
			)
			frappe.local.form_dict.update(asked)
			answer = door()
			pages.append([row[0] for row in answer["values"]] if answer else [])
		return tuple(pages)

	def assert_same(self, **asked) -> list:
		ours, frappes = self.ask(**asked)
		self.assertEqual(ours, frappes, asked)
		return ours

	def names(self, *days: int) -> list[str]:
		return [self.surat[day].name for day in days]

	def keep_own(self, page: list[str], *others) -> list[str]:
		"""Leave out the letters that other tests have made."""
		own = {surat.name for surat in (*self.surat, *others)}
		return [name for name in page if name in own]

	def test_each_page_of_both_lists(self):
		for kode in ("UJI-OPERATOR", "UJI-KABID-A", "UJI-KADIS", "UJI-STAF-B"):
			with self.sebagai(kode):
				for doctype in (SURAT, AGENDA):
					for start in (0, 2, 4, 6):
						self.assert_same(doctype=doctype, start=start)
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(self.keep_own(self.ask(page_length=100)[0]), self.names(1, 3, 5))

	def test_a_user_permission_narrows_it_as_ever(self):
		lain = frappe.get_doc({"doctype": "Instansi", "nama_instansi": "Instansi Uji Lain"}).insert()
		surat = make_surat_masuk(
			pengirim=lain.name,
			tanggal_surat=self.surat[5].tanggal_surat,
			tanggal_terima=self.surat[5].tanggal_terima,
		)
		frappe.permissions.add_user_permission("Instansi", lain.name, surel("UJI-OPERATOR"))
		self.addCleanup(frappe.cache.hdel, "user_permissions", surel("UJI-OPERATOR"))
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(self.assert_same(), [surat.name])

	def test_a_corrected_moment_of_receipt_moves_the_letter(self):
		surat = frappe.get_doc(SURAT, make_surat_masuk().name)
		surat.tanggal_surat = self.surat[5].tanggal_surat
		surat.tanggal_terima = self.surat[4].tanggal_terima - timedelta(hours=1)
		with self.sebagai("UJI-OPERATOR"):
			surat.save()
			page = self.assert_same(page_length=100)
		self.assertEqual(
			self.keep_own([*page], surat), [*self.names(0, 1, 2, 3, 4), surat.name, *self.names(5)]
		)

	def test_filters_and_other_orders_are_frappes(self):
		with self.sebagai("UJI-OPERATOR"):
			older = [[SURAT, "tanggal_terima", "<", str(self.surat[2].tanggal_terima)]]
			page = self.assert_same(filters=frappe.as_json(older), page_length=100)
			self.assertEqual(self.keep_own(page), self.names(3, 4, 5))
			page = self.assert_same(order_by="`tabSurat Masuk`.`tanggal_terima` asc", page_length=100)
			self.assertEqual(self.keep_own(page), self.names(5, 4, 3, 2, 1, 0))
			self.assert_same(order_by="`tabSurat Masuk`.`perihal` desc", page_length=20)
			self.assert_same(group_by="`tabSurat Masuk`.`pengirim`", page_length=20)
			self.assert_same(
				doctype="Disposisi", order_by="`tabDisposisi`.`ditulis_pada` desc", fields='["name"]'
			)
