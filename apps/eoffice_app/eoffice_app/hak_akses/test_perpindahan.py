import frappe

from eoffice_app.hak_akses.akses_surat import read_surat_terlihat, rename_subjek
from eoffice_app.hak_akses.aturan import list_subjek
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu, surel


class TestPerpindahan(KasusUji):
	"""Access follows the office within the transaction, and always to what the rule itself would say."""

	def setUp(self):
		super().setUp()
		# The cache knows nothing of the rollback that ended the test before.
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		self.addCleanup(frappe.clear_document_cache, "Pengaturan E-Office", "Pengaturan E-Office")

	def assert_as_the_rule_says(self, *letters):
		for surat in letters:
			surat.reload()
			rows = frappe.get_all("Akses Surat", filters={"surat": surat.name}, pluck="subjek")
			self.assertEqual(sorted(rows), sorted(list_subjek(read_surat_terlihat(surat))), surat.sifat)

	def move(self, kode: str, atasan: str):
		jabatan = frappe.get_doc("Jabatan", kode)
		jabatan.parent_jabatan = atasan
		jabatan.save()

	def test_a_moved_post_changes_its_superiors(self):
		letters = [make_surat_menunggu(tujuan="UJI-KASI-A1", sifat=sifat) for sifat in ("Biasa", "Terbatas")]
		self.assertTrue(can_see(letters[0].name, surel("UJI-KABID-A")))
		self.move("UJI-KASI-A1", "UJI-KABID-B")
		self.assertTrue(can_see(letters[0].name, surel("UJI-KABID-B")))
		self.assertFalse(can_see(letters[0].name, surel("UJI-KABID-A")))
		self.assertFalse(can_see(letters[1].name, surel("UJI-KABID-B")))
		self.assert_as_the_rule_says(*letters)

	def test_a_superior_with_another_branch_in_the_chain_keeps_the_letter(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KASI-A1", "UJI-KASI-A2"], ["Tindak lanjuti"])
		self.move("UJI-KASI-A1", "UJI-KABID-B")
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-A")))
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))
		self.assert_as_the_rule_says(surat)

	def test_a_whole_branch_moves_with_its_letters(self):
		surat = make_surat_menunggu(tujuan="UJI-KASI-A1")
		self.move("UJI-KABID-A", "UJI-SEKDIN")
		self.assertTrue(can_see(surat.name, surel("UJI-SEKDIN")))
		self.assert_as_the_rule_says(surat)
		self.move("UJI-KABID-A", "UJI-KADIS")
		self.assert_as_the_rule_says(surat)

	def test_the_secretarys_paraf_opens_and_closes_the_heads_letters(self):
		letters = [
			make_surat_masuk(sifat=sifat) for sifat in ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia")
		]
		foreign = make_surat_masuk(tujuan="UJI-KABID-A", sifat="Terbatas")
		for paraf, seen in ((1, [True, True, False, False, False]), (0, [False] * 5)):
			self.set_paraf(paraf, "UJI-SEKDIN")
			found = [can_see(surat.name, surel("UJI-SEKDIN")) for surat in [*letters, foreign]]
			# Without paraf a Biasa letter is still open to the secretary's unit, which registered it.
			self.assertEqual(found[1:], seen[1:])
			self.assert_as_the_rule_says(*letters, foreign)

	def test_another_secretary_takes_over_the_sight(self):
		surat = make_surat_masuk(sifat="Terbatas")
		self.set_paraf(1, "UJI-SEKDIN")
		self.set_paraf(1, "UJI-KABID-B")
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))
		self.assertFalse(can_see(surat.name, surel("UJI-SEKDIN")))
		self.assert_as_the_rule_says(surat)

	def test_a_secretary_in_the_chain_keeps_the_letter_without_the_setting(self):
		surat = make_surat_menunggu(sifat="Terbatas")
		self.set_paraf(1, "UJI-KABID-B")
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-B"], ["Tindak lanjuti"])
		self.set_paraf(0, "UJI-KABID-B")
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))
		self.assert_as_the_rule_says(surat)

	def test_sifat_decides_at_once(self):
		surat = make_surat_masuk(tujuan="UJI-KABID-A")
		self.assertTrue(can_see(surat.name, surel("UJI-KADIS")))
		with self.sebagai("UJI-OPERATOR"):
			surat.sifat = "Terbatas"
			surat.save()
		self.assertFalse(can_see(surat.name, surel("UJI-KADIS")))
		self.assert_as_the_rule_says(surat)

	def test_a_renamed_subject_takes_its_letters_along(self):
		surat = make_surat_masuk(tujuan="UJI-KABID-A")
		rename_subjek("jabatan:UJI-KABID-A", "jabatan:UJI-BARU")
		rows = frappe.get_all("Akses Surat", filters={"surat": surat.name}, pluck="subjek")
		self.assertIn("jabatan:UJI-BARU", rows)
		self.assertNotIn("jabatan:UJI-KABID-A", rows)
		rename_subjek("jabatan:UJI-BARU", "jabatan:UJI-KADIS")
		merged = frappe.get_all("Akses Surat", filters={"surat": surat.name}, pluck="subjek")
		self.assertEqual(sorted(merged), sorted(set(rows) - {"jabatan:UJI-BARU"}))

	def test_a_renamed_account_keeps_what_it_registered(self):
		surat = make_surat_masuk(sifat="Terbatas")
		frappe.rename_doc("User", surel("UJI-OPERATOR"), "operator.baru@uji.example", force=True)
		self.assertTrue(can_see(surat.name, "operator.baru@uji.example"))

	def set_paraf(self, paraf: int, sekretaris: str):
		pengaturan = frappe.get_doc("Pengaturan E-Office")
		pengaturan.update(
			{
				"paraf_sekretaris": paraf,
				"jabatan_pimpinan": "UJI-KADIS",
				"jabatan_sekretaris": sekretaris,
			}
		)
		pengaturan.flags.ignore_mandatory = True
		pengaturan.save()
