from io import BytesIO
from unittest import TestCase

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from eoffice_app.naskah.tanda_docx import extract_lines, fill_tanda, list_tanda
from eoffice_app.tests.naskah_docx import make_docx, make_docx_with_relation, make_split_docx, save

TEKS = {
	"penanda_tangan": "Nama Contoh, S.H.",
	"jabatan": "Kepala Dinas",
	"pangkat": "Pembina / IV/a",
	"nip": "1970",
}


class TestTandaDocx(TestCase):
	def test_a_tag_is_found_however_word_split_it(self):
		for runs in (
			("{{nomor}}",),
			("{", "{nomor}", "}"),
			("No: {{no", "mor", "}} dst"),
			("{{", " NOMOR ", "}}"),
		):
			with self.subTest(runs=runs):
				self.assertEqual(list_tanda(make_split_docx(*runs)), {"nomor"})
				filled = fill_tanda(make_split_docx(*runs), TEKS)
				self.assertEqual(list_tanda(filled), set())
				self.assertEqual(list_addresses(filled), ["https://tempat.invalid/nomor?ukuran=1.11"])

	def test_what_stands_around_a_tag_stays_in_its_look(self):
		filled = fill_tanda(make_split_docx("Nomor {{no", "mor}} dan ", "{{nip}} saja"), TEKS)
		self.assertEqual(extract_lines(filled), ["Nomor  dan 1970 saja"])
		runs = docx.Document(BytesIO(filled)).paragraphs[0].runs
		self.assertEqual([bool(run.bold) for run in runs], [False, True, False])

	def test_names_are_written_and_places_kept(self):
		filled = fill_tanda(
			make_docx("{{jabatan}}, {{ pangkat }}", "{{penanda_tangan}} {{qr}}{{tanggal}}"), TEKS
		)
		self.assertEqual(extract_lines(filled), ["Kepala Dinas, Pembina / IV/a", "Nama Contoh, S.H."])
		self.assertEqual(
			list_addresses(filled),
			["https://tempat.invalid/tanda_tangan", "https://tempat.invalid/tanggal?ukuran=1.11"],
		)

	def test_tags_in_tables_and_heads_of_pages_count(self):
		naskah = docx.Document()
		naskah.add_table(1, 1).cell(0, 0).text = "{{tanda_tangan}}"
		naskah.sections[0].header.paragraphs[0].text = "{{nomor}}"
		self.assertEqual(list_tanda(save(naskah)), {"tanda_tangan", "nomor"})
		self.assertEqual(list_tanda(fill_tanda(save(naskah), TEKS)), set())

	def test_a_place_is_as_high_as_the_letters_around_it(self):
		naskah = docx.Document()
		naskah.styles["Normal"].font.size = Pt(12)
		naskah.add_paragraph("{{nomor}}")
		naskah.add_paragraph().add_run("{{tanggal}}").font.size = Pt(20)
		heights = [
			int(extent.get("cy")) / 12700
			for extent in docx.Document(BytesIO(fill_tanda(save(naskah), TEKS))).element.iter(qn("wp:extent"))
		]
		self.assertEqual([round(height, 1) for height in heights], [10.8, 18.0])

	def test_a_value_is_text_and_never_a_tag(self):
		filled = fill_tanda(make_docx("{{penanda_tangan}}"), {**TEKS, "penanda_tangan": "<w:b/>{{nomor}}"})
		self.assertEqual(extract_lines(filled), ["<w:b/>{{nomor}}"])
		self.assertEqual(list_addresses(filled), [])

	def test_the_template_on_the_writers_machine_is_forgotten(self):
		filled = fill_tanda(make_docx_with_relation("attachedTemplate", "file:///C:/Normal.dotm"), TEKS)
		self.assertNotIn(
			"attachedTemplate",
			str([rel.reltype for rel in docx.Document(BytesIO(filled)).part.rels.values()]),
		)

	def test_lines_are_those_a_reader_sees(self):
		naskah = docx.Document()
		naskah.add_paragraph("satu")
		naskah.add_paragraph("")
		naskah.add_table(1, 2).cell(0, 1).text = "dua"
		naskah.add_paragraph("tiga & <b>")
		self.assertEqual(extract_lines(save(naskah)), ["satu", "dua", "tiga & <b>"])


def list_addresses(content: bytes) -> list[str]:
	"""Return where the pictures of a .docx lead, in their order."""
	part = docx.Document(BytesIO(content)).part
	return [part.rels[link.get(qn("r:id"))].target_ref for link in part.element.iter(qn("a:hlinkClick"))]
