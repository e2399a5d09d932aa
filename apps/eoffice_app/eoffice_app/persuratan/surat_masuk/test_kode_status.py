import frappe
from frappe.utils import set_request
from frappe.website.serve import get_response

from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.kode_cetak import group_code
from eoffice_app.persuratan.surat_masuk.kode_status import (
	PERMINTAAN_TERBANYAK,
	find_status,
	fingerprint,
	get_status_url,
	make_code,
	name_status,
)
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu


class TestKodeStatus(KasusUji):
	def setUp(self):
		super().setUp()
		# An address of its own for each test: the limit counts by address.
		frappe.local.request_ip = frappe.generate_hash(length=12)

	def ask(self, kode: str | None) -> str | None:
		with self.sebagai("Guest"):
			return find_status(kode=kode)

	def test_a_guest_with_the_code_reads_how_far_the_letter_is(self):
		surat = make_surat_menunggu()
		self.assertEqual(self.ask(make_code(surat.name)), "Diproses")

	def test_a_code_may_be_typed_as_people_type(self):
		code = make_code(make_surat_masuk().name)
		for typed in (group_code(code), code.lower(), f" {group_code(code).replace('-', ' ')} "):
			self.assertEqual(self.ask(typed), "Diterima", typed)
		self.assertEqual(fingerprint("O1B"), fingerprint("0IB"))

	def test_a_wrong_code_says_no_more_than_none(self):
		surat = make_surat_masuk()
		for wrong in (None, "", "%", surat.name, surat.nomor_agenda, make_code(surat.name)[:-1], "A" * 5000):
			self.assertIsNone(self.ask(wrong))

	def test_of_a_secret_letter_only_its_arrival_is_told(self):
		for sifat in ("Rahasia", "Sangat Rahasia"):
			surat = make_surat_menunggu(sifat=sifat)
			self.assertEqual(self.ask(make_code(surat.name)), "Diterima")

	def test_every_state_has_its_word(self):
		words = {"Diverifikasi": "Diverifikasi", "Didisposisikan": "Diproses", "Selesai": "Selesai"}
		words |= {"Diarsipkan": "Selesai", "Ditolak": "Dikembalikan", "Keadaan buatan kantor": "Diproses"}
		self.assertEqual({state: name_status("Biasa", state) for state in words}, words)

	def test_a_returned_letter_is_told_as_returned(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Kembalikan", "Tidak bertanda tangan")
		self.assertEqual(self.ask(make_code(surat.name)), "Dikembalikan")

	def test_the_database_keeps_only_the_fingerprint(self):
		surat = make_surat_masuk(sidik_kode_status="dari klien")
		code = make_code(surat.name)
		self.assertEqual(surat.sidik_kode_status, fingerprint(code))
		self.assertNotIn(code, frappe.as_json(surat.as_dict()))
		with self.sebagai("UJI-OPERATOR"):
			surat.sidik_kode_status = fingerprint("milik surat lain")
			surat.save()
		self.assertEqual(surat.sidik_kode_status, fingerprint(code))

	def test_codes_differ_and_have_128_bits(self):
		codes = {make_code(name) for name in ("a", "b", "c")}
		self.assertEqual((len(codes), {len(code) for code in codes}), (3, {26}))

	def test_whoever_asks_too_often_has_to_wait(self):
		# Frappe 16 counts only what comes by request.
		if hasattr(frappe.local, "request"):
			self.addCleanup(setattr, frappe.local, "request", frappe.local.request)
		else:
			self.addCleanup(delattr, frappe.local, "request")
		set_request(method="GET", path="/status-surat")
		for _request in range(PERMINTAAN_TERBANYAK):
			self.ask("salah")
		with self.assertRaises(frappe.ValidationError):
			self.ask("salah")

	def test_the_address_in_the_qr_is_a_page_that_answers(self):
		code = make_code(make_surat_masuk(perihal="Perihal yang tidak boleh bocor").name)
		self.assertTrue(get_status_url(code).endswith(f"/status-surat?kode={code}"))
		page = self.open_page(code)
		self.assertTrue("noindex" in page)
		self.assertTrue('<p class="kata">Diterima' in page)
		self.assertFalse("bocor" in page)

	def test_the_page_shows_what_was_typed_as_text(self):
		page = self.open_page("<script>alert(1)</script>")
		self.assertTrue("&lt;script&gt;alert(1)" in page)
		self.assertFalse("<script>alert(1)" in page)

	def open_page(self, kode: str) -> str:
		with self.sebagai("Guest"):
			frappe.local.form_dict = frappe._dict(kode=kode)
			return get_response("status-surat").get_data(as_text=True)
