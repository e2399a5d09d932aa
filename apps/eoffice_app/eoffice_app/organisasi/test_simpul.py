import frappe

from eoffice_app.exceptions import (
	JabatanDitutupError,
	PohonMelingkarError,
	TidakDapatDigabungError,
)
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.cetak.surat import describe_letter
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.surat_masuk.pekerjaan import count_open_work
from eoffice_app.tests.dasar import KasusUji, make_disposed, make_surat_masuk, surel


def change(doctype: str, name: str, **values) -> None:
	doc = frappe.get_doc(doctype, name)
	doc.update(values)
	doc.save()


def read_messages() -> str:
	"""Return what the user would be told, as one text."""
	return " ".join(entry["message"] for entry in frappe.get_message_log())


class KasusSurat(KasusUji):
	"""A letter to the head, who has disposed it to UJI-KABID-A."""

	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed(sifat="Terbatas")

	def setUp(self):
		super().setUp()
		frappe.clear_messages()


class TestPindah(KasusSurat):
	def test_a_post_moves_with_its_work(self):
		change("Jabatan", "UJI-KABID-A", parent_jabatan="UJI-SEKDIN")
		self.assertEqual(list_above("UJI-KASI-A1"), ["UJI-KABID-A", "UJI-SEKDIN", "UJI-KADIS"])
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(mark_read(self.surat.name), 1)
			self.assertTrue(write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Siapkan bahan"]))

	def test_a_post_moves_to_another_unit_with_its_work(self):
		change("Jabatan", "UJI-KABID-A", unit_kerja="UJI-BID-B")
		self.assertTrue(can_see(self.surat.name, surel("UJI-KABID-A")))

	def test_nothing_is_placed_below_itself(self):
		for doctype, name, induk in (
			("Jabatan", "UJI-KABID-A", {"parent_jabatan": "UJI-KASI-A1"}),
			("Jabatan", "UJI-KABID-A", {"parent_jabatan": "UJI-KABID-A"}),
			("Unit Kerja", "UJI-SEKR", {"parent_unit_kerja": "UJI-SEKR"}),
		):
			with self.assertRaisesRegex(PohonMelingkarError, "berada di bawahnya"):
				change(doctype, name, **induk)


class TestGantiNama(KasusSurat):
	def test_a_new_title_leaves_what_was_written_as_it_was(self):
		change("Jabatan", "UJI-KADIS", nama_jabatan="Kepala Badan")
		self.assertEqual(frappe.db.get_value("Disposisi", self.disposisi, "sebagai"), "Jabatan UJI-KADIS")

	def test_papers_name_the_addressee_as_when_it_was_addressed(self):
		change("Jabatan", "UJI-KADIS", nama_jabatan="Kepala Badan")
		surat = frappe.get_doc("Surat Masuk", self.surat.name)
		surat.nama_tujuan = "Nama dari peramban"
		surat.save()
		self.assertEqual(describe_letter(surat)["tujuan"], "Jabatan UJI-KADIS")
		self.assertEqual(
			describe_letter(make_surat_masuk())["tujuan"], "Kepala Badan", "a new letter has the new name"
		)

	def test_a_new_code_of_a_post_takes_work_and_sight_along(self):
		frappe.rename_doc("Jabatan", "UJI-KABID-A", "UJI-KABID-BARU", show_alert=False)
		self.assertEqual(frappe.db.get_value("Jabatan", "UJI-KABID-BARU", "kode"), "UJI-KABID-BARU")
		self.assertTrue(can_see(self.surat.name, surel("UJI-KABID-A")))
		self.assertEqual(list_posts_acted_for(surel("UJI-KABID-A")), ["UJI-KABID-BARU"])
		self.assertEqual(list_above("UJI-KASI-A1")[0], "UJI-KABID-BARU")
		with self.sebagai("UJI-KABID-A"):
			(node,) = get_pohon(self.surat.name)["akar"]
			self.assertEqual((node.kepada, mark_read(self.surat.name)), ("UJI-KABID-BARU", 1))

	def test_a_new_code_of_the_addressee_takes_the_letter_along(self):
		frappe.rename_doc("Jabatan", "UJI-KADIS", "UJI-KABAN", show_alert=False)
		self.assertEqual(frappe.db.get_value("Surat Masuk", self.surat.name, "tujuan"), "UJI-KABAN")
		self.assertTrue(can_see(self.surat.name, surel("UJI-KADIS")))

	def test_a_new_code_of_a_unit_takes_sight_along(self):
		surat = make_surat_masuk()
		self.assertTrue(can_see(surat.name, surel("UJI-SEKDIN")))
		frappe.rename_doc("Unit Kerja", "UJI-SEKR", "UJI-TU", show_alert=False)
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "unit_penerima"), "UJI-TU")
		self.assertIn("unit:UJI-TU", frappe.get_all("Akses Surat", {"surat": surat.name}, pluck="subjek"))
		self.assertFalse(frappe.db.exists("Akses Surat", {"subjek": "unit:UJI-SEKR"}))

	def test_two_are_not_merged_into_one(self):
		with self.assertRaisesRegex(TidakDapatDigabungError, "riwayat"):
			frappe.rename_doc("Jabatan", "UJI-KASI-A1", "UJI-KASI-A2", merge=True, show_alert=False)


class TestTutup(KasusSurat):
	def test_closing_with_open_work_is_allowed_and_warned_of(self):
		change("Jabatan", "UJI-KABID-A", aktif=0)
		terbuka = count_open_work(["UJI-KABID-A"])
		self.assertGreaterEqual(terbuka.disposisi, 1)
		self.assertIn(str(terbuka), read_messages())

	def test_closing_without_open_work_says_nothing(self):
		change("Jabatan", "UJI-KOSONG", aktif=0)
		self.assertEqual(read_messages(), "")

	def test_closing_a_unit_counts_the_work_of_its_posts(self):
		change("Unit Kerja", "UJI-BID-A", aktif=0)
		terbuka = count_open_work(["UJI-KABID-A", "UJI-KASI-A1", "UJI-KASI-A2"])
		self.assertIn(str(terbuka), read_messages())

	def test_its_holder_finishes_what_is_open(self):
		change("Jabatan", "UJI-KABID-A", aktif=0)
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(mark_read(self.surat.name), 1)
			self.assertTrue(write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"]))

	def test_it_receives_nothing_new(self):
		change("Jabatan", "UJI-KABID-B", aktif=0)
		with self.sebagai("UJI-KADIS"), self.assertRaisesRegex(frappe.ValidationError, "sudah ditutup"):
			write_disposisi(self.surat.name, ["UJI-KABID-B"], ["Tindak lanjuti"])
		with self.assertRaisesRegex(JabatanDitutupError, "sudah ditutup"):
			make_surat_masuk(tujuan="UJI-KABID-B")

	def test_a_letter_on_its_way_to_it_still_moves_on(self):
		surat = make_surat_masuk(tujuan="UJI-KABID-B")
		change("Jabatan", "UJI-KABID-B", aktif=0)
		surat.reload()
		with self.sebagai("UJI-OPERATOR"):
			surat.keterangan = "Jabatan ditutup"
			surat.save()
