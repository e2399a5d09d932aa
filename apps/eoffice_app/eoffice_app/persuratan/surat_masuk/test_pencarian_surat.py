import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import add_days, getdate, nowdate

from eoffice_app.pencarian.antrean import SEMUA
from eoffice_app.pencarian.indeks import count_letters, open_index
from eoffice_app.pencarian.penulis import check_completeness, rebuild, take_in_changes
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_masuk.di_mana import describe_place, write_since
from eoffice_app.persuratan.surat_masuk.pencarian_surat import find_surat
from eoffice_app.tests.dasar import KasusUji, make, make_surat_masuk, make_surat_menunggu


class KasusPencarian(KasusUji):
	"""With an index of its own; what the writer commits is rolled back with the test."""

	def setUp(self):
		super().setUp()
		folder = Path(tempfile.mkdtemp(), "indeks")
		self.addCleanup(shutil.rmtree, folder.parent)
		self.folder = folder
		for module in ("pencarian.penulis", "persuratan.surat_masuk.pencarian_surat"):
			patcher = patch(f"eoffice_app.{module}.get_folder", return_value=folder)
			patcher.start()
			self.addCleanup(patcher.stop)
		patcher = patch.object(frappe.db, "commit")
		patcher.start()
		self.addCleanup(patcher.stop)

	def find(self, user: str, teks: str) -> list[str]:
		with self.sebagai(user):
			return [row["name"] for row in find_surat(teks)]

	def say_where(self, surat) -> str:
		with self.sebagai("UJI-OPERATOR"):
			(row,) = [row for row in find_surat(surat.nomor_surat) if row["name"] == surat.name]
		return row["di_mana"]


class TestCariSurat(KasusPencarian):
	def test_a_letter_registered_this_moment_is_found_by_number_sender_and_words(self):
		surat = make_surat_masuk(perihal="Pengadaan kendaraan jingga", nomor_surat="005/77/JINGGA")
		for indexed in (False, True):
			for teks in (
				"005/77/JINGGA",
				"kendar jing",
				"instansi uji jingga",
				f"{surat.nomor_agenda} jingga",
			):
				self.assertEqual(self.find("UJI-OPERATOR", teks), [surat.name], (indexed, teks))
			rebuild()
			self.assertEqual(frappe.db.count("Antrean Pencarian"), 0)

	def test_a_change_is_found_at_once_and_what_it_was_no_longer(self):
		surat = make_surat_masuk(perihal="Permohonan ungu")
		rebuild()
		with self.sebagai("UJI-OPERATOR"):
			doc = frappe.get_doc("Surat Masuk", surat.name)
			doc.perihal = "Permohonan kelabu"
			doc.save()
		self.assertEqual(self.find("UJI-OPERATOR", "kelabu"), [surat.name])
		take_in_changes()
		self.assertEqual(self.find("UJI-OPERATOR", "kelabu"), [surat.name])
		self.assertEqual(self.find("UJI-OPERATOR", "ungu"), [])

	def test_a_stranger_finds_nothing_whatever_he_asks(self):
		surat = make_surat_menunggu(perihal="Perihal sandi merah", nomor_surat="MERAH-1")
		for indexed in (False, True):
			for teks in ("MERAH-1", surat.nomor_agenda, "sandi merah"):
				self.assertNotIn(surat.name, self.find("UJI-STAF-B", teks), (indexed, teks))
			rebuild()

	def test_an_index_that_still_names_him_does_not_open_a_letter(self):
		surat = make_surat_masuk(perihal="Perihal sandi kuning")
		rebuild()
		frappe.db.delete("Akses Surat", {"surat": surat.name})
		self.assertEqual(self.find("UJI-OPERATOR", "kuning"), [])

	def test_who_gains_sight_by_a_disposisi_finds_the_letter(self):
		surat = make_surat_menunggu(perihal="Perihal sandi biru", sifat="Terbatas")
		rebuild()
		self.assertEqual(self.find("UJI-KABID-A", "biru"), [])
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		self.assertEqual(self.find("UJI-KABID-A", "biru"), [surat.name])
		take_in_changes()
		self.assertEqual(self.find("UJI-KABID-A", "biru"), [surat.name])

	def test_the_letter_with_just_this_number_comes_first(self):
		asked = make_surat_masuk(nomor_surat="421/9")
		newer = make_surat_masuk(perihal="Menjawab surat 421/9")
		self.assertEqual(self.find("UJI-OPERATOR", "421/9"), [asked.name, newer.name])

	def test_nothing_asked_nothing_found(self):
		make_surat_masuk()
		for teks in ("", "  ", "/-", "%", "' or 1=1 --x"):
			self.assertEqual(self.find("UJI-OPERATOR", teks), [], teks)

	def test_a_renamed_sender_is_found_by_the_new_name(self):
		surat = make_surat_masuk(pengirim=make("Instansi", {"nama_instansi": "Dinas Biru"}))
		rebuild()
		frappe.rename_doc("Instansi", surat.pengirim, "Dinas Nila")
		self.assertEqual(self.find("UJI-OPERATOR", "nila"), [surat.name])


