from types import SimpleNamespace
from unittest import TestCase

import frappe

from eoffice_app.persuratan.konsep.rantai_paraf import (
	ATAS_NAMA,
	ATASAN_LANGSUNG,
	BERJENJANG,
	DIKEMBALIKAN,
	DIPARAF,
	GUGUR,
	HIERARKI,
	KOORDINASI,
	MENUNGGU,
	SENDIRI,
	TANPA_PARAF,
	UNTUK_BELIAU,
	KuasaTandaTanganError,
	LangkahParaf,
	PenandaTanganBukanAtasanError,
	compose_blok,
	compose_rantai,
	list_giliran,
	list_hierarki,
	list_kuasa,
	list_missing,
	list_outdated,
	list_surplus,
)

# STAF < KASI < KABID < SEKRETARIS < KADIS
DI_ATAS_STAF = ("KASI", "KABID", "SEKRETARIS", "KADIS")
HIERARKI_PER_KASUS = (
	# drafter, posts above, signer, rule, who gives paraf
	("STAF", DI_ATAS_STAF, "KADIS", BERJENJANG, ["KASI", "KABID", "SEKRETARIS"]),
	("STAF", DI_ATAS_STAF, "KABID", BERJENJANG, ["KASI"]),
	("STAF", DI_ATAS_STAF, "KASI", BERJENJANG, []),
	("STAF", DI_ATAS_STAF, "KADIS", ATASAN_LANGSUNG, ["KASI"]),
	("STAF", DI_ATAS_STAF, "KASI", ATASAN_LANGSUNG, []),
	("STAF", DI_ATAS_STAF, "KADIS", TANPA_PARAF, []),
	("STAF", DI_ATAS_STAF, "STAF", BERJENJANG, []),
	("KADIS", (), "KADIS", BERJENJANG, []),
	("J0", tuple(f"J{level}" for level in range(1, 41)), "J40", BERJENJANG, [f"J{n}" for n in range(1, 40)]),
)
BLOK_PER_KASUS = (
	(["Kepala Dinas"], SENDIRI, ["Kepala Dinas,"]),
	(["Plh. Kepala Dinas"], SENDIRI, ["Plh. Kepala Dinas,"]),
	(["Kepala Dinas", "Sekretaris"], ATAS_NAMA, ["a.n. Kepala Dinas", "Sekretaris,"]),
	(
		["Kepala Dinas", "Sekretaris", "Plt. Kepala Subbagian Umum"],
		UNTUK_BELIAU,
		["a.n. Kepala Dinas", "Sekretaris", "u.b.", "Plt. Kepala Subbagian Umum,"],
	),
)


def row(jabatan: str, jenis: str, urutan: int, keadaan: str, versi: int = 1) -> SimpleNamespace:
	return SimpleNamespace(jabatan=jabatan, jenis=jenis, urutan=urutan, keadaan=keadaan, versi=versi)


def names(rows) -> list[str]:
	return [each.jabatan for each in rows]


class TestRantaiParaf(TestCase):
	def setUp(self):
		# Messages are compared in the language of the source, whatever the site's.
		frappe.local.lang = "id"

	def test_the_line_from_the_drafter_up_to_below_the_signer(self):
		for penyusun, atasan, penanda_tangan, aturan, expected in HIERARKI_PER_KASUS:
			with self.subTest(penyusun=penyusun, penanda_tangan=penanda_tangan, aturan=aturan):
				self.assertEqual(list_hierarki(penyusun, atasan, penanda_tangan, aturan), expected)

	def test_a_signer_beside_or_below_the_drafter_is_refused(self):
		for penyusun, atasan in (("KASI", ("KABID", "KADIS")), ("KADIS", ())):
			with (
				self.subTest(penyusun=penyusun),
				self.assertRaisesRegex(PenandaTanganBukanAtasanError, "atasannya"),
			):
				list_hierarki(penyusun, atasan, "KABID-LAIN")

	def test_other_units_are_asked_beside_the_line_and_nobody_twice(self):
		rantai = compose_rantai(
			["KASI", "KABID"], ["KABID-B", "KABID", "KABID-C", "KABID-B", "KADIS", "STAF"], ("STAF", "KADIS")
		)
		self.assertEqual(
			rantai,
			[
				LangkahParaf("KASI", HIERARKI, 1),
				LangkahParaf("KABID", HIERARKI, 2),
				LangkahParaf("KABID-B", KOORDINASI, 1),
				LangkahParaf("KABID-C", KOORDINASI, 1),
			],
		)

	def test_the_line_waits_for_its_lowest_and_other_units_wait_for_nobody(self):
		rows = [
			row("KABID", HIERARKI, 2, MENUNGGU),
			row("KASI", HIERARKI, 1, MENUNGGU),
			row("KABID-B", KOORDINASI, 1, MENUNGGU),
			row("KABID-C", KOORDINASI, 1, DIPARAF),
		]
		self.assertEqual(names(list_giliran(rows)), ["KASI", "KABID-B"])
		rows[1].keadaan = rows[2].keadaan = DIPARAF
		self.assertEqual(names(list_giliran(rows)), ["KABID"])
		rows[0].keadaan = DIPARAF
		self.assertEqual(list_giliran(rows), [])

	def test_a_void_paraf_is_asked_for_anew_and_one_no_longer_needed_is_named(self):
		rows = [
			row("KASI", HIERARKI, 1, GUGUR),
			row("KABID", HIERARKI, 2, DIPARAF),
			row("SEKRETARIS", HIERARKI, 3, MENUNGGU),
			row("KABID-B", KOORDINASI, 1, DIKEMBALIKAN),
		]
		wanted = compose_rantai(["KASI", "KABID"], ["KABID-B"], ())
		self.assertEqual(names(list_missing(rows, wanted)), ["KASI", "KABID-B"])
		self.assertEqual(names(list_surplus(rows, wanted)), ["SEKRETARIS"])

	def test_only_parafs_given_on_an_earlier_text_are_outdated(self):
		rows = [
			row("KASI", HIERARKI, 1, DIPARAF, versi=1),
			row("KABID", HIERARKI, 2, DIPARAF, versi=2),
			row("SEKRETARIS", HIERARKI, 3, MENUNGGU, versi=0),
		]
		self.assertEqual(names(list_outdated(rows, 2)), ["KASI"])

	def test_the_posts_and_lines_of_the_signature_block(self):
		atasan = ("SEKRETARIS", "KADIS")
		self.assertEqual(list_kuasa("KASUBAG", atasan, SENDIRI), ["KASUBAG"])
		self.assertEqual(list_kuasa("KASUBAG", atasan, ATAS_NAMA), ["SEKRETARIS", "KASUBAG"])
		self.assertEqual(list_kuasa("KASUBAG", atasan, UNTUK_BELIAU), ["KADIS", "SEKRETARIS", "KASUBAG"])
		for nama, cara, expected in BLOK_PER_KASUS:
			with self.subTest(cara=cara, nama=nama):
				self.assertEqual(compose_blok(nama, cara), expected)

	def test_nobody_signs_on_behalf_of_a_post_that_is_not_there(self):
		for atasan, cara in (((), ATAS_NAMA), (("KADIS",), UNTUK_BELIAU)):
			with self.subTest(cara=cara), self.assertRaisesRegex(KuasaTandaTanganError, cara):
				list_kuasa("SEKRETARIS", atasan, cara)
