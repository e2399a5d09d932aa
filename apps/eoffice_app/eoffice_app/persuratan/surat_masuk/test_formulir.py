import frappe

from eoffice_app.kisah.kisah import get_kisah_masuk
from eoffice_app.persuratan.disposisi.langkah import get_pilihan_disposisi
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.konsep.balasan import get_balasan
from eoffice_app.persuratan.surat_masuk.formulir import BAGIAN, get_formulir
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.pindai.pembacaan import get_pembacaan
from eoffice_app.tests.dasar import KasusUji, make_disposed

PINTU = {
	"pohon": get_pohon,
	"pilihan": get_pilihan_disposisi,
	"tindakan": get_tindakan,
	"balasan": get_balasan,
	"pembacaan": get_pembacaan,
	"kisah": get_kisah_masuk,
}


class TestFormulir(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed()

	def test_each_part_is_what_its_own_door_answers(self):
		for kode in ("UJI-KADIS", "UJI-KABID-A", "UJI-OPERATOR"):
			with self.sebagai(kode):
				formulir = get_formulir(self.surat.name)
				for part, answer in PINTU.items():
					self.assertEqual(formulir[part], answer(self.surat.name), (kode, part))
			self.assertEqual(set(formulir), set(BAGIAN))
		self.assertEqual(formulir["pohon"]["jumlah"], 1)
		self.assertTrue(formulir["kisah"])

	def test_strangers_are_told_that_there_is_no_such_letter(self):
		for kode in ("UJI-STAF-B", "UJI-PENGELOLA", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_formulir(self.surat.name)
