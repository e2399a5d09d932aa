import frappe

from eoffice_app.naskah.tempat import DAFTAR_TEMPAT, TempatNomorTidakAdaError, compose_alamat
from eoffice_app.naskah.templat import TemplatTidakSahError, render_naskah
from eoffice_app.setup.jenis_naskah import (
	JENIS_NASKAH,
	NOTA,
	SIDIK_LAMA,
	create_jenis_naskah,
	read_templat,
	renew_untouched,
)
from eoffice_app.setup.naskah_cetak import fingerprint
from eoffice_app.tests.dasar import KasusUji

BERTEMPAT = '{{ tempat("nomor") }}'


class TestTemplat(KasusUji):
	naskah = {
		"surat": {"jenis_naskah": "Surat Dinas", "sifat": "Biasa", "perihal": "Rapat <b>bulanan</b>"},
		"isi": "<p>Dengan <b>hormat</b></p>",
		"tujuan": ["Instansi Uji", "Kepala & Staf"],
		"tembusan": ["Sekretaris"],
		"penanda_tangan": {
			"baris": ["Kepala Dinas,"],
			"jabatan": "Kepala Dinas",
			"nama": "Pegawai Uji",
			"pangkat": "Penata / III/c",
			"nip": "198001012005011001",
		},
		"kop": {"pemerintah": "Pemerintah", "instansi": "Dinas A & B", "kota": "Kota"},
	}

	def test_every_shipped_template_shows_the_letter_and_escapes_what_was_typed(self):
		for templat in {row[2] for row in JENIS_NASKAH}:
			with self.subTest(templat=templat):
				html = render_naskah(read_templat(templat), self.naskah)
				self.assertIn("Rapat &lt;b&gt;bulanan", html)
				self.assertIn("<p>Dengan <b>hormat</b></p>", html)
				self.assertIn("Dinas A &amp; B", html)
				for text in ("Kepala Dinas", "Pegawai Uji", "Penata / III/c", "NIP 198001012005011001"):
					self.assertIn(text, html)
				for tempat in DAFTAR_TEMPAT:
					self.assertEqual(html.count(compose_alamat(tempat)), 1, tempat)

	def test_who_signs_without_rank_has_no_empty_lines(self):
		bare = {**self.naskah["penanda_tangan"], "pangkat": "", "nip": ""}
		html = render_naskah(read_templat("surat"), {**self.naskah, "penanda_tangan": bare})
		self.assertNotIn("NIP", html)

	def test_addressees_and_copies_stand_in_the_letter(self):
		html = render_naskah(read_templat("surat"), self.naskah)
		self.assertIn("<li>Kepala &amp; Staf</li>", html)
		self.assertIn("<li>Sekretaris</li>", html)

	def test_a_template_that_makes_no_page_is_not_saved(self):
		for templat in (
			"{% if surat %}",
			"{{ surat.perihal | tidak_ada }}",
			"{{ pengirim.nama }}",
			"{{ tempat() }}",
		):
			with self.subTest(templat=templat), self.assertRaises(TemplatTidakSahError):
				self.save(BERTEMPAT + templat)

	def test_a_template_keeps_a_place_for_the_number_unless_its_kind_needs_none(self):
		with self.assertRaises(TempatNomorTidakAdaError):
			self.save("{{ isi }}")
		self.save("{{ isi }}", nomor_di_naskah=0)
		self.save(BERTEMPAT + "{{ isi }}")

	def test_kinds_are_created_once_and_an_edited_one_is_kept(self):
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", "{{ isi }}")
		before = frappe.db.count("Jenis Naskah")
		create_jenis_naskah()
		renew_untouched()
		self.assertEqual(frappe.db.count("Jenis Naskah"), before)
		self.assertEqual(frappe.db.get_value("Jenis Naskah", "Nota Dinas", "templat"), "{{ isi }}")
		self.assertGreaterEqual(before, len(JENIS_NASKAH))

	def test_a_template_of_an_earlier_version_is_renewed(self):
		earlier = "{# dahulu #}{{ isi }}"
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", earlier)
		self.addCleanup(SIDIK_LAMA.update, {NOTA: SIDIK_LAMA[NOTA]})
		SIDIK_LAMA[NOTA] = (*SIDIK_LAMA[NOTA], fingerprint(earlier))
		renew_untouched()
		self.assertEqual(frappe.db.get_value("Jenis Naskah", "Nota Dinas", "templat"), read_templat(NOTA))

	def save(self, templat: str, **values):
		jenis = frappe.get_doc("Jenis Naskah", "Surat Dinas")
		jenis.update({"templat": templat, **values})
		jenis.save()
