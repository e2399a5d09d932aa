"""The monitor: on whose desk each letter is counted, what is late, and that nobody counts what he may not see."""

from io import BytesIO

import frappe
from frappe.utils import add_days, add_to_date, now_datetime, nowdate
from openpyxl import load_workbook

from eoffice_app.pemantauan.lembar_kerja import download
from eoffice_app.pemantauan.pemantauan import get_papan, get_pemantauan, list_choices, list_surat
from eoffice_app.pemantauan.saringan import SaringanPemantauanError
from eoffice_app.pemantauan.undangan import list_undangan
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	make_surat_keluar,
	make_surat_masuk,
	make_surat_menunggu,
	verify,
)

KADIS, KABID, KASI = "jabatan:UJI-KADIS", "jabatan:UJI-KABID-A", "jabatan:UJI-KASI-A1"


class KasusPemantauan(KasusUji):
	"""Each test asks for the letters of one word that no other letter has."""

	def setUp(self):
		super().setUp()
		self.kata = frappe.generate_hash(length=12)
		self.perihal = f"Rapat {self.kata}"

	def ask(self, kode: str = "UJI-KADIS", **saringan) -> dict:
		with self.sebagai(kode):
			return get_pemantauan({"teks": self.kata, **saringan})

	def find(self, kode: str = "UJI-KADIS", **saringan) -> list[dict]:
		with self.sebagai(kode):
			return list_surat({"teks": self.kata, **saringan})["surat"]

	def read_desks(self, kode: str = "UJI-KADIS", **saringan) -> list[str]:
		return [desk["pejabat"] for unit in self.ask(kode, **saringan)["unit"] for desk in unit["pejabat"]]

	def dispose(self, surat, dari: str, *kepada: str, **values) -> list[str]:
		with self.sebagai(dari):
			return write_disposisi(surat.name, list(kepada), ["Tindak lanjuti"], **values)


class TestMeja(KasusPemantauan):
	def test_before_the_head_a_letter_is_with_the_roles_that_bring_it_on(self):
		surat = make_surat_masuk(perihal=self.perihal)
		self.assertEqual(self.read_desks(), ["peran:Verifikator/UJI-SEKR"])
		with self.sebagai("UJI-VERIFIKATOR"):
			verify(surat)
		self.assertEqual(self.read_desks(), ["peran:Operator Surat/UJI-SEKR"])

	def test_a_verified_letter_for_the_head_waits_for_the_paraf_where_the_office_wants_it(self):
		pengaturan = frappe.get_doc("Pengaturan E-Office")
		pengaturan.update(
			{"paraf_sekretaris": 1, "jabatan_pimpinan": "UJI-KADIS", "jabatan_sekretaris": "UJI-SEKDIN"}
		)
		pengaturan.flags.ignore_mandatory = True
		pengaturan.save()
		self.addCleanup(frappe.clear_document_cache, pengaturan.doctype, pengaturan.doctype)
		surat = make_surat_masuk(perihal=self.perihal)
		with self.sebagai("UJI-VERIFIKATOR"):
			verify(surat)
		self.assertEqual(self.read_desks(), ["jabatan:UJI-SEKDIN"])
		self.assertIn("Menunggu paraf", self.find()[0]["di_mana"])

	def test_it_goes_down_the_branches_and_its_report_up_again(self):
		surat = make_surat_menunggu(perihal=self.perihal)
		self.assertEqual(self.read_desks(), [KADIS])
		self.dispose(surat, "UJI-KADIS", "UJI-KABID-A", "UJI-KABID-B")
		self.assertEqual(self.read_desks(), [KABID, "jabatan:UJI-KABID-B"])
		(kasi,) = self.dispose(surat, "UJI-KABID-A", "UJI-KASI-A1")
		self.assertEqual(self.read_desks(), [KASI, "jabatan:UJI-KABID-B"])
		with self.sebagai("UJI-KASI-A1"):
			mark_read(surat.name)
			report_back(kasi, "Sudah dikerjakan")
		self.assertEqual(self.read_desks(), [KABID, "jabatan:UJI-KABID-B"])
		answer = self.ask()
		self.assertEqual((answer["jumlah"], [unit["jumlah"] for unit in answer["unit"]]), (1, [1, 1]))

	def test_a_finished_letter_is_gone(self):
		surat = make_surat_menunggu(perihal=self.perihal)
		(kabid,) = self.dispose(surat, "UJI-KADIS", "UJI-KABID-A")
		with self.sebagai("UJI-KABID-A"):
			report_back(kabid, "Sudah")
		with self.sebagai("UJI-KADIS"):
			accept_report(kabid)
		self.assertEqual(self.ask(), {**self.ask(), "jumlah": 0, "keadaan": [], "unit": []})
		self.assertEqual(self.find(), [])

	def test_a_draft_is_with_its_checkers_all_at_once(self):
		surat = make_surat_keluar(perihal=self.perihal, koordinasi=[{"jabatan": "UJI-KABID-B"}])
		self.assertEqual(self.read_desks("UJI-STAF-A1"), ["jabatan:UJI-STAF-A1"])
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		self.assertEqual(self.read_desks("UJI-STAF-A1"), [KASI, "jabatan:UJI-KABID-B"])
		self.assertEqual(self.ask("UJI-STAF-A1")["jumlah"], 1)

	def test_a_post_without_holder_says_so(self):
		make_surat_menunggu(perihal=self.perihal, tujuan="UJI-KOSONG")
		(unit,) = self.ask()["unit"]
		self.assertEqual([desk["pemangku"] for desk in unit["pejabat"]], [None])
		self.assertEqual((unit["unit"], unit["nama"]), ("UJI-BID-B", "UJI-BID-B"))