class TestPenulisIndeks(KasusPencarian):
	def test_without_an_index_numbers_are_found_and_one_is_asked_for(self):
		surat = make_surat_masuk(nomor_surat="NOMOR-9")
		frappe.db.delete("Antrean Pencarian")
		self.assertEqual(self.find("UJI-OPERATOR", "NOMOR-9"), [surat.name])
		with patch("eoffice_app.pencarian.penulis.queue_rebuild") as asked:
			take_in_changes()
		asked.assert_called_once()

	def test_a_broken_index_is_made_anew(self):
		surat = make_surat_masuk(perihal="Permohonan hijau")
		rebuild()
		(self.folder / "meta.json").write_text("rusak")
		self.assertEqual(self.find("UJI-OPERATOR", surat.nomor_surat), [surat.name])
		with patch("eoffice_app.pencarian.penulis.queue_rebuild", rebuild_unlocked):
			take_in_changes()
		self.assertEqual(self.find("UJI-OPERATOR", "hijau"), [surat.name])

	def test_a_change_for_a_whole_set_of_letters_asks_for_a_new_index(self):
		rebuild()
		jabatan = frappe.get_doc("Jabatan", "UJI-KASI-A1")
		jabatan.parent_jabatan = "UJI-KABID-B"
		jabatan.save()
		self.assertTrue(frappe.db.exists("Antrean Pencarian", {"surat": SEMUA}))
		with patch("eoffice_app.pencarian.penulis.queue_rebuild") as asked:
			take_in_changes()
		asked.assert_called_once()

	def test_an_index_that_lacks_letters_is_noticed(self):
		rebuild()
		make_surat_masuk()
		frappe.db.delete("Antrean Pencarian")
		with patch("eoffice_app.pencarian.penulis.queue_rebuild") as asked:
			check_completeness()
		asked.assert_called_once()
		rebuild()
		self.assertEqual(count_letters(open_index(self.folder)), frappe.db.count("Surat Masuk"))
		with patch("eoffice_app.pencarian.penulis.queue_rebuild") as asked:
			check_completeness()
		asked.assert_not_called()


class TestDiMana(KasusPencarian):
	def test_each_state_is_said_in_one_sentence(self):
		surat = make_surat_masuk()
		self.assertEqual(self.say_where(surat), "Menunggu diperiksa verifikator sejak hari ini")
		surat = make_surat_menunggu()
		frappe.db.set_value("Surat Masuk", surat.name, "keadaan_sejak", add_days(nowdate(), -2))
		self.assertRegex(self.say_where(surat), r"^Menunggu disposisi Jabatan UJI-KADIS sejak .+, 2 hari$")
		with self.sebagai("UJI-KADIS"):
			write_disposisi(
				surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], batas_waktu=add_days(nowdate(), 3)
			)
		self.assertRegex(
			self.say_where(surat),
			r"^Pada Jabatan UJI-KABID-A sejak hari ini, belum dibaca, batas waktu \d+ \w+",
		)
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		self.assertTrue(self.say_where(surat).startswith("Pada Jabatan UJI-KASI-A1 sejak hari ini"))

	def test_a_returned_letter_tells_the_reason(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Kembalikan", "Belum berstempel")
		self.assertRegex(self.say_where(surat), r"^Dikembalikan \d+ \w+: Belum berstempel$")

	def test_many_recipients_are_counted_not_listed(self):
		nodes = [make_node(f"d{number}", f"Kasi {number}") for number in range(5)]
		surat = frappe._dict(workflow_state="Didisposisikan")
		said = describe_place(surat, nodes, getdate("2026-11-21"))
		self.assertIn("Pada Kasi 0", said)
		self.assertIn("dan pada 3 jabatan lain", said)

	def test_a_report_waits_with_the_one_above_and_a_late_one_says_how_late(self):
		surat = frappe._dict(workflow_state="Didisposisikan")
		reported = make_node("a", "Kasi A", status="Dilaporkan", umpan_balik_pada="2026-11-20 10:00:00")
		late = make_node("b", "Kasi B", status="Dibaca", batas_waktu=getdate("2026-11-18"))
		said = describe_place(surat, [reported, late], getdate("2026-11-21"))
		self.assertIn("Umpan balik Kasi A menunggu diterima Kabid sejak 20 Nov, 1 hari", said)
		self.assertIn("Pada Kasi B sejak 19 Nov, 2 hari, terlambat 3 hari", said)

	def test_days_of_another_year_bear_it(self):
		self.assertEqual(write_since("2025-12-30", getdate("2026-01-02")), "sejak 30 Des 2025, 3 hari")


def rebuild_unlocked() -> None:
	"""Make the index anew at once, as the worker would after `take_in_changes` has let go of the lock."""
	from eoffice_app.pencarian.penulis import _rebuild

	_rebuild()


def make_node(name: str, nama_kepada: str, **values) -> frappe._dict:
	return frappe._dict(
		{
			"name": name,
			"status": "Terkirim",
			"peran_penerima": "Penanggung Jawab",
			"perlu_jawaban": 1,
			"disposisi_induk": None,
			"nama_dari": "Kabid",
			"nama_kepada": nama_kepada,
			"ditulis_pada": "2026-11-19 08:00:00",
			**values,
		}
	)
