"""Which way is proposed, in plain values."""

from unittest import TestCase

from eoffice_app.saluran.alamat import AlamatPenerima
from eoffice_app.saluran.aturan import Saluran, choose_saluran

SALURAN = [
	Saluran("Internal", "Internal", True),
	Saluran("Kurir Kantor", "Caraka", True),
	Saluran("Surel", "Surel", False),
	Saluran("Sanapati", "Sanapati", True),
	Saluran("Faks", "Faks", False),
]
DINAS = AlamatPenerima("Instansi", "Jalan Uji 1", surel="dinas@uji.example")
TANPA_SUREL = AlamatPenerima("Instansi", "Jalan Uji 1")
BIDANG = AlamatPenerima("Jabatan")


class TestAturan(TestCase):
	def test_the_first_way_that_leads_there(self):
		cases = (
			(DINAS, ("Surel", "Kurir Kantor"), "Biasa", "Surel"),
			(TANPA_SUREL, ("Surel", "Kurir Kantor"), "Biasa", "Kurir Kantor"),
			(TANPA_SUREL, ("Surel", "Faks"), "Biasa", None),
			(DINAS, (), "Biasa", None),
			(DINAS, ("Sudah Dihapus", "Surel"), "Biasa", "Surel"),
			(BIDANG, ("Internal",), "Biasa", "Internal"),
			(DINAS, ("Internal", "Surel"), "Biasa", "Surel"),
		)
		for alamat, wanted, sifat, found in cases:
			self.assertEqual(choose_saluran(wanted, SALURAN, alamat, sifat), found, (alamat, wanted))

	def test_a_secret_letter_goes_by_none_that_may_not_carry_it(self):
		for sifat in ("Rahasia", "Sangat Rahasia"):
			self.assertEqual(choose_saluran(("Surel",), SALURAN, DINAS, sifat), "Kurir Kantor")
			self.assertEqual(choose_saluran(("Sanapati",), SALURAN, DINAS, sifat), "Kurir Kantor")
			self.assertEqual(choose_saluran(("Internal",), SALURAN, BIDANG, sifat), "Internal")
			open_ways = [way for way in SALURAN if not way.untuk_rahasia]
			self.assertIsNone(choose_saluran(("Surel",), open_ways, DINAS, sifat))
