"""Whose menu holds which workspace, and which of them is his home."""

from unittest.mock import patch

import frappe
import frappe.sessions
from frappe.boot import get_allowed_pages
from frappe.utils import add_days, nowdate

from eoffice_app.beranda.menu import choose_by_posts, choose_by_roles, get_workspace_sidebar_items
from eoffice_app.setup.daftar_ruang import RUANG_KERJA
from eoffice_app.setup.ruang_kerja import create_ruang_kerja, name_block
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku, surel
from eoffice_app.tests.klien import make_klien

MENU = {
	"UJI-KADIS": ["Pimpinan"],
	"UJI-OPERATOR": ["Operator", "Meja Saya"],
	"UJI-SANDI": ["Operator", "Meja Saya"],
	"UJI-VERIFIKATOR": ["Verifikator", "Meja Saya"],
	"UJI-KABID-A": ["Meja Saya"],
	"UJI-STAF-B": ["Meja Saya"],
	"UJI-PENGELOLA": ["Pengelola"],
}


class TestMenu(KasusUji):
	def setUp(self):
		super().setUp()
		frappe.db.set_single_value("Pengaturan E-Office", "jabatan_sekretaris", "UJI-SEKDIN")
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		self.addCleanup(frappe.clear_document_cache, "Pengaturan E-Office", "Pengaturan E-Office")

	def read_menu(self, kode: str) -> list[str]:
		with self.sebagai(kode):
			return [page["name"] for page in get_workspace_sidebar_items()["pages"]]

	def test_each_role_has_its_own_home_and_nothing_of_frappes(self):
		self.assertEqual({kode: self.read_menu(kode) for kode in MENU}, MENU)

	def test_the_secretarys_is_for_who_acts_for_that_post_today(self):
		self.assertEqual(self.read_menu("UJI-SEKDIN"), ["Sekretaris", "Meja Saya"])
		pegawai = frappe.db.get_value("Pegawai", {"user": surel("UJI-KABID-B")})
		make_pemangku("UJI-SEKDIN", pegawai, "Plh.", mulai=nowdate(), sampai=add_days(nowdate(), 1))
		self.assertEqual(self.read_menu("UJI-KABID-B"), ["Sekretaris", "Meja Saya"])
		self.assertEqual(self.read_menu("UJI-SEKDIN"), ["Meja Saya"])

	def test_the_bar_offers_nobody_of_the_office_what_he_never_uses(self):
		def read_bar() -> set[str]:
			bootinfo = frappe._dict(navbar_settings=frappe.get_doc("Navbar Settings"))
			choose_by_roles(bootinfo)
			rows = [*bootinfo.navbar_settings.settings_dropdown, *bootinfo.navbar_settings.help_dropdown]
			return {row.item_label for row in rows}

		hidden = {"Session Defaults", "View Website", "Frappe Support"}
		everything = {row.item_label for row in frappe.get_all("Navbar Item", fields=["item_label"])}
		self.assertLessEqual(hidden, everything)
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(read_bar(), everything - hidden)
		self.assertEqual(read_bar(), everything)

	def read_suggestions(self, kode: str) -> tuple[set[str], set[str]]:
		with self.sebagai(kode):
			bootinfo = frappe._dict(user=frappe.get_user().load_user(), page_info=get_allowed_pages())
			choose_by_roles(bootinfo)
		self.assertIn("Letter Head", bootinfo.user.can_read)
		return set(bootinfo.user.can_search), set(bootinfo.page_info)

	def test_the_search_proposes_nobody_of_the_office_what_he_never_uses(self):
		hidden = {"Letter Head", "Email Template", "Note", "DocType Layout"}
		lists, pages = self.read_suggestions("UJI-KABID-A")
		self.assertEqual(hidden & lists, set())
		self.assertLessEqual({"Surat Masuk", "Disposisi", "Surat Keluar"}, lists)
		self.assertNotIn("leaderboard", pages)
		self.assertLessEqual({"meja", "pemantauan"}, pages)

	def test_the_search_proposes_what_the_administrator_gives_to_a_role(self):
		frappe.permissions.add_permission("Note", "Pejabat")
		self.addCleanup(frappe.clear_cache, doctype="Note")
		self.assertIn("Note", self.read_suggestions("UJI-KABID-A")[0])
		frappe.get_doc("User", surel("UJI-KABID-A")).add_roles("Blogger")
		self.assertIn("Letter Head", self.read_suggestions("UJI-KABID-A")[0])

	def test_an_official_with_a_clerks_role_is_an_official_first(self):
		make_pegawai("UJI-RANGKAP", "Pejabat", "Operator Sandi")
		self.assertEqual(self.read_menu("UJI-RANGKAP"), ["Meja Saya", "Operator"])

	def test_what_the_administrator_gives_to_a_role_or_to_everybody_stays(self):
		workspace = frappe.get_doc("Workspace", "Tools")
		workspace.append("roles", {"role": "Staf"})
		# Frappe 16 requires it, and has left it empty in its own.
		workspace.type = "Workspace"
		workspace.save()
		self.assertEqual(self.read_menu("UJI-STAF-B"), ["Meja Saya", "Tools"])
		frappe.get_doc(
			{
				"doctype": "Workspace",
				"title": "Pengumuman Uji",
				"label": "Pengumuman Uji",
				"public": 1,
				"content": "[]",
				"type": "Workspace",
			}
		).insert()
		self.assertIn("Pengumuman Uji", self.read_menu("UJI-KABID-A"))

	def test_who_administers_the_system_keeps_frappes_own(self):
		home, *others = self.read_menu("UJI-SISTEM")
		self.assertEqual(home, "Pengelola")
		self.assertLessEqual({"Users", "Build"}, set(others))
		self.assertNotIn("Sekretaris", others)

	def test_the_side_bar_of_frappe_16_holds_the_same_menu(self):
		pages = [
			{"name": "Tools", "public": 1, "module": "Automation", "app": None},
			{"name": "Operator", "public": 1, "module": None, "app": "eoffice_app"},
		]
		apps = [
			{"app_name": "frappe", "app_route": "", "workspaces": ["Tools"]},
			{"app_name": "eoffice_app", "app_route": "", "workspaces": []},
		]
		bootinfo = frappe._dict(sidebar_pages={"pages": pages}, app_data=apps)
		with self.sebagai("UJI-OPERATOR"):
			choose_by_roles(bootinfo)
			choose_by_posts(bootinfo)
		self.assertEqual([app["workspaces"] for app in apps], [[], ["Operator"]])
		self.assertEqual([app["app_route"] for app in apps], ["", "/app/operator"])

	def test_the_desk_opens_with_the_menu_that_it_would_be_answered(self):
		for kode in MENU:
			with self.subTest(kode), self.sebagai(kode):
				names = [page["name"] for page in self.read_boot().allowed_workspaces]
				self.assertEqual(names, MENU[kode])

	def test_a_remembered_desk_knows_of_changed_workspaces_and_of_who_acts_today(self):
		with self.sebagai("UJI-KABID-B"):
			self.read_boot()
		pegawai = frappe.db.get_value("Pegawai", {"user": surel("UJI-KABID-B")})
		make_pemangku("UJI-SEKDIN", pegawai, "Plh.", mulai=nowdate(), sampai=add_days(nowdate(), 1))
		with self.sebagai("UJI-KABID-B"):
			boot = self.read_boot()
			self.assertTrue(boot.from_cache)
			self.assertEqual(boot.allowed_workspaces[0]["name"], "Sekretaris")
		workspace = frappe.get_doc("Workspace", "Meja Saya")
		workspace.is_hidden, workspace.type = 1, "Workspace"
		workspace.save()
		frappe.db.after_commit.run()
		with self.sebagai("UJI-KABID-B"):
			boot = self.read_boot()
			self.assertNotIn("Meja Saya", [page["name"] for page in boot.allowed_workspaces])

	def read_boot(self) -> frappe._dict:
		"""What a desk is given as it opens; the cache of the office is left as it was."""
		self.addCleanup(frappe.cache.hdel, "bootinfo", frappe.session.user)
		with patch.object(frappe.local, "request", None, create=True):
			boot = frappe.sessions.get()
		boot.allowed_workspaces = boot.get("allowed_workspaces") or boot.sidebar_pages["pages"]
		return boot

	def test_a_guest_gets_no_menu(self):
		answer = make_klien("Guest").get("/api/method/frappe.desk.desktop.get_workspace_sidebar_items")
		self.assertEqual(answer.status, 403)


class TestRuangKerja(KasusUji):
	def test_an_offices_edits_survive_the_next_version(self):
		frappe.db.set_value("Workspace", "Operator", {"icon": "star", "content": "[]"})
		frappe.db.set_value("Custom HTML Block", name_block("Operator"), "html", "<p>Piket: Budi</p>")
		before = frappe.db.count("Workspace")
		create_ruang_kerja()
		self.assertEqual(frappe.db.get_value("Workspace", "Operator", ["icon", "content"]), ("star", "[]"))
		self.assertEqual(
			frappe.db.get_value("Custom HTML Block", name_block("Operator"), "html"), "<p>Piket: Budi</p>"
		)
		self.assertEqual(frappe.db.count("Workspace"), before)

	def test_a_workspace_that_is_gone_comes_back_whole(self):
		frappe.delete_doc("Workspace", "Operator", force=True)
		create_ruang_kerja()
		workspace = frappe.get_doc("Workspace", "Operator")
		self.assertEqual({row.role for row in workspace.roles}, set(RUANG_KERJA["Operator"].peran))
		self.assertIn("Daftarkan Surat", [row.label for row in workspace.shortcuts])
		# Frappe 16 removes a public workspace that names a module whose files do not hold it.
		self.assertFalse(workspace.module)
