"""The public page, asked as a browser without JavaScript asks it."""

import re
from io import BytesIO
from time import perf_counter

import frappe
from frappe.utils import set_request
from frappe.website.serve import get_response

from eoffice_app.tests.dasar import KasusUji, make_berkas, make_pdf
from eoffice_app.tests.surat_terbit import make_surat_terbit
from eoffice_app.tte.kode_verifikasi import compose_tautan, make_kode
from eoffice_app.www.verifikasi import LIHAT, PERIKSA

TIDAK_DIKENAL = "Kode tidak dikenal"


class TestHalamanVerifikasi(KasusUji):
	def setUp(self):
		super().setUp()
		if hasattr(frappe.local, "request"):
			self.addCleanup(setattr, frappe.local, "request", frappe.local.request)
		else:
			self.addCleanup(delattr, frappe.local, "request")
		# An address of its own for each test: the limit counts by address. That of all together begins anew.
		frappe.local.request_ip = frappe.generate_hash(length=12)
		for key in list(frappe.cache.scan_iter(match="*verifikasi*")):
			frappe.cache.delete(key)

	def open_page(self, path: str, kode: str | None = None, status: int = 200, **request) -> str:
		"""Return the page that a guest is shown, answered with a status; `kode` is what he typed in."""
		set_request(path=path, **{"method": "GET", **request})
		with self.sebagai("Guest"):
			frappe.local.form_dict = frappe._dict({"kode": kode} if kode else {})
			frappe.local.lang = "id"
			response = get_response()
		self.assertEqual(response.status_code, status)
		return response.get_data(as_text=True)

	def send(self, kode: str, isi: bytes | None, **options) -> str:
		data = {"berkas": (BytesIO(isi), "surat.pdf")} if isi is not None else {}
		return self.open_page(f"/verifikasi/{kode}", method="POST", data=data, **options)

	def test_the_address_in_the_qr_is_a_page_that_answers(self):
		surat = make_surat_terbit(perihal="Undangan rapat")
		path = compose_tautan(surat.kode_verifikasi)
		self.assertTrue(path.endswith(f"/verifikasi/{surat.kode_verifikasi}"))
		page = self.open_page(f"/verifikasi/{surat.kode_verifikasi}")
		for said in ("Surat ini asli", surat.nomor, "Undangan rapat", "Plh. Jabatan UJI-KADIS"):
			self.assertTrue(said in page, said)

	def test_what_the_sifat_hides_stands_nowhere_on_the_page(self):
		for sifat, hidden in (
			("Terbatas", ("perihal",)),
			("Rahasia", ("perihal", "nomor", "nama_penanda_tangan", "sebagai", "jenis_naskah", "name")),
			(
				"Sangat Rahasia",
				("perihal", "nomor", "nama_penanda_tangan", "sebagai", "jenis_naskah", "name"),
			),
		):
			surat = make_surat_terbit(sifat=sifat, perihal="Perihal tersembunyi")
			for page in (
				self.open_page(f"/verifikasi/{surat.kode_verifikasi}"),
				self.send(surat.kode_verifikasi, b"berkas lain"),
			):
				self.assertTrue("Surat dengan kode ini diterbitkan" in page)
				for field in hidden:
					self.assertFalse(surat.get(field) in page, (sifat, field))
				self.assertFalse(sifat in page)

	def test_a_withdrawn_letter_is_said_to_be_withdrawn(self):
		scan = make_pdf()
		kode = make_surat_terbit(scan, penyedia="Basah", keadaan="Batal").kode_verifikasi
		for page in (self.open_page(f"/verifikasi/{kode}"), self.send(kode, scan)):
			self.assertTrue("Surat ini dibatalkan" in page)
			for good in ("Surat ini asli", "Berkas asli", 'name="berkas"'):
				self.assertFalse(good in page, good)

	def test_every_unknown_code_gives_the_same_page(self):
		draft = make_surat_terbit(keadaan="Ditandatangani").kode_verifikasi
		pages = set()
		for kode in (draft, make_kode(), "X", "0" * 500, "a'b\"<c>"):
			for page in (self.open_page("/verifikasi", kode), self.send(kode[:40], make_pdf())):
				self.assertTrue(TIDAK_DIKENAL in page, kode)
				pages.add(without_code(page))
		self.assertEqual(len(pages), 1)

	def test_a_draft_takes_as_long_as_a_code_that_never_was(self):
		draft = make_surat_terbit(keadaan="Ditandatangani").kode_verifikasi
		times = {draft: [], make_kode(): []}
		for _turn in range(12):
			for kode, taken in times.items():
				begun = perf_counter()
				self.open_page(f"/verifikasi/{kode}")
				taken.append(perf_counter() - begun)
		one, other = (sorted(taken)[len(taken) // 2] for taken in times.values())
		self.assertLess(max(one, other) / min(one, other), 3)

	def test_without_a_code_the_page_explains_and_asks_for_one(self):
		page = self.open_page("/verifikasi")
		self.assertTrue('name="kode"' in page)
		self.assertFalse(TIDAK_DIKENAL in page)

	def test_the_page_is_not_listed_and_tells_no_other_site_where_one_was(self):
		page = self.open_page(f"/verifikasi/{make_surat_terbit().kode_verifikasi}")
		self.assertTrue('<meta name="robots" content="noindex, nofollow">' in page)
		self.assertTrue('<meta name="referrer" content="no-referrer">' in page)
		self.assertFalse("verifikasi" in self.open_page("/sitemap.xml"))

	def test_the_page_shows_what_was_typed_as_text(self):
		page = self.open_page("/verifikasi", '"><script>alert(1)</script>')
		self.assertTrue("&lt;script&gt;alert(1)" in page)
		self.assertFalse("<script>alert(1)" in page)

	def test_a_perihal_is_shown_as_text(self):
		surat = make_surat_terbit(perihal="a <b>tebal</b> & <script>alert(1)</script>")
		surat.db_set("perihal", "<script>alert(1)</script>")
		page = self.open_page(f"/verifikasi/{surat.kode_verifikasi}")
		self.assertFalse("<script>alert(1)" in page)

	def test_the_very_file_and_another_one(self):
		scan = make_pdf()
		kode = make_surat_terbit(scan, penyedia="Basah").kode_verifikasi
		self.assertTrue("Berkas asli dan utuh" in self.send(kode, scan))
		other = self.send(kode, make_pdf())
		self.assertTrue("Bukan berkas yang sama" in other)
		# A file that is not the letter gets no green word beside it.
		self.assertFalse("Surat ini asli" in other)

	def test_of_a_letter_in_ink_also_the_scan_with_the_number_is_known(self):
		signed, numbered = make_pdf(), make_pdf()
		surat = make_surat_terbit(signed, penyedia="Basah")
		berkas = make_berkas(
			numbered, "bernomor.pdf", attached_to_doctype="Surat Keluar", attached_to_name=surat.name
		)
		surat.db_set("berkas_bernomor", berkas.file_url)
		for isi in (signed, numbered):
			self.assertTrue("Berkas asli dan utuh" in self.send(surat.kode_verifikasi, isi))
		self.assertTrue("Bukan berkas yang sama" in self.send(surat.kode_verifikasi, make_pdf()))

	def test_nothing_of_a_sent_file_is_kept(self):
		kode = make_surat_terbit().kode_verifikasi
		files = frappe.db.count("File")
		self.send(kode, make_pdf())
		self.assertEqual(frappe.db.count("File"), files)

	def test_no_file_an_empty_one_and_one_that_is_too_large(self):
		kode = make_surat_terbit().kode_verifikasi
		for nothing in (None, b""):
			self.assertTrue("Belum ada berkas" in self.send(kode, nothing))
		frappe.db.set_single_value("Pengaturan E-Office", "ukuran_berkas_maksimum", 1)
		self.assertTrue("Berkas terlalu besar" in self.send(kode, bytes(1024**2 + 1)))

	def test_whoever_sends_too_many_files_has_to_wait_and_may_still_look(self):
		kode = make_surat_terbit(penyedia="Basah").kode_verifikasi
		for _turn in range(PERIKSA):
			self.assertTrue("Bukan berkas yang sama" in self.send(kode, b"x"))
		self.assertTrue("Terlalu banyak permintaan" in self.send(kode, b"x", status=429))
		self.assertTrue("Surat ini asli" in self.open_page(f"/verifikasi/{kode}"))

	def test_whoever_looks_too_often_has_to_wait_and_nobody_else(self):
		kode = make_surat_terbit().kode_verifikasi
		for _turn in range(LIHAT):
			self.open_page("/verifikasi")
		self.assertTrue("Terlalu banyak permintaan" in self.open_page(f"/verifikasi/{kode}", status=429))
		frappe.local.request_ip = frappe.generate_hash(length=12)
		self.assertTrue("Surat ini asli" in self.open_page(f"/verifikasi/{kode}"))


def without_code(page: str) -> str:
	"""Return a page without the code that was asked for, which stands in its field and in the page's own path."""
	return re.sub(r'(value|data-path)="[^"]*"', "", page)
