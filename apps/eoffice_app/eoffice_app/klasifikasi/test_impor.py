import frappe

from eoffice_app.klasifikasi.cari import search_klasifikasi
from eoffice_app.klasifikasi.impor import DaftarBerkesalahanError, check_list, import_list
from eoffice_app.klasifikasi.test_baca import encode
from eoffice_app.tests.dasar import KasusUji, make

# A list of the shape of the national one: below a head group of nobody's, as long as it is.
JUMLAH = 3_000
KEPALA = "990"


def make_list() -> str:
	lines = ["kode;nama", f"{KEPALA};KELOMPOK UJI"]
	for number in range(JUMLAH // 100):
		lines.append(f"{KEPALA}.{number}   ;Urusan Gamelan {number}")
		lines += [f"{KEPALA}.{number}.{below};Pengiriman Kulintang {number}-{below}" for below in range(99)]
	return encode("\n".join(lines))


class TestImpor(KasusUji):
	def test_the_whole_list_comes_at_once_and_stands_in_the_tree(self):
		with self.sebagai("UJI-PENGELOLA"):
			self.assertEqual(check_list(make_list())["baru"], JUMLAH + 1)
			self.assertFalse(frappe.db.exists("Klasifikasi Arsip", KEPALA))
			import_list(make_list())
		self.assertEqual(frappe.db.count("Klasifikasi Arsip", {"kode": ["like", f"{KEPALA}%"]}), JUMLAH + 1)
		top = frappe.get_doc("Klasifikasi Arsip", KEPALA)
		self.assertEqual((top.rgt - top.lft + 1) // 2, JUMLAH + 1)
		leaf = frappe.get_doc("Klasifikasi Arsip", f"{KEPALA}.9.9")
		self.assertEqual(leaf.parent_klasifikasi_arsip, f"{KEPALA}.9")
		self.assertTrue(top.lft < leaf.lft < leaf.rgt < top.rgt)
		# The tree is one that Frappe goes on with.
		make(
			"Klasifikasi Arsip",
			{"kode": f"{KEPALA}.9.9.1"},
			uraian="Baru",
			parent_klasifikasi_arsip=leaf.name,
		)
		self.assertEqual(frappe.db.get_value("Klasifikasi Arsip", KEPALA, "rgt"), top.rgt + 2)

	def test_again_it_changes_nothing_and_the_offices_own_names_stay_unless_told_otherwise(self):
		isi = encode("991;Kelompok\n991.1;Nama Nasional\n")
		with self.sebagai("UJI-PENGELOLA"):
			import_list(isi)
			doc = frappe.get_doc("Klasifikasi Arsip", "991.1")
			doc.uraian = "Nama Kantor"
			doc.save()
			self.assertEqual(import_list(isi)["baru"], 0)
			self.assertEqual(frappe.db.get_value("Klasifikasi Arsip", "991.1", "uraian"), "Nama Kantor")
			import_list(isi, timpa=1)
		self.assertEqual(frappe.db.get_value("Klasifikasi Arsip", "991.1", "uraian"), "Nama Nasional")

	def test_with_one_bad_line_nothing_comes(self):
		isi = encode("992;Kelompok\n992.1.1;Tanpa induk\n")
		with self.sebagai("UJI-PENGELOLA"):
			self.assertEqual(check_list(isi)["daftar_salah"][0]["baris"], 2)
			with self.assertRaises(DaftarBerkesalahanError):
				import_list(isi)
		self.assertFalse(frappe.db.exists("Klasifikasi Arsip", "992"))

	def test_only_who_manages_the_office_imports(self):
		for user in ("UJI-OPERATOR", "UJI-KADIS", "Guest"):
			for function in (check_list, import_list):
				with self.sebagai(user), self.assertRaises(frappe.PermissionError):
					function(encode("993;Kelompok\n"))


class TestCari(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make("Klasifikasi Arsip", {"kode": "994"}, uraian="Perihal Angklung")
		make(
			"Klasifikasi Arsip",
			{"kode": "994.8"},
			uraian="Rapat 100% Angklung",
			parent_klasifikasi_arsip="994",
		)
		make(
			"Klasifikasi Arsip",
			{"kode": "994.8.3"},
			uraian="Pengiriman Undangan Angklung",
			parent_klasifikasi_arsip="994.8",
		)
		make(
			"Klasifikasi Arsip",
			{"kode": "994.9"},
			uraian="Angklung lama",
			parent_klasifikasi_arsip="994",
			aktif=0,
		)

	def find(self, txt: str, **options) -> list[str]:
		given = {"start": 0, "page_len": 20, "filters": {"aktif": 1}, **options}
		return [row[0] for row in search_klasifikasi("Klasifikasi Arsip", txt, "name", **given)]

	def test_by_code_and_by_words_in_any_order_and_form(self):
		self.assertEqual(self.find("994"), ["994", "994.8", "994.8.3"])
		self.assertEqual(self.find("994.8.3"), ["994.8.3"])
		for txt in ("undangan kirim angklung", "ANGKLUNG dikirim", "mengundang angklung"):
			self.assertEqual(self.find(txt), ["994.8.3"], txt)
		self.assertEqual(self.find("kulintang angklung"), ["994", "994.8", "994.8.3"])
		self.assertEqual(self.find("angklung", filters={"aktif": 0}), ["994.9"])
		self.assertEqual(self.find("angklung", start=1, page_len=1), ["994.8"])

	def test_signs_of_patterns_stand_for_nothing_else(self):
		for txt in ("%", "_", "99_", "9%4", "' or 'qq'='qq", "\\"):
			self.assertEqual([kode for kode in self.find(txt) if kode.startswith("994")], [], txt)

	def test_a_stranger_is_refused(self):
		with self.sebagai("Guest"), self.assertRaises(frappe.PermissionError):
			self.find("994")
