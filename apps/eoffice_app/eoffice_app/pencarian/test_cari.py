import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import add_days, add_to_date, now_datetime, nowdate

from eoffice_app.pencarian.antrean import SEMUA, queue_letter
from eoffice_app.pencarian.cari import search_letters
from eoffice_app.pencarian.indeks import count_letters, open_index
from eoffice_app.pencarian.isi_surat import count_all_letters
from eoffice_app.pencarian.penulis import check_completeness, rebuild, take_in_changes
from eoffice_app.pencarian.pilihan import list_choices
from eoffice_app.pencarian.saringan import SaringanTidakDikenalError
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.pindai.teks import HalamanTeks, store_teks
from eoffice_app.tests.dasar import KasusUji, make, make_surat_keluar, make_surat_masuk, make_surat_menunggu


class KasusPencarian(KasusUji):
	"""With an index of its own; what the writer commits is rolled back with the test."""

	def setUp(self):
		super().setUp()
		folder = Path(tempfile.mkdtemp(), "indeks")
		self.addCleanup(shutil.rmtree, folder.parent)
		self.folder = folder
		for module in ("penulis", "cari"):
			patcher = patch(f"eoffice_app.pencarian.{module}.get_folder", return_value=folder)
			patcher.start()
			self.addCleanup(patcher.stop)
		patcher = patch.object(frappe.db, "commit")
		patcher.start()
		self.addCleanup(patcher.stop)

	def ask(self, user: str, teks: str, **options) -> dict:
		with self.sebagai(user):
			return search_letters(teks, **options)

	def find(self, user: str, teks: str, **options) -> list[str]:
		return [row["name"] for row in self.ask(user, teks, **options)["surat"]]

	def say_where(self, surat) -> str:
		found = self.ask("UJI-OPERATOR", surat.nomor_surat)["surat"]
		(row,) = [row for row in found if row["name"] == surat.name]
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
		for teks in ("", "  ", "/-", "%", '"', "-", "😀", "x" * 500, "' or 1=1 --x", '" or "'):
			self.assertEqual(self.find("UJI-OPERATOR", teks), [], teks)

	def test_a_renamed_sender_is_found_by_the_new_name(self):
		surat = make_surat_masuk(pengirim=make("Instansi", {"nama_instansi": "Dinas Biru"}))
		rebuild()
		frappe.rename_doc("Instansi", surat.pengirim, "Dinas Nila")
		self.assertEqual(self.find("UJI-OPERATOR", "nila"), [surat.name])


