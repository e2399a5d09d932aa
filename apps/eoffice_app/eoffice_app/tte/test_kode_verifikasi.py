import unittest

from eoffice_app.persuratan.kode_cetak import group_code, read_code
from eoffice_app.tte.kode_verifikasi import make_kode


class TestKodeVerifikasi(unittest.TestCase):
	def test_codes_differ_and_have_128_bits(self):
		codes = {make_kode() for _ in range(1000)}
		self.assertEqual((len(codes), {len(kode) for kode in codes}), (1000, {26}))

	def test_a_code_is_read_as_it_was_made_however_it_was_typed(self):
		kode = make_kode()
		for typed in (kode, group_code(kode), kode.lower(), f" {group_code(kode).replace('-', ' ')}\n"):
			self.assertEqual(read_code(typed), kode, typed)
