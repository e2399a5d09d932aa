import pickle
from unittest import TestCase

from eoffice_app.tests.naskah_tte import PASSPHRASE, make_permintaan
from eoffice_app.tte.permintaan import Passphrase


class TestPermintaan(TestCase):
	def test_a_passphrase_is_not_shown(self):
		passphrase = Passphrase(PASSPHRASE)
		shown = f"{passphrase!r} {passphrase} {make_permintaan()!r}"
		self.assertNotIn(PASSPHRASE, shown)

	def test_a_passphrase_cannot_be_put_in_a_job(self):
		for each in (Passphrase(PASSPHRASE), make_permintaan()):
			with self.assertRaisesRegex(TypeError, "never stored"):
				pickle.dumps(each)

	def test_a_passphrase_has_no_attributes_to_look_at(self):
		self.assertFalse(hasattr(Passphrase(PASSPHRASE), "__dict__"))

	def test_the_nik_is_not_shown(self):
		self.assertNotIn("3175000000000001", repr(make_permintaan(nik="3175000000000001")))