class TestSemuaSurat(KasusPencarian):
	def test_an_outgoing_letter_is_found_by_its_text_from_the_first_draft_on(self):
		surat = make_surat_keluar(
			perihal="Laporan lembayung", isi="<p>Kami <b>mengirim</b>kan berkas&nbsp;jelaga.</p>"
		)
		for indexed in (False, True):
			for teks in ("lembayung", "pengiriman jelaga", "instansi uji lembayung", '"berkas jelaga"'):
				self.assertEqual(self.find("UJI-STAF-A1", teks), [surat.name], (indexed, teks))
				self.assertEqual(self.find("UJI-STAF-B", teks), [], (indexed, teks))
			rebuild()
		(row,) = self.ask("UJI-KADIS", "jelaga")["surat"]
		self.assertEqual((row["jenis"], row["pihak"]), ("Surat Keluar", "Instansi Uji"))
		self.assertEqual(row["cuplikan"]["asal"], "Naskah")
		self.assertIn(("jelaga", True), row["cuplikan"]["potongan"])

	def test_notes_and_reports_of_disposisi_are_found_by_those_who_see_the_letter(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			(disposisi,) = write_disposisi(
				surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], catatan="Siapkan bahan gamelan"
			)
		with self.sebagai("UJI-KABID-A"):
			report_back(disposisi, "Sudah dimainkan kelompok angklung")
		for indexed in (False, True):
			for teks in ("gamelan", "permainan angklung"):
				self.assertEqual(self.find("UJI-OPERATOR", teks), [surat.name], (indexed, teks))
				self.assertEqual(self.find("UJI-STAF-B", teks), [], (indexed, teks))
			rebuild()

	def test_a_hit_on_a_scan_names_its_page(self):
		surat = make_surat_masuk()
		store_teks(
			surat.name,
			"/private/files/x.pdf",
			[HalamanTeks(1, "kop"), HalamanTeks(2, "Tentang <b>cendrawasih</b>")],
		)
		queue_letter(surat.name)
		for indexed in (False, True):
			(row,) = self.ask("UJI-OPERATOR", "cendrawasih kop")["surat"]
			(row,) = self.ask("UJI-OPERATOR", "cendrawasih")["surat"]
			self.assertEqual((row["cuplikan"]["asal"], row["cuplikan"]["halaman"]), ("Scan", 2), indexed)
			self.assertIn(("cendrawasih", True), row["cuplikan"]["potongan"])
			rebuild()

	def test_of_a_secret_letter_only_the_head_is_searched(self):
		surat = make_surat_menunggu(sifat="Rahasia", perihal="Perihal nuri")
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], catatan="Bahas kasuari")
		for indexed in (False, True):
			self.assertEqual(self.find("UJI-KABID-A", "nuri"), [surat.name], indexed)
			self.assertEqual(self.find("UJI-KABID-A", "kasuari"), [], indexed)
			self.assertEqual(self.find("UJI-OPERATOR", "nuri"), [], indexed)
			(row,) = self.ask("UJI-KABID-A", "nuri")["surat"]
			self.assertIsNone(row["cuplikan"])
			rebuild()

	def test_an_answer_is_narrowed_down(self):
		biasa = make_surat_masuk(perihal="Pawai merak", klasifikasi="UJI.1")
		terbatas = make_surat_masuk(perihal="Pawai merak", sifat="Terbatas")
		keluar = make_surat_keluar(perihal="Pawai merak", penyusun="UJI-KADIS")
		for saringan, expected in (
			({"jenis": "Surat Keluar"}, [keluar.name]),
			({"naskah": "Nota Dinas"}, [keluar.name]),
			({"sifat": "Terbatas"}, [terbatas.name]),
			({"klasifikasi": "UJI", "jenis": "Surat Masuk"}, [biasa.name]),
			({"keadaan": "Diterima", "sifat": "Biasa"}, [biasa.name]),
			({"unit": "UJI-DINAS", "tahun": nowdate()[:4]}, [keluar.name, terbatas.name, biasa.name]),
			({"tahun": "1999"}, []),
		):
			for _indexed in (False, True):
				found = self.find("UJI-KADIS", "pawai merak", saringan=saringan)
				self.assertEqual(set(found), set(expected), saringan)
				rebuild()
		with self.assertRaises(SaringanTidakDikenalError):
			self.find("UJI-KADIS", "pawai", saringan={"subjek": "user:x"})

	def test_an_answer_goes_on_page_by_page(self):
		names = [
			make_surat_masuk(
				perihal="Pesta kunang", tanggal_terima=add_to_date(now_datetime(), minutes=-minutes)
			).name
			for minutes in range(3)
		]
		rebuild()
		with patch("eoffice_app.pencarian.cari.BANYAK", 2):
			first = self.ask("UJI-OPERATOR", "kunang")
			second = self.ask("UJI-OPERATOR", "kunang", mulai=first["lanjut"])
		self.assertEqual([row["name"] for row in (*first["surat"], *second["surat"])], names)
		self.assertIsNone(second["lanjut"])

	def test_it_tells_how_far_the_index_is_behind(self):
		surat = make_surat_masuk(perihal="Pesta laron")
		self.assertTrue(self.ask("UJI-OPERATOR", "laron")["disusun"])
		rebuild()
		self.assertEqual(self.ask("UJI-OPERATOR", "laron")["tertinggal"], 0)
		queue_letter(surat.name)
		answer = self.ask("UJI-OPERATOR", "laron")
		self.assertEqual((answer["tertinggal"], answer["disusun"]), (1, False))

	def test_who_reads_no_letters_finds_none_and_is_offered_nothing(self):
		surat = make_surat_masuk(perihal="Pesta belalang")
		for _indexed in (False, True):
			self.assertEqual(self.find("UJI-SISTEM", "belalang"), [])
			self.assertEqual(self.find("Guest", surat.nomor_surat), [])
			rebuild()
		for stranger in ("UJI-SISTEM", "Guest"):
			with self.sebagai(stranger), self.assertRaises(frappe.PermissionError):
				list_choices()
		with self.sebagai("UJI-STAF-B"):
			self.assertIn("Nota Dinas", list_choices()["naskah"])


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
		self.assertEqual(count_letters(open_index(self.folder)), count_all_letters())
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


def rebuild_unlocked() -> None:
	"""Make the index anew at once, as the worker would after `take_in_changes` has let go of the lock."""
	from eoffice_app.pencarian.penulis import _rebuild

	_rebuild()