class TestTenggat(KasusPemantauan):
	def set_tenggat(self, surat, tenggat):
		frappe.db.set_value("Surat Masuk", surat.name, "tenggat", tenggat)

	def test_late_and_due_today_are_counted_apart(self):
		for tenggat in (
			add_to_date(now_datetime(), minutes=-5),
			f"{nowdate()} 23:59:59",
			add_days(now_datetime(), 3),
			None,
		):
			self.set_tenggat(make_surat_menunggu(perihal=self.perihal), tenggat)
		answer = self.ask()
		self.assertEqual([answer[key] for key in ("jumlah", "terlambat", "hari_ini")], [4, 1, 1])
		for waktu, jumlah in (("terlambat", 1), ("hari-ini", 1), ("belum", 2)):
			self.assertEqual(self.ask(waktu=waktu)["jumlah"], jumlah, waktu)
		first, second, *_rest = self.find()
		self.assertEqual((first["hari_terlambat"], second["hari_ini"]), (1, True))

	def test_a_disposisi_has_its_own_deadline_until_the_end_of_its_day(self):
		surat = make_surat_menunggu(perihal=self.perihal)
		self.set_tenggat(surat, add_days(now_datetime(), -3))
		(name,) = self.dispose(surat, "UJI-KADIS", "UJI-KABID-A", batas_waktu=nowdate())
		answer = self.ask()
		self.assertEqual([answer[key] for key in ("terlambat", "hari_ini")], [0, 1])
		frappe.db.set_value("Disposisi", name, "batas_waktu", add_days(nowdate(), -2))
		self.assertEqual(self.find()[0]["hari_terlambat"], 2)

	def test_who_reported_in_time_is_not_late_because_nobody_accepts(self):
		surat = make_surat_menunggu(perihal=self.perihal)
		(name,) = self.dispose(surat, "UJI-KADIS", "UJI-KABID-A", batas_waktu=nowdate())
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah")
		frappe.db.set_value("Disposisi", name, "batas_waktu", add_days(nowdate(), -2))
		self.assertEqual((self.ask()["terlambat"], self.read_desks()), (0, [KADIS]))


class TestTerlihat(KasusPemantauan):
	def test_figures_hold_only_what_each_may_see(self):
		make_surat_menunggu(perihal=self.perihal)
		make_surat_menunggu(perihal=self.perihal, sifat="Rahasia")
		for kode, jumlah in (
			("UJI-KADIS", 2),
			("UJI-SANDI", 2),
			("UJI-OPERATOR", 1),
			("UJI-VERIFIKATOR", 1),
			("UJI-STAF-B", 0),
		):
			answer = self.ask(kode)
			self.assertEqual(answer["jumlah"], jumlah, kode)
			self.assertEqual(sum(unit["jumlah"] for unit in answer["unit"]), jumlah, kode)
			self.assertEqual(sum(state["jumlah"] for state in answer["keadaan"]), jumlah, kode)
			self.assertEqual(len(self.find(kode)), jumlah, kode)
			with self.sebagai(kode):
				board = get_papan({"teks": self.kata})
			self.assertEqual(sum(map(len, board.values())), jumlah, kode)

	def test_who_reads_no_letters_is_refused_everything(self):
		for kode in ("Guest", "UJI-PENGELOLA", "UJI-SISTEM"):
			for ask in (get_pemantauan, list_surat, get_papan, list_choices, download):
				with self.sebagai(kode), self.assertRaises(frappe.PermissionError, msg=(kode, ask.__name__)):
					ask()
			with self.sebagai(kode), self.assertRaises(frappe.PermissionError, msg=kode):
				list_undangan("2026-11")


