"""Mails as the programs of the world write them, and as none should."""

import time
from email import message_from_bytes
from unittest import TestCase

from eoffice_app.surel_masuk.html_polos import convert_html
from eoffice_app.surel_masuk.pesan import read_pesan
from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tests.surel import compose_surel, list_hostile, make_forwards, make_nested, make_surel


class TestPesan(TestCase):
	def test_who_what_when_and_which_files(self):
		pdf = make_pdf()
		pesan = read_pesan(make_surel("Dengan hormat,\nterlampir.", {"surat dinas.pdf": pdf}))
		self.assertEqual((pesan.nama_pengirim, pesan.surel), ("Dinas Contoh", "dinas@contoh.example"))
		self.assertEqual(
			(pesan.perihal, pesan.isi), ("Undangan rapat koordinasi", "Dengan hormat,\nterlampir.")
		)
		self.assertEqual(str(pesan.tanggal), "2026-01-05 02:00:00")
		self.assertEqual([(each.nama, each.isi) for each in pesan.lampiran], [("surat dinas.pdf", pdf)])
		self.assertFalse(pesan.otomatis)

	def test_words_in_every_charset_and_encoding(self):
		for head, words in (
			(b"=?utf-8?b?U3VyYXQgw6k=?=", "Surat é"),
			(b"=?iso-8859-1?q?Surat_=E9?=", "Surat é"),
			(b"Surat \xc3\xa9", "Surat é"),
			(b"Surat \xe9", "Surat é"),
			(b"=?x-tidak-ada?q?Surat_=E9?=", "Surat é"),
			(b"=?utf-8?b?rusak", "=?utf-8?b?rusak"),
			(b"=?utf-8?b?U3VyYXQgww==?=\n =?utf-8?b?qSBiYXJ1?=", "Surat é baru"),
			(b"Surat\n yang panjang", "Surat yang panjang"),
			(b"=?utf-8?q?a=0d=0aBcc:_x?=", "a Bcc: x"),
			(b"=?utf-8?q?a=00b?=", "ab"),
		):
			with self.subTest(head):
				self.assertEqual(read_pesan(b"Subject: " + head + b"\n\nisi").perihal, words)

	def test_of_two_wordings_the_plain_one_is_read(self):
		mail = compose_surel("Polos")
		mail.add_alternative("<p>Berhias</p>", subtype="html")
		self.assertEqual(read_pesan(mail.as_bytes()).isi, "Polos")
		mail = compose_surel(" ")
		mail.add_alternative("<p>Berhias</p>", subtype="html")
		self.assertEqual(read_pesan(mail.as_bytes()).isi, "Berhias")

	def test_words_and_files_of_forwarded_mails_are_read(self):
		pesan = read_pesan(make_forwards(3))
		self.assertEqual(pesan.perihal, "Terusan ke-3")
		self.assertEqual([each.nama for each in pesan.lampiran], ["pertama.pdf"])
		for words in ("Saya teruskan, kali 3.", "Subject: Terusan ke-1", "Surat yang pertama."):
			self.assertIn(words, pesan.isi)

	def test_no_name_of_a_file_leads_elsewhere(self):
		for given, kept in (
			("../../etc/passwd", "passwd"),
			("C:\\surat\\a.pdf", "a.pdf"),
			("...", "lampiran-1.bin"),
			("a" * 500 + ".pdf", "a" * 100 + ".pdf"),
		):
			with self.subTest(given):
				(lampiran,) = read_pesan(make_surel(berkas={given: b"isi"})).lampiran
				self.assertEqual(lampiran.nama, kept)

	def test_the_mails_that_it_answers_the_nearest_first(self):
		pesan = read_pesan(make_surel(In_Reply_To="<c@x>", References="<a@x> <b@x> <c@x>"))
		self.assertEqual(pesan.utas, ("c@x", "b@x", "a@x"))

	def test_the_same_mail_is_known_by_whatever_way_it_came(self):
		mail = make_surel(Message_ID="<satu@x>")
		again = b"Received: from lain\nX-Lain: 1\n" + mail
		self.assertEqual(read_pesan(mail).sidik, read_pesan(again).sidik)
		for other in (
			mail + b"\nlagi",
			mail.replace(b"Undangan", b"Panggilan"),
			mail.replace(b"<satu@x>", b"<dua@x>"),
		):
			self.assertNotEqual(read_pesan(mail).sidik, read_pesan(other).sidik)

	def test_no_mail_breaks_the_reader(self):
		for name, mail in list_hostile().items():
			with self.subTest(name):
				begun = time.monotonic()
				pesan = read_pesan(mail)
				self.assertLess(time.monotonic() - begun, 15)
				self.assertNotIn("alert", pesan.isi)
				self.assertNotIn("\n", pesan.perihal + pesan.surel + pesan.nama_pengirim)

	def test_of_parts_within_parts_without_end_the_head_is_read(self):
		pesan = read_pesan(make_nested(3000))
		self.assertFalse(pesan.terbaca)
		self.assertEqual((pesan.surel, pesan.perihal), ("dalam@contoh.example", "Sangat dalam"))


class TestOtomatis(TestCase):
	def test_what_machines_write_is_known(self):
		for head in (
			{"Auto-Submitted": "auto-replied"},
			{"Auto-Submitted": "auto-generated; x=y"},
			{"Precedence": "bulk"},
			{"X-Auto-Response-Suppress": "OOF"},
			{"Return-Path": "<>"},
			{"From": "MAILER-DAEMON@server.example"},
			{"From": "Kantor <Surat@Kantor.example>"},
		):
			with self.subTest(head):
				self.assertTrue(read_pesan(make_surel(**head), {"surat@kantor.example"}).otomatis)
		report = make_surel().replace(b"text/plain", b"multipart/report; boundary=x")
		self.assertTrue(read_pesan(report).otomatis)

	def test_what_people_write_is_not(self):
		for head in (
			{},
			{"Auto-Submitted": "no"},
			{"Precedence": "first-class"},
			{"Return-Path": "<a@b.id>"},
		):
			with self.subTest(head):
				self.assertFalse(read_pesan(make_surel(**head), {"surat@kantor.example"}).otomatis)


class TestHtml(TestCase):
	def test_words_stay_and_all_else_goes(self):
		page = """<head><title>t</title><style>p{}</style></head><p>Dengan <b>hormat</b>,</p>
			<p>Klik <a href="https://contoh.example/a">di sini</a>.<br>Baris&nbsp;dua</p><!-- c --><script>x</script>
			<table><tr><td>a</td><td>b</td></tr></table>akhir"""
		expected = "Dengan hormat,\n\nKlik [https://contoh.example/a] di sini.\nBaris dua\n\na b\n\nakhir"
		self.assertEqual(convert_html(page), expected)

	def test_pages_made_to_keep_a_reader_busy(self):
		for part in ("<div>", "<", "<!--", "<a ", "&#", "<b><p>", "<script>", "</", "<![CDATA["):
			with self.subTest(part):
				begun = time.monotonic()
				convert_html(part * (1_000_000 // len(part)))
				self.assertLess(time.monotonic() - begun, 20)

	def test_a_page_alone_is_read_as_its_words(self):
		mail = message_from_bytes(b"Content-Type: text/html; charset=utf-8\n\n<p>Halo</p>")
		self.assertEqual(read_pesan(mail.as_bytes()).isi, "Halo")
