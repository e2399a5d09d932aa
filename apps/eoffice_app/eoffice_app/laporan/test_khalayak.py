"""The roll-up knows who may see what it counted: every figure is that of a count letter by letter, whoever asks."""

from datetime import datetime, timedelta

import frappe
from frappe.utils import now_datetime

from eoffice_app.hak_akses.akses_surat import rename_subjek
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.laporan.akses import counts_all
from eoffice_app.laporan.beban import read_rolled_up
from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.peristiwa import SURAT_KELUAR, SURAT_MASUK
from eoffice_app.laporan.rekap import has_shared_change_since, list_differing_days
from eoffice_app.laporan.rincian import list_behind
from eoffice_app.laporan.sidik_hari import DISPOSISI, list_days_changed_since, list_days_following
from eoffice_app.laporan.test_rekap import HARI, LUSA, KasusRekap, count_disposisi
from eoffice_app.laporan.waktu import Pilihan, measure_groups, measure_steps
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import acting_as, make_surat_keluar, make_surat_menunggu, surel

# All, some, one and none of the letters.
PENANYA = ("UJI-KADIS", "UJI-SEKDIN", "UJI-KABID-A", "UJI-KASI-A2", "UJI-KABID-B", "UJI-STAF-B")
MASA = Periode(HARI, HARI)


class TestKhalayak(KasusRekap):
	"""A letter disposed to KABID-A, a Terbatas one to KABID-B, and a secret one that KABID-B gave to STAF-B."""

	@classmethod
	def prepare_class(cls) -> dict:
		biasa, terbatas = make_surat_menunggu(), make_surat_menunggu(sifat="Terbatas")
		rahasia = make_surat_menunggu(sifat="Rahasia", tujuan="UJI-KABID-B")
		for surat, penulis, penerima in (
			(biasa, "UJI-KADIS", "UJI-KABID-A"),
			(terbatas, "UJI-KADIS", "UJI-KABID-B"),
			(rahasia, "UJI-KABID-B", "UJI-STAF-B"),
		):
			with acting_as(penulis):
				write_disposisi(surat.name, [penerima], ["Tindak lanjuti"])
		return {"biasa": biasa, "terbatas": terbatas, "rahasia": rahasia, "konsep": make_surat_keluar()}

	def setUp(self):
		super().setUp()
		morning = datetime.combine(HARI, datetime.min.time()) + timedelta(hours=10)
		self.letters = [self.biasa.name, self.terbatas.name, self.rahasia.name]
		for surat in self.letters:
			self.put(surat, morning)
		frappe.db.set_value("Disposisi", {"surat_masuk": ["in", self.letters]}, "ditulis_pada", morning)
		frappe.db.set_value("Surat Keluar", self.konsep.name, "creation", morning)
		self.note(HARI)
		self.count(HARI)

	def seen(self, kode: str) -> list[str]:
		return sorted(name for name in self.letters if can_see(name, surel(kode)))

	def counted(self, kode: str, jenis: str = SURAT_MASUK) -> int:
		with self.sebagai(kode):
			return measure_groups(Pilihan(jenis, MASA))[-1]["jumlah"]

	def named(self, kode: str) -> tuple[list[str], int]:
		with self.sebagai(kode):
			rows, hidden = list_behind(Pilihan(SURAT_MASUK, MASA))
		return sorted(row["dokumen"] for row in rows), hidden

	def test_each_figure_is_that_of_a_count_letter_by_letter(self):
		for kode in PENANYA:
			seen, user = self.seen(kode), surel(kode)
			with self.sebagai(kode):
				every = counts_all()
				self.assertEqual(read_rolled_up(MASA), count_disposisi(HARI, None if every else user), kode)
				(first, *_others) = measure_steps(Pilihan(SURAT_MASUK, MASA))
			self.assertEqual(self.counted(kode), 3 if every else len(seen), kode)
			self.assertEqual(first["jumlah"], 3 if every else len(seen), kode)
			self.assertEqual(self.named(kode), (seen, 3 - len(seen) if every else 0), kode)
			drafts = int(every or can_see(self.konsep.name, user))
			self.assertEqual(self.counted(kode, SURAT_KELUAR), drafts, kode)
		self.assertEqual([len(self.seen(kode)) for kode in PENANYA], [2, 1, 1, 0, 2, 1])

	def test_what_one_may_no_longer_see_is_not_named_and_not_counted_for_long(self):
		frappe.db.delete("Akses Surat", {"surat": self.biasa.name, "subjek": "jabatan:UJI-KABID-A"})
		self.assertEqual(self.named("UJI-KABID-A"), ([], 0))
		self.assertIn(HARI, list_differing_days(SURAT_MASUK))
		self.assertIn(HARI, list_days_following(SURAT_MASUK, [HARI])[DISPOSISI])
		self.count(HARI)
		self.assertNotIn(HARI, list_differing_days(SURAT_MASUK))
		self.assertEqual(self.counted("UJI-KABID-A"), 0)

	def test_who_comes_to_see_a_letter_counts_all_that_hangs_on_it(self):
		since = now_datetime()
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(self.biasa.name, ["UJI-KASI-A2"], ["Tindak lanjuti"])
		# What was written to another, on another day, is now his to count too.
		for jenis in (SURAT_MASUK, DISPOSISI):
			self.assertIn(HARI, list_days_changed_since(jenis, since), jenis)
		self.count(HARI)
		self.assertEqual(self.counted("UJI-KASI-A2"), 1)
		with self.sebagai("UJI-KASI-A2"):
			self.assertEqual(read_rolled_up(MASA), count_disposisi(HARI, surel("UJI-KASI-A2")))
			self.assertEqual(read_rolled_up(MASA).total(), 1)

	def test_a_post_that_moves_has_all_days_looked_at(self):
		begun = now_datetime()
		self.assertFalse(has_shared_change_since(begun))
		jabatan = frappe.get_doc("Jabatan", "UJI-KABID-A")
		jabatan.parent_jabatan = "UJI-KABID-B"
		jabatan.save()
		self.assertTrue(has_shared_change_since(begun))
		self.assertFalse(has_shared_change_since(now_datetime() + timedelta(seconds=1)))
		self.assertIn(HARI, list_differing_days(SURAT_MASUK))

	def test_a_post_keeps_its_figures_under_another_name(self):
		members = {"subjek": "jabatan:UJI-KABID-A"}
		before = frappe.db.count("Khalayak Surat", members)
		begun = now_datetime()
		rename_subjek("jabatan:UJI-KABID-A", "jabatan:UJI-LAIN")
		self.assertTrue(has_shared_change_since(begun))
		self.assertGreater(before, 0)
		self.assertEqual(frappe.db.count("Khalayak Surat", {"subjek": "jabatan:UJI-LAIN"}), before)
		# A letter that has the old name again is seen by nobody of the new one.
		rename = {"surat": self.biasa.name, "subjek": "jabatan:UJI-LAIN"}
		frappe.db.set_value("Akses Surat", rename, "subjek", "jabatan:UJI-KABID-A")
		self.count(HARI)
		self.assertEqual(self.counted("UJI-KABID-A"), 1)
		self.put(self.biasa.name, datetime.combine(LUSA, datetime.min.time()))
		self.note(LUSA)
		self.count(HARI, LUSA)
		self.assertEqual(self.counted("UJI-KABID-A"), 0)