class TestSaringan(KasusPemantauan):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"rapat": make_surat_menunggu(perihal="Rapat 100%_\\ 'uji' \"dua\" <b>&")}

	def setUp(self):
		super().setUp()
		self.kata = "100%_\\"

	def test_signs_of_the_language_of_databases_are_letters(self):
		for teks, jumlah in ((self.kata, 1), ("'uji' \"dua\"", 1), ("<b>&", 1), ("100%x", 0), ("10_%", 0)):
			self.assertEqual(len(self.find(teks=f"{teks} 100%_\\" if jumlah else teks)), jumlah, teks)

	def test_words_come_in_any_order_and_from_anywhere(self):
		self.assertEqual(len(self.find(teks=f"{self.kata} Instansi rapat {self.rapat.nomor_surat}")), 1)

	def test_a_unit_holds_the_units_below_it(self):
		frappe.db.set_value("Unit Kerja", "UJI-DINAS", {"lft": 9001, "rgt": 9004})
		frappe.db.set_value("Unit Kerja", "UJI-BID-A", {"lft": 9002, "rgt": 9003})
		self.assertEqual((len(self.find(unit="UJI-DINAS")), len(self.find(unit="UJI-BID-A"))), (1, 0))
		self.dispose(self.rapat, "UJI-KADIS", "UJI-KABID-A")
		self.assertEqual((len(self.find(unit="UJI-DINAS")), len(self.find(unit="UJI-BID-A"))), (1, 1))

	def test_each_filter_leaves_out_the_others(self):
		for field, fitting, other in (
			("pejabat", KADIS, KABID),
			("keadaan", "Menunggu Disposisi", "Diterima"),
			("derajat", "Biasa", "Segera"),
			("jenis", "Surat Masuk", "Surat Keluar"),
			("unit", "UJI-DINAS", "TIDAK-ADA"),
		):
			found = [self.ask(**{field: value})["jumlah"] for value in (fitting, other)]
			self.assertEqual(found, [1, 0], field)

	def test_what_is_unknown_is_refused(self):
		for saringan in (
			{"owner": "x"},
			{"waktu": "besok"},
			{"jenis": "User"},
			{"pejabat": "x"},
			{"teks": ["x"]},
			{"teks": "x" * 201},
			"[1]",
			"{",
		):
			with self.sebagai("UJI-KADIS"), self.assertRaises(SaringanPemantauanError, msg=saringan):
				get_pemantauan(saringan)

	def test_a_page_of_letters_is_told_by_as_many_questions_as_one_letter(self):
		with self.sebagai("UJI-KADIS"):
			one = count_questions(lambda: list_surat({"teks": self.kata}))
		for number in range(4):
			surat = make_surat_menunggu(perihal=f"{self.kata} {number}")
			self.dispose(surat, "UJI-KADIS", "UJI-KABID-A")
		with self.sebagai("UJI-KADIS"):
			five = count_questions(lambda: list_surat({"teks": self.kata}))
		self.assertEqual(len(self.find()), 5)
		# The names of those who were disposed to are one question more.
		self.assertLessEqual(five, one + 2)


class TestLembarKerja(KasusPemantauan):
	def test_the_sheet_holds_what_is_seen_as_text(self):
		formula = f'=HYPERLINK("http://x";"{self.kata}") <b>&</b>'
		make_surat_menunggu(perihal=formula)
		make_surat_menunggu(perihal=self.perihal, sifat="Rahasia")
		rows = self.read_sheet("UJI-OPERATOR")
		self.assertEqual([row["Perihal"].value for row in rows], [formula])
		self.assertEqual(rows[0]["Perihal"].data_type, "s")
		self.assertIn("Menunggu disposisi", rows[0]["Di Mana"].value)
		self.assertEqual(len(self.read_sheet("UJI-KADIS")), 2)

	def read_sheet(self, kode: str) -> list[dict]:
		with self.sebagai(kode):
			download({"teks": self.kata})
		heading, *rows = load_workbook(BytesIO(frappe.response.filecontent)).active.iter_rows()
		return [dict(zip([cell.value for cell in heading], row, strict=True)) for row in rows]


class TestUndangan(KasusPemantauan):
	def test_invitations_of_a_month_by_post_and_only_of_letters_one_sees(self):
		mulai = add_to_date(now_datetime(), days=20)
		values = {"undangan": 1, "acara_mulai": mulai, "perihal": self.perihal}
		make_surat_menunggu(**values)
		make_surat_menunggu(**values, sifat="Rahasia")
		for kode, saringan, jumlah in (
			("UJI-KADIS", {}, 2),
			("UJI-OPERATOR", {}, 1),
			("UJI-STAF-B", {}, 0),
			("UJI-KADIS", {"pejabat": KADIS}, 2),
			("UJI-KADIS", {"pejabat": KABID}, 0),
			("UJI-KADIS", {"pejabat": "peran:Verifikator/UJI-SEKR"}, 0),
			("UJI-KADIS", {"unit": "TIDAK-ADA"}, 0),
		):
			with acting_as(kode):
				found = list_undangan(f"{mulai:%Y-%m}", teks=self.kata, **saringan)
			self.assertEqual(len(found), jumlah, (kode, saringan))

	def test_a_month_that_is_none_is_refused(self):
		for bulan in ("", "2026-13", "2026-11-01", "0000-01"):
			with self.sebagai("UJI-KADIS"), self.assertRaises(SaringanPemantauanError, msg=bulan):
				list_undangan(bulan)


def count_questions(ask) -> int:
	"""Return how many statements a function sends to the database."""
	asked = []
	execute = frappe.db.sql

	def listen(*args, **values):
		asked.append(args)
		return execute(*args, **values)

	frappe.db.sql = listen
	try:
		ask()
	finally:
		frappe.db.sql = execute
	return len(asked)
