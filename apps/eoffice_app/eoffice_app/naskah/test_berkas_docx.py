from io import BytesIO
from zipfile import ZipFile

from PIL import Image

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.naskah.berkas_docx import check_docx
from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_docx import (
	change_part,
	make_bomb_docx,
	make_docx,
	make_docx_with_field,
	make_docx_with_relation,
	make_macro_docx,
)

DOKUMEN = "word/document.xml"
ENTITAS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'


class TestBerkasDocx(KasusUji):
	def test_a_letter_as_word_makes_it_is_taken(self):
		check_docx(make_docx(), "surat.docx")
		check_docx(make_docx_with_relation("hyperlink", "https://contoh.example/berita"), "surat.docx")
		check_docx(make_docx_with_relation("attachedTemplate", "file:///C:/Normal.dotm"), "surat.docx")
		check_docx(make_docx_with_field("PAGE"), "surat.docx")
		check_docx(make_docx_with_field(' HYPERLINK "https://contoh.example/link"'), "surat.docx")

	def test_what_is_no_whole_docx_is_refused(self):
		whole = make_docx()
		for content in (
			b"",
			b"bukan zip",
			make_pdf(),
			whole[: len(whole) // 2],
			make_zip(),
			make_spreadsheet(),
		):
			with self.subTest(content=content[:20]):
				self.assert_refused(content, "bukan .docx yang utuh")
		self.assert_refused(change_part(whole, DOKUMEN, lambda part: part[:-40]), "bukan .docx yang utuh")

	def test_old_word_files_and_locked_ones_are_told_apart(self):
		self.assert_refused(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "kata sandi")

	def test_macros_are_refused_under_whatever_name(self):
		self.assert_refused(make_macro_docx(), "makro")
		self.assert_refused(change_part(make_docx(), "word/vbaProject.bin", lambda _part: b"x"), "makro")

	def test_a_bomb_is_refused_before_it_is_unpacked(self):
		bomb = make_bomb_docx()
		self.assertLess(len(bomb), 1024 * 1024)
		self.assert_refused(bomb, "terlalu besar")

	def test_a_file_of_thousands_of_parts_is_refused(self):
		content = make_docx()
		stream = BytesIO(content)
		with ZipFile(stream, "a") as archive:
			for number in range(1100):
				archive.writestr(f"word/media/{number}.txt", b"")
		self.assert_refused(stream.getvalue(), "terlalu besar")

	def test_a_picture_of_eighty_million_dots_is_refused(self):
		stream = BytesIO()
		Image.new("1", (9000, 9000)).save(stream, "PNG")
		self.assert_refused(
			change_part(make_docx(), "word/media/besar.png", lambda _part: stream.getvalue()), "terlalu besar"
		)

	def test_entities_are_not_unpacked(self):
		self.assert_refused(
			change_part(make_docx(), "word/settings.xml", lambda _part: ENTITAS), "bukan .docx"
		)

	def test_nothing_is_taken_from_outside(self):
		for kind in ("image", "oleObject", "subDocument", "aFChunk", "frame", "control"):
			with self.subTest(kind=kind):
				self.assert_refused(make_docx_with_relation(kind, "http://jahat.example/a"), "berkas lain")

	def test_no_field_takes_in_another_file(self):
		for instruction in (
			('INCLUDETEXT "/etc/passwd"',),
			(" includepic", 'ture "http://jahat.example/a.png"'),
			("DDEAUTO excel",),
			("LINK Excel.Sheet.12 a.xlsx",),
		):
			with self.subTest(instruction=instruction):
				self.assert_refused(make_docx_with_field(*instruction), "berkas lain")

	def assert_refused(self, content: bytes, words: str):
		with self.assertRaisesRegex(BerkasTidakSahError, words) as refused:
			check_docx(content, "<b>surat.docx")
		self.assertIn("&lt;b&gt;surat.docx", str(refused.exception))


def make_zip() -> bytes:
	stream = BytesIO()
	with ZipFile(stream, "w") as archive:
		archive.writestr("a.txt", "a")
	return stream.getvalue()


def make_spreadsheet() -> bytes:
	types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
	return change_part(make_zip(), "[Content_Types].xml", lambda _part: types)
