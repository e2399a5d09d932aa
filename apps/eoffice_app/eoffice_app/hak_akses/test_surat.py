from unittest.mock import patch

import frappe
from frappe.desk.reportview import get_count
from frappe.desk.search import search_link
from frappe.utils import nowdate

from eoffice_app.hak_akses import surat as hak_akses
from eoffice_app.hak_akses.pembaca import list_pembaca
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.cetak.pdf import download_pdf
from eoffice_app.persuratan.disposisi.langkah import withdraw_disposisi, write_disposisi
from eoffice_app.tests.dasar import (
	KasusUji,
	make_disposed,
	make_pegawai,
	make_pemangku,
	make_surat_masuk,
	make_surat_menunggu,
	surel,
)


class TestSiapaMelihat(KasusUji):
	def assert_seen_by(self, surat, *kode):
		everyone = [row[0] for row in _posts_with_account()]
		seen = {post for post in everyone if can_see(surat.name, surel(post))}
		self.assertEqual(seen, set(kode))
		# Who is told of its changes is who sees it.
		told = list_pembaca(surat.name) & {surel(post) for post in everyone}
		self.assertEqual(told, {surel(post) for post in kode})

	def test_biasa(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A")
		self.assert_seen_by(
			surat,
			"UJI-OPERATOR",
			"UJI-SANDI",
			"UJI-VERIFIKATOR",
			"UJI-SEKDIN",
			"UJI-KADIS",
			"UJI-KABID-A",
		)

	def test_terbatas(self):
		surat = make_surat_masuk(tujuan="UJI-KABID-A", sifat="Terbatas")
		self.assert_seen_by(surat, "UJI-OPERATOR", "UJI-VERIFIKATOR", "UJI-KABID-A")
		surat = make_surat_menunggu(tujuan="UJI-KABID-A", sifat="Terbatas")
		self.assert_seen_by(surat, "UJI-OPERATOR", "UJI-KABID-A")

	def test_rahasia(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A", sifat="Rahasia")
		self.assert_seen_by(surat, "UJI-SANDI", "UJI-KABID-A")

	def test_access_follows_the_disposisi(self):
		surat = make_surat_menunggu(sifat="Rahasia")
		with self.sebagai("UJI-KADIS"):
			(name,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		self.assert_seen_by(surat, "UJI-SANDI", "UJI-KADIS", "UJI-KABID-A")
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(name)
		self.assert_seen_by(surat, "UJI-SANDI", "UJI-KADIS")

	def test_access_follows_the_holder(self):
		surat = make_surat_menunggu(sifat="Rahasia")
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-B")))
		make_pemangku("UJI-KADIS", make_pegawai("UJI-KABID-B"), "Plh.", mulai=nowdate(), sampai=nowdate())
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))

	def test_access_follows_a_post_that_moves_in_the_tree(self):
		surat = make_surat_menunggu(tujuan="UJI-KASI-A1")
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-B")))
		jabatan = frappe.get_doc("Jabatan", "UJI-KASI-A1")
		jabatan.parent_jabatan = "UJI-KABID-B"
		jabatan.save()
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-A")))


class TestBentukPertanyaan(KasusUji):
	"""However many letters somebody sees, and so however his lists are asked for: they hold his letters alone."""

	def test_each_form_gives_the_same_letters(self):
		surat = [
			make_surat_menunggu(tujuan=tujuan, sifat=sifat).name
			for tujuan in ("UJI-KABID-A", "UJI-KABID-B")
			for sifat in ("Biasa", "Terbatas", "Rahasia")
		]
		conditions = set()
		for many in (0, 1000):
			with patch.object(hak_akses, "BANYAK_SURAT", many):
				for kode, seen in (
					("UJI-KABID-A", surat[:3]),
					("UJI-KABID-B", surat[3:]),
					("UJI-KADIS", [surat[0], surat[3]]),
					("UJI-STAF-B", []),
				):
					frappe.cache.delete_keys("eoffice_sees_many")
					with self.sebagai(kode), self.subTest(kode=kode, many=many):
						listed = frappe.get_list("Surat Masuk", filters={"name": ["in", surat]}, pluck="name")
						self.assertEqual(set(listed), set(seen))
						lines = frappe.get_list(
							"Agenda", filters={"surat_masuk": ["in", surat]}, pluck="surat_masuk"
						)
						self.assertEqual(set(lines), set(seen))
						if kode == "UJI-KABID-A":
							conditions.add(hak_akses.get_agenda_conditions())
		frappe.cache.delete_keys("eoffice_sees_many")
		self.assertEqual(len(conditions), 2)


class TestPintu(KasusUji):
	"""A stranger with a staff account tries every door of a letter that does not concern him."""

	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed(perihal="Perihal sandi jingga", nomor_surat="JINGGA-1")

	def test_lists_and_counts(self):
		for doctype in ("Surat Masuk", "Agenda", "Disposisi"):
			with self.sebagai("UJI-KABID-A"):
				self.assertTrue(frappe.get_list(doctype), doctype)
			with self.sebagai("UJI-STAF-B"):
				self.assertEqual(frappe.get_list(doctype), [], doctype)
				frappe.local.form_dict = frappe._dict(
					doctype=doctype, filters="[]", fields="[]", distinct="false"
				)
				self.assertEqual(get_count(), 0, doctype)

	def test_the_document(self):
		agenda = frappe.db.get_value("Agenda", {"surat_masuk": self.surat.name})
		for doctype, name in (
			("Surat Masuk", self.surat.name),
			("Disposisi", self.disposisi),
			("Agenda", agenda),
		):
			with self.sebagai("UJI-STAF-B"):
				for ptype in ("read", "write", "print", "email", "report", "export", "share", "delete"):
					self.assertFalse(frappe.has_permission(doctype, ptype, name), (doctype, ptype))

	def test_link_search(self):
		for user, found in (("UJI-KABID-A", 1), ("UJI-STAF-B", 0)):
			with self.sebagai(user):
				for doctype, text in (("Surat Masuk", "JINGGA"), ("Agenda", "sandi jingga")):
					rows = search(doctype, text)
					self.assertEqual(len(rows), found, (user, doctype))

	def test_global_search_does_not_index_letters(self):
		from frappe.utils.global_search import search, sync_global_search

		sync_global_search()
		with self.sebagai("UJI-STAF-B"):
			self.assertEqual(search("jingga"), [])

	def test_the_file(self):
		name = frappe.db.get_value("File", {"file_url": self.surat.scan[0].berkas})
		berkas = frappe.get_doc("File", name)
		self.assertEqual((berkas.is_private, berkas.attached_to_name), (1, self.surat.name))
		for user, may in (("UJI-KABID-A", True), ("UJI-STAF-B", False)):
			with self.sebagai(user):
				self.assertEqual(berkas.is_downloadable(), may, user)
				self.assertEqual(bool(frappe.get_list("File", filters={"name": name})), may, user)

	def test_a_scan_cannot_be_borrowed_by_its_address(self):
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			frappe.get_doc(
				{
					"doctype": "File",
					"file_url": self.surat.scan[0].berkas,
					"attached_to_doctype": "User",
					"attached_to_name": surel("UJI-STAF-B"),
					"is_private": 1,
				}
			).insert(ignore_permissions=True)

	def test_nothing_is_attached_to_a_foreign_letter(self):
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			frappe.get_doc(
				{
					"doctype": "File",
					"file_name": "titipan.txt",
					"content": "x",
					"attached_to_doctype": "Disposisi",
					"attached_to_name": self.disposisi,
				}
			).insert()

	def test_a_file_on_a_letter_is_private_whatever_the_uploader_says(self):
		with self.sebagai("UJI-OPERATOR"):
			berkas = frappe.get_doc(
				{
					"doctype": "File",
					"file_name": "nota.txt",
					"content": "x",
					"is_private": 0,
					"attached_to_doctype": "Disposisi",
					"attached_to_name": "new-disposisi-1",
				}
			).insert()
		self.assertTrue(berkas.file_url.startswith("/private/"))

	def test_what_hangs_on_a_letter_is_hidden_even_from_the_systems_administrators(self):
		self.surat.add_comment("Comment", "komentar jingga")
		self.surat.add_tag("jingga")
		tables = {
			"Comment": "reference_name",
			"Tag Link": "document_name",
			"File": "attached_to_name",
		}
		for doctype, field in tables.items():
			filters = {field: self.surat.name}
			self.assertTrue(frappe.get_all(doctype, filters=filters), doctype)
			with self.sebagai("UJI-SISTEM"):
				self.assertEqual(frappe.get_list(doctype, filters=filters), [], doctype)

	def test_print(self):
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			download_pdf("Surat Masuk", self.surat.name)


def search(doctype: str, text: str) -> list:
	"""Ask Frappe's link search in the way that leaves permissions aside in Frappe's own query."""
	frappe.local.response = frappe._dict()
	rows = search_link(doctype, text, ignore_user_permissions=True)
	return rows if rows is not None else frappe.response["results"]


def _posts_with_account() -> list[tuple]:
	from eoffice_app.tests.dasar import JABATAN

	return [row for row in JABATAN if row[3]]
