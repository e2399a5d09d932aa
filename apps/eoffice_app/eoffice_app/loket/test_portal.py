"""Agencies' accounts: whom they are given to, what they send, and that they see nothing but their own."""

import frappe

from eoffice_app.loket.akun_portal import AkunPortalTidakSahError, invite_akun, revoke_akun
from eoffice_app.loket.keadaan import PORTAL
from eoffice_app.loket.portal import find_instansi, get_prefill, list_pengajuan
from eoffice_app.tests.dasar import KasusUji, acting_as, make, surel
from eoffice_app.tests.klien import forget_limits, make_klien
from eoffice_app.tests.pengajuan import make_pengajuan, remove_pengajuan

AKUN = "tatausaha@sekolah-uji.example"


class TestPortal(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.sekolah = make("Instansi", {"nama_instansi": "Sekolah Uji"})
		# Frappe commits when it makes an account.
		with acting_as("UJI-OPERATOR"):
			invite_akun(cls.sekolah, f" {AKUN.upper()} ", "Tata Usaha")
		frappe.db.commit()

	def tearDown(self):
		super().tearDown()
		# What an account may do is remembered past the end of a transaction.
		frappe.clear_cache(user=AKUN)

	def send(self, sebagai: str = AKUN, **values):
		with acting_as(sebagai):
			return make_pengajuan(sebagai=None, **values)

	def test_account_is_a_website_user_who_may_do_nothing_but_this(self):
		user = frappe.get_doc("User", AKUN)
		self.assertEqual(
			(user.user_type, [row.role for row in user.roles]), ("Website User", ["Portal Instansi"])
		)
		self.assertEqual(find_instansi(AKUN), self.sekolah)

	def test_what_it_sends_is_its_instansis_whatever_the_form_says(self):
		hasil = self.send(instansi_pengirim="Bukan Sekolah Uji")
		pengajuan = frappe.get_doc("Pengajuan Surat", hasil.nama)
		self.assertEqual(
			(pengajuan.asal, pengajuan.instansi, pengajuan.instansi_pengirim),
			(PORTAL, self.sekolah, "Sekolah Uji"),
		)

	def test_it_sees_what_its_instansi_sent_and_no_other(self):
		own = self.send()
		make_pengajuan(instansi_pengirim="Sekolah Uji")
		self.assertEqual([row.nomor_bukti for row in list_pengajuan(self.sekolah)], [own.nomor_bukti])
		self.assertEqual(list_pengajuan(self.sekolah)[0].kata, "Diterima")
		self.assertEqual(list_pengajuan(make("Instansi", {"nama_instansi": "Instansi Uji"})), [])

	def test_stock_doors_are_closed_to_it_even_for_its_own(self):
		hasil = self.send()
		berkas = frappe.get_doc("File", {"attached_to_name": hasil.nama})
		with acting_as(AKUN):
			self.assertFalse(frappe.has_permission("Pengajuan Surat", "read", hasil.nama))
			self.assertFalse(berkas.is_downloadable())
			self.assertRaises(frappe.PermissionError, frappe.get_list, "Pengajuan Surat")

	def test_form_knows_the_account(self):
		self.assertEqual(get_prefill(AKUN)["instansi_pengirim"], "Sekolah Uji")
		for other in ("Guest", "Administrator", surel("UJI-OPERATOR")):
			self.assertEqual(get_prefill(other), {})

	def test_revoked_account_is_nobodys(self):
		with self.sebagai("UJI-OPERATOR"):
			revoke_akun(self.sekolah, AKUN)
		self.assertIsNone(find_instansi(AKUN))
		self.assertNotIn("Portal Instansi", frappe.get_roles(AKUN))

	def test_accounts_of_the_office_and_of_others_are_not_given(self):
		other = make("Instansi", {"nama_instansi": "Instansi Uji"})
		with self.sebagai("UJI-OPERATOR"):
			for address in (surel("UJI-KADIS"), AKUN, "bukan alamat"):
				with self.assertRaises(AkunPortalTidakSahError):
					invite_akun(other, address, "X")

	def test_nobody_becomes_an_account_by_saving_the_instansi(self):
		with self.sebagai("UJI-OPERATOR"):
			doc = frappe.get_doc("Instansi", "Instansi Uji")
			doc.append("akun_portal", {"user": AKUN})
			doc.telepon = "0811"
			doc.save()
		self.assertEqual(find_instansi(AKUN), self.sekolah)
		self.assertEqual(frappe.db.count("Akun Portal", {"parent": "Instansi Uji"}), 0)

	def test_strangers_neither_invite_nor_revoke(self):
		for kode in ("UJI-STAF-B", "UJI-KADIS", AKUN, "Guest"):
			with self.subTest(kode), self.sebagai(kode):
				self.assertRaises(frappe.DoesNotExistError, invite_akun, self.sekolah, "a@b.example", "A")
				self.assertRaises(frappe.DoesNotExistError, revoke_akun, self.sekolah, AKUN)


class TestHalamanPortal(KasusUji):
	"""The page as a browser gets it: real requests, for which everything is committed."""

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.sekolah = make("Instansi", {"nama_instansi": "Sekolah Uji"})
		with acting_as("UJI-OPERATOR"):
			invite_akun(cls.sekolah, AKUN, "Tata Usaha")
		with acting_as(AKUN):
			cls.own = make_pengajuan(sebagai=None, perihal="Surat sekolah <b>kami</b>")
		cls.other = make_pengajuan(perihal="Surat orang lain")
		# Signing in is a request too, and would wait for the rows of this transaction.
		frappe.db.commit()
		cls.klien = {user: make_klien(user) for user in (AKUN, surel("UJI-OPERATOR"), "Guest")}

	@classmethod
	def tearDownClass(cls):
		remove_pengajuan(cls.own.nama, cls.other.nama)
		# Frappe commits when it ends a session, which no other test of the account reckons with.
		frappe.db.delete("Sessions", {"user": AKUN})
		frappe.db.commit()
		super().tearDownClass()

	def test_account_reads_its_own_and_no_other(self):
		page = self.klien[AKUN].get("/portal")
		self.assertEqual(page.status, 200)
		self.assertIn("Surat sekolah", page.isi)
		self.assertNotIn("<b>kami</b>", page.isi)
		self.assertIn(f"/lacak/{self.own.kode}", page.isi)
		self.assertNotIn("Surat orang lain", page.isi)

	def test_form_is_filled_in_with_the_account(self):
		forget_limits()
		self.assertIn('value="Sekolah Uji" readonly', self.klien[AKUN].get("/loket/kirim-surat").isi)
		self.assertNotIn("Sekolah Uji", self.klien["Guest"].get("/loket/kirim-surat").isi)

	def test_nobody_else_reads_it(self):
		page = self.klien[surel("UJI-OPERATOR")].get("/portal")
		self.assertEqual((page.status, "Surat sekolah" in page.isi), (403, False))
		self.assertNotIn("Surat sekolah", self.klien["Guest"].get("/portal").isi)
